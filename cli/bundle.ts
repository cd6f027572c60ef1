// `selvedge bundle FILE [-o OUT|-] [--inline]`: one script with the config inside, its size and its hash.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundle as bundleTag, inlineScript } from '../shared/publish/bundle.ts';
import { formatProblem } from './check.ts';
import type { ExitCode, Io } from './io.ts';
import { explainFileError, readConfig } from './read-config.ts';

export function bundle(file: string, options: { out?: string; inline: boolean }, io: Io): ExitCode {
  const checked = readConfig(file, io);
  if (!checked) return 1;
  const { config, problems } = checked;
  for (const problem of problems) io.err(`${formatProblem(problem, file)}\n`);
  if (!config) {
    io.err(`${file}: not bundled, as \`selvedge check\` refuses it\n`);
    return 1;
  }
  let script: string;
  try {
    script = bundleTag(io.readTag(), config);
  } catch (error) {
    io.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  const live = config.experiences.filter((experience) => experience.status === 'live').length;
  const contents = `revision ${config.revision}, ${live} of ${config.experiences.length} experiences live`;
  if (options.inline) {
    const inline = inlineScript(script);
    const policy = `script-src 'sha256-${hash('sha256', inline.script)}'`;
    const report = `${contents}\n${sizes(inline.element)}\nContent-Security-Policy: ${policy}\n`;
    return write(
      `<!-- Content-Security-Policy: ${policy} -->\n${inline.element}\n`,
      options.out ?? '-',
      report,
      io,
    );
  }
  const out = options.out ?? join(dirname(resolve(io.cwd, file)), 'selvedge.js');
  const integrity = `sha384-${hash('sha384', script)}`;
  const name = out === '-' ? 'selvedge.js' : relative(io.cwd, resolve(io.cwd, out));
  const report = `${name}: ${contents}\n${sizes(script)}\nintegrity="${integrity}"\n`;
  return write(script, out, report, io);
}

/** The report goes where the script does not. */
function write(text: string, out: string, report: string, io: Io): ExitCode {
  if (out === '-') {
    io.out(text);
    io.err(report);
    return 0;
  }
  if (resolve(io.cwd, out) === io.tagFile) {
    io.err(`${out}: this is the tag that bundles are made from. Choose another place with -o.\n`);
    return 1;
  }
  try {
    writeFileSync(resolve(io.cwd, out), text);
  } catch (error) {
    io.err(`${out}: ${explainFileError(error, 'Choose another place with -o')}\n`);
    return 1;
  }
  io.out(report);
  return 0;
}

function hash(algorithm: 'sha256' | 'sha384', text: string): string {
  return createHash(algorithm).update(text, 'utf8').digest('base64');
}

function sizes(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  const figures: [string, number][] = [
    ['min', bytes.length],
    ['gzip', gzipSync(bytes, { level: 9 }).length],
    ['brotli', brotliCompressSync(bytes).length],
  ];
  return figures.map(([name, size]) => `${name} ${(size / 1000).toFixed(2)} kB`).join(' · ');
}
