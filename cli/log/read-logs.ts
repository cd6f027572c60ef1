// Access logs into counts: every line is counted, skipped for a reason that is told, or of another request.

import { dayOf } from '../../shared/grammar/log-time.ts';
import type { CountRow } from '../../shared/measure/count-row.ts';
import type { Skipped } from '../../shared/measure/report.ts';
import { isRobot } from '../../shared/page/robot.ts';
import { EMPTY } from '../files/judge-head.ts';
import { readBytes } from '../files/read-bytes.ts';
import { createCounts } from './counts.ts';
import { readPing } from './ping.ts';
import { readLine } from './read-line.ts';
import { createLineSplitter } from './split-lines.ts';

export interface LogOptions {
  /** the path of the pings */
  path: string;
  /** first and last day, in UTC */
  since?: string | undefined;
  until?: string | undefined;
  /** agents that are robots; by default those that say so */
  robots?: RegExp | undefined;
  /** what is piped in */
  pipe: AsyncIterable<Buffer>;
  /** called before each file and after each chunk of it */
  progress?: ((file: string, at: number, lines: number) => void) | undefined;
}

export interface ReadLogs {
  rows: CountRow[];
  files: number;
  lines: number;
  /** those that were counted */
  pings: number;
  /** which experiences are unknown only a config says: none here */
  skipped: Skipped;
}

const MOST_AGENTS = 10_000;

/** What became of a ping. */
type Fate = keyof Skipped | 'counted';

/** @throws Error that names the file in `file` */
export async function readLogs(files: string[], options: LogOptions): Promise<ReadLogs> {
  const { path, since = '', until = '9999-12-31', robots, pipe, progress } = options;
  const counts = createCounts();
  const skipped: Skipped = { robot: 0, twice: 0, unreadable: 0, outside: 0, unknown: 0 };
  let [lines, pings] = [0, 0];
  /** Most visitors share a few agents; those of nobody else are not kept without end. */
  const agents = new Map<string, boolean>();
  function isOfRobot(agent: string): boolean {
    const known = agents.get(agent);
    if (known !== undefined) return known;
    const is = robots ? robots.test(agent) : isRobot(agent);
    if (agents.size < MOST_AGENTS) agents.set(agent, is);
    return is;
  }

  function judge(line: string, fields: string[] | undefined): Fate | undefined {
    const said = readLine(line, path, fields);
    if (said === 'elsewhere') return undefined;
    if (said === 'unreadable') return said;
    if (isOfRobot(said.agent)) return 'robot';
    const ping = readPing(said.query, said.timesEncoded);
    if (!ping) return 'unreadable';
    const day = dayOf(said.at);
    if (day < since || day > until) return 'outside';
    return counts.add(day, ping) ? 'counted' : 'twice';
  }

  for (const [at, file] of files.entries()) {
    let fields: string[] | undefined;
    const splitter = createLineSplitter(path, {
      found(line) {
        const fate = judge(line, fields);
        if (fate === 'counted') pings++;
        else if (fate) skipped[fate]++;
      },
      fields(line) {
        [, ...fields] = line.split(/\s+/);
      },
    });
    try {
      progress?.(file, at, lines);
      for await (const bytes of readBytes(file, pipe)) {
        splitter.push(bytes);
        progress?.(file, at, lines);
      }
      const own = splitter.end();
      if (own === 0) throw new Error(EMPTY);
      lines += own;
    } catch (error) {
      throw Object.assign(error as Error, { file });
    }
  }
  return { rows: counts.rows(), files: files.length, lines, pings, skipped };
}
