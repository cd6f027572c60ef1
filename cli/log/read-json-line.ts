// A line that is a JSON object, whoever wrote it (Caddy, nginx with `escape=json`, Cloudflare, CloudFront, Netlify): the
// fields are found by what their names and values look like.

import { readTime } from '../../shared/grammar/log-time.ts';
import { findQuery, type LineSays } from './request.ts';

const TIME = /time|date|^ts$|msec/i;
const AGENT = /agent|^ua$/i;
/** Their values are addresses of other pages. */
const FROM_ELSEWHERE = /refer|origin/i;
const QUERY = /query|^args$/i;
/** How deep fields of interest lie: Caddy's are in `request.headers`. */
const DEEPEST = 4;

/** Every text and number in it, with the name of the field that holds it. */
function* leavesOf(value: unknown, name = '', depth = 0): Generator<[name: string, text: string]> {
  if (typeof value === 'string' || typeof value === 'number') yield [name, String(value)];
  else if (typeof value === 'object' && value !== null && depth < DEEPEST)
    for (const [key, inner] of Object.entries(value))
      yield* leavesOf(inner, Array.isArray(value) ? name : key, depth + 1);
}

/** The time of the line: date and time may be two fields. */
function findTime(leaves: [name: string, text: string][]): number | undefined {
  const named = leaves.filter(([name]) => TIME.test(name));
  const whole = named.map(([, text]) => readTime(text)).find((at) => at !== undefined);
  if (whole !== undefined) return whole;
  const date = named.find(([name]) => name === 'date')?.[1];
  const time = named.find(([name]) => name === 'time')?.[1];
  return readTime(`${date} ${time}`);
}

export function readJsonLine(line: string, path: string): LineSays {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'unreadable';
  }
  const leaves = [...leavesOf(value)];
  const own = leaves.filter(([name]) => !FROM_ELSEWHERE.test(name) && !AGENT.test(name));
  const whole = own.map(([, text]) => findQuery(text, path)).find((found) => found !== undefined);
  // the path in one field and the query in another, as CloudFront has them, which encodes once more
  const isApart = whole === undefined && own.some(([, text]) => text === path);
  const query = isApart ? own.find(([name]) => QUERY.test(name))?.[1].replace(/^\?/, '') : whole;
  if (query === undefined) return 'elsewhere';
  const at = findTime(leaves);
  if (at === undefined) return 'unreadable';
  const agent = leaves.find(([name]) => AGENT.test(name))?.[1] ?? '';
  return { at, query, agent, timesEncoded: isApart ? 2 : 1 };
}
