// The counts of `selvedge_lines` on a ClickHouse server or cluster.
import type { Counted } from '../../shared/measure/make-report.ts';
import { askServer, nameServer } from './ask-server.ts';
import { countBy } from './count-by.ts';
import type { LinesAsked } from './judge-lines.ts';

/** @throws Error in words */
export const readServer = (server: URL, asked: LinesAsked): Promise<Counted> =>
  countBy({ engine: nameServer(server), files: 0, ask: (sql) => askServer(server, sql) }, asked);
