// What is asked of `selvedge report`: its options judged before anything is read.
import { CHDB } from './sql/read-chdb.ts';

export interface ReportOptions {
  config?: string;
  json: boolean;
  out?: string;
  since?: string;
  until?: string;
  /** the path of the pings; by default the config's */
  path?: string;
  robots?: RegExp;
  alpha: number;
  /** of ClickHouse; without one files are read */
  server?: URL;
  /** by ClickHouse in this process */
  isChdb: boolean;
  /** prints the queries instead */
  sql: boolean;
  cluster?: string;
}

type Written = Partial<
  Record<
    'config' | 'out' | 'since' | 'until' | 'ping' | 'robots' | 'engine' | 'alpha' | 'cluster',
    string | undefined
  >
> & { json?: boolean | undefined; sql?: boolean | undefined };

/** A day that there is: 2026-02-30 would be another. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function readRobots(text: string): RegExp | string {
  try {
    return new RegExp(text, 'i');
  } catch (error) {
    return `--robots is a regular expression that agents of robots match: ${(error as Error).message}.`;
  }
}

export const LINES = 'lines';

function readServer(engine: string): URL | string {
  const server = /^https?:\/\//.test(engine) && URL.canParse(engine) ? new URL(engine) : undefined;
  return (
    server ??
    `--engine is ${LINES}, ${CHDB} or the address of a ClickHouse server, such as http://localhost:8123/; "${engine}" is not.`
  );
}

/** What `--sql` and `--cluster` say nothing with. */
function refuseSql({ sql, cluster, json, out, config, alpha, engine }: Written): string | undefined {
  if (cluster !== undefined && !sql) return '--cluster goes with --sql.';
  if (cluster !== undefined && !/^\w+$/.test(cluster))
    return `--cluster is the name of a cluster in the server's config; "${cluster}" is not.`;
  const isMore = json || [out, config, alpha, engine].some((value) => value !== undefined);
  return sql && isMore
    ? '--sql prints queries and reads nothing: it goes with --cluster, --ping, --robots, --since and --until.'
    : undefined;
}

/** @returns what is asked, or what is wrong with it */
export function readReportOptions(written: Written): ReportOptions | string {
  const { config, out, since, until, ping, robots, engine = LINES, alpha = '0.05', json = false } = written;
  const { sql = false, cluster } = written;
  const misuse = refuseSql(written);
  if (misuse) return misuse;
  for (const [name, day] of [
    ['since', since],
    ['until', until],
  ])
    if (day !== undefined && !isDay(day)) return `--${name} is a day such as 2026-11-28; "${day}" is not.`;
  if (since !== undefined && until !== undefined && since > until)
    return `--since ${since} is after --until ${until}.`;
  if (ping !== undefined && !/^\/(?![/\\])[^\s\\?#]*$/.test(ping))
    return `--ping is the path of the pings, such as /selvedge-ping; "${ping}" is not.`;
  if (config === '') return '--config names no file.';
  if (out === '') return '-o names no file.';
  const chance = /^(\d+\.?\d*|\.\d+)$/.test(alpha) ? Number(alpha) : NaN;
  if (!(chance > 0 && chance <= 0.5))
    return `--alpha is a share above 0, at most 0.5, such as 0.05; "${alpha}" is not.`;
  const isChdb = engine === CHDB;
  const server = engine === LINES || isChdb ? undefined : readServer(engine);
  if (typeof server === 'string') return server;
  const isRobot = robots === undefined ? undefined : readRobots(robots);
  if (typeof isRobot === 'string') return isRobot;
  return {
    json: json || out === '-',
    alpha: chance,
    sql,
    isChdb,
    ...(cluster !== undefined && { cluster }),
    ...(server && { server }),
    ...(config !== undefined && { config }),
    ...(out !== undefined && out !== '-' && { out }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(ping !== undefined && { path: ping }),
    ...(isRobot && { robots: isRobot }),
  };
}
