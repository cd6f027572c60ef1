// `selvedge report FILE…`: what an access log says of each experience. Whatever cannot be read to its end is an error:
// a smaller number would be believed.
import { relative } from 'node:path';
import { type Counted, makeReport, needsConfig } from '../shared/measure/make-report.ts';
import type { MeasuredConfig } from '../shared/measure/planned.ts';
import type { Report } from '../shared/measure/report.ts';
import { explainReadError } from './explain-file-error.ts';
import { findFiles, PIPE } from './files/find-files.ts';
import { isAmong } from './files/is-among.ts';
import { refuseTaken } from './files/refuse-taken.ts';
import { formatProblem } from './format-problem.ts';
import { formatResults, formatSkipped } from './format-results.ts';
import type { ExitCode, Io } from './io.ts';
import { readLogs } from './log/read-logs.ts';
import { createProgress } from './progress.ts';
import { readConfig } from './read-config.ts';
import { LINES, type ReportOptions } from './report-options.ts';
import { sayCount } from './say-count.ts';
import type { LinesAsked } from './sql/judge-lines.ts';
import { printQueries } from './sql/queries.ts';
import { readChdb } from './sql/read-chdb.ts';
import { readServer } from './sql/read-server.ts';
import { writeFiles } from './write-files.ts';

const PATH = '/selvedge-ping';

/** An error whose words say all. */
class Refusal extends Error {
  readonly code: ExitCode;
  constructor(message: string, code: ExitCode = 1) {
    super(message);
    this.code = code;
  }
}

function readMeasured(file: string, io: Io): MeasuredConfig {
  const checked = readConfig(file, io);
  // why not is told
  if (!checked) throw new Refusal('');
  const { config, problems } = checked;
  for (const problem of problems) if (!config) io.err(`${formatProblem(problem, file)}\n`);
  if (!config) throw new Refusal(`${file}: nothing can be reported by it, as \`selvedge check\` refuses it`);
  return config;
}

const isReport = (held: object): boolean => 'source' in held && 'experiences' in held;

/** Where the JSON goes is none of what is read, and nothing that is lost with it. */
function refuseOut(out: string, files: readonly string[], io: Io): void {
  const taken = isAmong(out, files, io.cwd)
    ? `-o ${out}: that is what is read. Choose another place.`
    : refuseTaken(out, 'report', isReport, io.cwd);
  if (taken) throw new Refusal(taken, 2);
}

/** @returns what names the file, where one is to blame */
function explain(error: unknown, io: Io): Error {
  const { file } = error as { file?: string };
  if (file === undefined) return error as Error;
  const below = relative(io.cwd, file);
  const name = below.startsWith('..') ? file : below;
  return new Refusal(explainReadError(error, file === PIPE ? 'what is piped in' : name));
}

async function readLines(files: string[], path: string, options: ReportOptions, io: Io): Promise<Counted> {
  const progress = createProgress(files.length, io);
  const { since, until, robots } = options;
  const pipe = io.pipe ?? (async function* () {})();
  try {
    const { rows, ...source } = await readLogs(files, {
      path,
      since,
      until,
      robots,
      pipe,
      progress: (file, at, lines) => progress.tell(file, at, `${sayCount(lines, 'line')} before it`),
    });
    return { rows, source: { engine: LINES, ...source } };
  } catch (error) {
    throw explain(error, io);
  } finally {
    progress.end();
  }
}

function findLogs(names: string[], io: Io): string[] {
  try {
    return findFiles(names, io.cwd);
  } catch (error) {
    const { named } = error as { named?: string };
    if (named === undefined) throw error;
    throw new Refusal(explainReadError(error, named));
  }
}

/** Nothing to report is no report of nothing. */
function refuseNothing(report: Report, path: string): void {
  const { lines, skipped } = report.source;
  if (report.source.pings > 0) return;
  if (lines === 0) throw new Refusal('There is not one line in it. See that this is the right log.');
  const left = formatSkipped(skipped);
  if (left) throw new Refusal(`No ping counts, of those in ${sayCount(lines, 'line')}: ${left}.`);
  throw new Refusal(
    `There is no ping in ${sayCount(lines, 'line')}: no request to ${path}?…\n` +
      'See that this is the log of the server that answers the pages, that the published config has `measure.ping`, ' +
      'that --ping is its `url`, and that nothing in front of the server (a CDN) keeps these requests.',
  );
}

/** The same of a database. */
const askedOf = ({ since, until, robots }: ReportOptions, path: string): LinesAsked => ({
  path,
  since,
  until,
  robots: robots?.source,
});

async function count(files: string[], path: string, options: ReportOptions, io: Io): Promise<Counted> {
  const { server, isChdb } = options;
  if (server) return readServer(server, askedOf(options, path));
  if (!isChdb) return readLines(files, path, options, io);
  try {
    return await readChdb(files, io.cwd, askedOf(options, path));
  } catch (error) {
    throw explain(error, io);
  }
}

async function make(names: string[], options: ReportOptions, io: Io): Promise<void> {
  if (options.sql) return io.out(printQueries(askedOf(options, options.path ?? PATH), options.cluster));
  const config = options.config === undefined ? undefined : readMeasured(options.config, io);
  const files = findLogs(names, io);
  const { out } = options;
  if (out !== undefined) refuseOut(out, [...files, ...(options.config ? [options.config] : [])], io);
  const path = options.path ?? config?.measure?.ping?.url ?? PATH;
  const counted = await count(files, path, options, io);
  if (!config && needsConfig(counted.rows))
    throw new Refusal(
      'The pings say to whom a goal was shown, and at which level and ε is not in the log: say --config FILE, the config that was published then.',
      2,
    );
  const { alpha, since, until } = options;
  const made = (io.now?.() ?? new Date()).toISOString();
  const report = makeReport(counted, { config, alpha, since, until, made });
  refuseNothing(report, path);
  const json = `${JSON.stringify(report, null, 2)}\n`;
  if (out !== undefined) writeFiles([{ path: out, what: 'the report', text: json }], () => '-o', io);
  io.out(options.json ? json : formatResults(report));
  if (out !== undefined && !options.json) io.err(`${out}: written. The panel opens it.\n`);
}

export async function report(names: string[], options: ReportOptions, io: Io): Promise<ExitCode> {
  try {
    await make(names, options, io);
    return 0;
  } catch (error) {
    const { message } = error as Error;
    if (message) io.err(`${message}\n`);
    return error instanceof Refusal ? error.code : 1;
  }
}
