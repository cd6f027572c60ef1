// An access log in the combined format into page views: GET, answered with a page, by something that says it is a browser.
// Whose they are is told by address and agent, which become a number at once and are kept nowhere.

import { cutParameters, decodePath } from '../../engine/address.ts';
import { readTime } from '../../grammar/log-time.ts';
import { isRobot } from '../../page/robot.ts';
import type { FileRead, ReadOptions } from '../export-file.ts';
import type { CellSplitter } from '../split-cells.ts';
import { createLineSplitter } from '../split-lines.ts';
import type { Outcome, Tally } from '../tally-rows.ts';

/**
 * Address, two names, time, request, status, size, and in quotes where it came from and the agent. Something may stand
 * before the address (a virtual host) and behind the agent.
 *
 * @see https://httpd.apache.org/docs/current/logs.html#combined
 */
const COMBINED =
  /^(?:\S+ )?(\S+) \S+ \S[^[]{0,200}\[([^\]]{26})\] "([A-Z]+) (\S+)[^"]*" (\d{3}) \S+ "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)"/;
/** What a page's address may end in. */
const PAGE = /(?:^|\/)[^/.]*$|\.(?:html?|php|aspx?|jsp)$/i;
/** No page of the site: what scripts ask for. */
const NO_PAGE = /^\/(?:api|graphql|wp-\w+|cdn-cgi|_next|\.well-known)(?:\/|$)/i;
const LONGEST_LINE = 1 << 14;

/** The common format ends with status and size. */
const COMMON = /^(?:\S+ )?\S+ \S+ \S[^[]{0,200}\[[^\]]{26}\] "[A-Z]+ \S+[^"]*" \d{3} (?:\d+|-)\s*$/;

const firstLine = (beginning: string): string =>
  (beginning.trimStart().split('\n', 1)[0] ?? '').slice(0, LONGEST_LINE);

/** @param beginning of a file */
export const isLog = (beginning: string): boolean => COMBINED.test(firstLine(beginning));

export const isLogWithoutAgents = (beginning: string): boolean => COMMON.test(firstLine(beginning));

interface Request {
  who: string;
  at: number;
  method: string;
  path: string;
  status: string;
  agent: string;
}

function readRequest(line: string): Request | undefined {
  const found = line.length > LONGEST_LINE ? null : COMBINED.exec(line);
  if (!found) return undefined;
  const [, address, time = '', method = '', target = '', status = '', agent = ''] = found;
  return {
    who: `${address} ${agent}`,
    at: readTime(time) ?? Number.NaN,
    method,
    // as browsers compare it
    path: decodePath(cutParameters(target.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*$/, ''))),
    status,
    agent,
  };
}

const isView = ({ method, path, status, agent }: Request): boolean =>
  method === 'GET' &&
  (status === '200' || status === '304') &&
  path.startsWith('/') &&
  PAGE.test(path) &&
  !NO_PAGE.test(path) &&
  agent.length > 1 &&
  !isRobot(agent);

export function createLogReader(
  name: string,
  tally: Tally,
  { items, latest, toWall }: ReadOptions,
): { splitter: CellSplitter; finish(): FileRead } {
  function add(text: string): Outcome {
    const request = readRequest(text);
    if (!request) return 'no log line';
    if (Number.isNaN(request.at)) return 'no readable date';
    if (request.at > latest) return 'a date to come';
    if (!isView(request)) return 'other request';
    const at = toWall ? toWall(request.at) : request.at;
    return items?.seePage(request.who, at, request.path) ? 'added' : 'other request';
  }

  let rows = 0;
  const splitter = createLineSplitter((text, line) => {
    if (!text.trim()) return;
    rows++;
    tally.count(add(text), line);
  });
  return {
    splitter,
    finish: () => ({ name, rows, kind: 'log' }),
  };
}
