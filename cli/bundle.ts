// `selvedge bundle FILE [-o OUT|-] [--inline]`: one script with the config inside, its size and its hash, and beside
// it the files it loads later.
import { createHash } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { bundle as bundleTag, inlineScript } from '../shared/publish/bundle.ts';
import { SIBLINGS } from '../shared/publish/siblings.ts';
import { formatProblem } from './check.ts';
import { explainFileError } from './explain-file-error.ts';
import { formatSizes } from './format-sizes.ts';
import type { ExitCode, Io } from './io.ts';
import { readConfig } from './read-config.ts';
import { readSiblings, tellSiblings, writeSiblings } from './write-siblings.ts';

export function bundle(file: string, options: { out?: string; inline: boolean }, io: Io): ExitCode {
  const checked = readConfig(file, io);
  if (!checked) return 1;
  const { config, problems } = checked;
  for (const problem of problems) io.err(`${formatProblem(problem, file)}\n`);
  const refuse = (why: string): ExitCode => {
    io.err(`${why}\n`);
    return 1;
  };
  if (!config) return refuse(`${file}: not bundled, as \`selvedge check\` refuses it`);

  const out = findPlace(file, options, io);
  const isPrinted = out === '-';
  const refusal = isPrinted ? undefined : refusePlace(out, file, io);
  if (refusal) return refuse(`${options.out ?? out}: ${refusal}`);

  try {
    const script = bundleTag(io.readBuilt('selvedge.js'), config);
    const siblings = readSiblings(io);
    const live = config.experiences.filter((experience) => experience.status === 'live').length;
    const contents = `revision ${config.revision}, ${live} of ${config.experiences.length} experiences live`;
    const { text, report } = options.inline
      ? writeInline(script, contents)
      : writeScript(script, `${isPrinted ? 'selvedge.js' : relative(io.cwd, out)}: ${contents}`);
    if (!isPrinted) writeFileSync(out, text);
    else io.out(text);
    const rest = options.inline
      ? tellSiblings(siblings, "at your site's root", io)
      : isPrinted
        ? tellSiblings(siblings, 'beside it', io)
        : writeSiblings(siblings, dirname(out), io);
    // the report goes where the script does not
    (isPrinted ? io.err : io.out)(report + rest);
    return 0;
  } catch (error) {
    return refuse(explainFileError(error, 'write', io));
  }
}

/** @returns an absolute path, or `-` for stdout */
function findPlace(file: string, { out, inline }: { out?: string; inline: boolean }, io: Io): string {
  if (out === undefined) return inline ? '-' : join(dirname(resolve(io.cwd, file)), 'selvedge.js');
  if (out === '-') return out;
  const path = resolve(io.cwd, out);
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, 'selvedge.js') : path;
}

/** Why nothing may be written there: it would cost a file that is needed. */
function refusePlace(path: string, file: string, io: Io): string | undefined {
  const remedy = 'Choose another place with -o.';
  if (path === resolve(io.cwd, file)) return `this is the config itself. ${remedy}`;
  if (io.builtFolder !== undefined && path === resolve(io.builtFolder, 'selvedge.js'))
    return `this is the tag that bundles are made from. ${remedy}`;
  const sibling = SIBLINGS.find(({ name }) => name === basename(path));
  return sibling && `this name belongs to ${sibling.what}. ${remedy}`;
}

interface Written {
  text: string;
  report: string;
}

function writeInline(script: string, contents: string): Written {
  const { element, script: inside } = inlineScript(script);
  const policy = `script-src 'sha256-${hash('sha256', inside)}'`;
  return {
    text: `<!-- Content-Security-Policy: ${policy} -->\n${element}\n`,
    report: `${contents}\n${formatSizes(element)}\nContent-Security-Policy: ${policy}\n`,
  };
}

function writeScript(script: string, contents: string): Written {
  const integrity = `sha384-${hash('sha384', script)}`;
  return { text: script, report: `${contents}\n${formatSizes(script)}\nintegrity="${integrity}"\n` };
}

function hash(algorithm: 'sha256' | 'sha384', text: string): string {
  return createHash(algorithm).update(text, 'utf8').digest('base64');
}
