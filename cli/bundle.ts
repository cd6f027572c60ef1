// `selvedge bundle FILE`: the tag with the config inside, its size and its hash, and beside it the files that it loads
// later. Nothing is written before all of it is made, and the tag comes last: what it asks for is there by then.
import { writeFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { inlineScript } from '../shared/publish/bundle.ts';
import type { Form } from '../shared/publish/form.ts';
import { publishTag } from '../shared/publish/publish-tag.ts';
import { sayUpload } from '../shared/publish/say-upload.ts';
import { explainFileError } from './explain-file-error.ts';
import { findPlaces } from './find-places.ts';
import { formatProblem } from './format-problem.ts';
import { formatSizes } from './format-sizes.ts';
import { integrityOf, policyOf } from './hashes.ts';
import type { ExitCode, Io } from './io.ts';
import { readConfig } from './read-config.ts';
import { readSiblings, tellSiblings, writeSiblings } from './write-siblings.ts';

export interface BundleOptions {
  form: Form;
  /** where the script goes; `-` is stdout */
  out?: string;
  /** the folder of the other files, where the script itself goes into none */
  beside?: string;
  inline: boolean;
  /** the script lets the browser load the rest only if it is what was made here */
  integrity: boolean;
}

export function bundle(file: string, options: BundleOptions, io: Io): ExitCode {
  const checked = readConfig(file, io);
  if (!checked) return 1;
  const { config, problems } = checked;
  for (const problem of problems) io.err(`${formatProblem(problem, file)}\n`);
  const refuse = (why: string): ExitCode => {
    io.err(`${why}\n`);
    return 1;
  };
  if (!config) return refuse(`${file}: not bundled, as \`selvedge check\` refuses it`);

  const places = findPlaces(file, options, io);
  if ('refusal' in places) return refuse(places.refusal);
  const { out, beside } = places;

  try {
    const { script, rest } = publishTag(options.form, config, io.readBuilt, {
      ...(options.integrity && { integrityOf }),
    });
    const others = [...rest, ...readSiblings(io)];
    const live = config.experiences.filter((experience) => experience.status === 'live').length;
    const contents = `revision ${config.revision}, ${live} of ${config.experiences.length} experiences live`;
    const { text, report } = options.inline
      ? writeInline(script, contents)
      : writeScript(script, `${out === undefined ? 'selvedge.js' : relative(io.cwd, out)}: ${contents}`);
    const told =
      beside === undefined
        ? tellSiblings(others, options.inline ? "at your site's root" : 'beside it', io)
        : writeSiblings(others, beside, io);
    if (out === undefined) io.out(text);
    else writeFileSync(out, text);
    // the report goes where the script does not
    (out === undefined ? io.err : io.out)(
      report + told + (rest.length ? `${sayUpload(options.inline, out && basename(out))}\n` : ''),
    );
    return 0;
  } catch (error) {
    return refuse(explainFileError(error, 'write', io));
  }
}

function writeInline(script: string, contents: string): { text: string; report: string } {
  const { element, script: inside } = inlineScript(script);
  const policy = policyOf(inside);
  return {
    text: `<!-- Content-Security-Policy: ${policy} -->\n${element}\n`,
    report: `${contents}\n${formatSizes(element)}\nContent-Security-Policy: ${policy}\n`,
  };
}

const writeScript = (script: string, contents: string): { text: string; report: string } => ({
  text: script,
  report: `${contents}\n${formatSizes(script)}\nintegrity="${integrityOf(script)}"\n`,
});
