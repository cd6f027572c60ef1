// Which format a line of `selvedge_lines` has, and the texts in it: time, query and agent, as columns of a query.
import { escapePattern, quote } from './quote.ts';
import type { Stage } from './stages.ts';

/** `(…)` where it is wanted, and what is passed over. */
const QUOTED = '"((?:[^"\\\\]|\\\\.)*)"';
const QUOTED_OVER = '"(?:[^"\\\\]|\\\\.)*"';
const BRACKET = '\\[\\d{2}/[A-Za-z]{3}/\\d{4}:[^\\]]{1,40}\\]';
const BALANCER = '^(?:https?|h2|grpcs|wss?) \\S+ \\S+ \\S+ [^"]*';
const JSON_TIME = '"(?:ts|[^"]*(?i:time|date|msec)[^"]*)"\\s*:\\s*"?([^",}]*)';
const JSON_AGENT = `"(?i:[^"]*agent[^"]*|ua)[^"]*"\\s*:\\s*\\[?\\s*${QUOTED}`;
/** Names whose values are addresses of other pages. */
const FROM_ELSEWHERE = '(?i)^"[^"]*(?:refer|origin|agent)|^"ua"';

export const COMMON_TIME = '^\\d{2}/[A-Za-z]{3}/20\\d{2}:\\d{2}:\\d{2}:\\d{2} [+-]\\d{4}$';
const ISO_TIME = '^20\\d{2}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d+)?\\s?(?:Z|[+-]\\d{2}:?\\d{2})?$';
export const NUMBER_TIME = '^\\d{10,}(?:\\.\\d+)?$';
export const TIME = `${COMMON_TIME}|${ISO_TIME}|${NUMBER_TIME}`;

/** What some programs begin a file with. */
export const MARK = '\\x{FEFF}';

const match = (of: string, pattern: string): string => `match(${of}, ${quote(pattern)})`;
const extract = (of: string, pattern: string): string => `extract(${of}, ${quote(pattern)})`;

/** The lines in which the path stands, without the mark of a file's begin and what Windows ends them by, and with the sign that some loggers escape. */
export function selectTexts(path: string): string {
  const [longest] = path.split('/').sort((one, other) => other.length - one.length);
  return `SELECT replaceAll(replaceRegexpOne(replaceRegexpOne(line, ${quote('\\r$')}, ''), ${quote(`^${MARK}`)}, ''), ${quote('\\u0026')}, '&') AS text
FROM selvedge_lines WHERE position(line, ${quote(longest || path)}) > 0`;
}

/** @param path of the pings */
export function findTexts(path: string): Stage[] {
  const own = escapePattern(path);
  // some loggers escape the slashes
  const inJson = own.replaceAll('/', '\\\\?/');
  const jsonAddress = `"[^"]*"\\s*:\\s*\\[?\\s*"(?:[A-Z]+ )?(?:(?:https?|wss?):(?:\\\\?/){2}[^/?#\\s"]*)?${inJson}\\?[^"\\s#]*`;
  const stem = `"cs-uri-stem"\\s*:\\s*"${inJson}"`;
  const address = `^(?i:[A-Z]+ )?(?:(?i:https?|wss?)://[^/?#\\s]*)?${own}\\?([^\\s#]*)`;
  const named = (name: string) => extract('text', `"${name}"\\s*:\\s*"([^"]*)"`);
  const columns = (agent: string, query: string) =>
    extract('text', `\\t${own}\\t[^\\t]*\\t[^\\t]*\\t${agent}\\t${query}`);
  return [
    {
      format: `multiIf(startsWith(text, '{'), if(${match('text', stem)}, 'apart', 'json'), startsWith(text, '#'), 'note',
    ${match('text', '^\\d{4}-\\d{2}-\\d{2}\\t\\d{2}:\\d{2}:\\d{2}\\t')}, 'columns',
    ${match('text', `${BRACKET} ${QUOTED_OVER}`)}, 'combined',
    ${match('text', `${BALANCER}${QUOTED_OVER}`)}, 'balancer', 'bare')`,
    },
    {
      address: `multiIf(format = 'json', arrayFilter(x -> NOT ${match('x', FROM_ELSEWHERE)}, extractAll(text, ${quote(jsonAddress)}))[1],
    format = 'combined', ${extract('text', `${BRACKET} ${QUOTED}`)},
    format = 'balancer', ${extract('text', `${BALANCER}${QUOTED}`)},
    format = 'bare', ${extract('text', '(?:^|\\s)"?((?:/|https?:)[^\\s"]*)')}, '')`,
      time: `multiIf(format = 'json', arrayFilter(x -> ${match('x', TIME)}, extractAll(text, ${quote(JSON_TIME)}))[1],
    format = 'apart', concat(${named('date')}, ' ', ${named('time')}),
    format = 'columns', concat(substring(text, 1, 10), ' ', substring(text, 12, 8)),
    format = 'combined', ${extract('text', '\\[(\\d{2}/[A-Za-z]{3}/\\d{4}:[^\\]]{1,40})\\] "')},
    format = 'balancer', ${extract('text', '^\\S+ (\\S+)')}, ${extract('text', '^"?([^\\s"]+)')})`,
      agent: `multiIf(format IN ('json', 'apart'), ${extract('text', JSON_AGENT)},
    format = 'columns', replaceRegexpAll(${columns('([^\\t]*)', '')}, ${quote('%20|\\+')}, ' '),
    format = 'combined', ${extract('text', `${BRACKET} ${QUOTED_OVER}[^"]*${QUOTED_OVER}[^"]*${QUOTED}`)},
    format = 'balancer', ${extract('text', `${BALANCER}${QUOTED_OVER}[^"]*${QUOTED}`)}, '')`,
    },
    {
      query: `multiIf(format = 'json', ${extract('address', `${inJson}\\?([^\\s#]*)`)},
    format = 'apart', replaceRegexpOne(${named('cs-uri-query')}, ${quote('^\\?')}, ''),
    format = 'columns', ${columns('[^\\t]*', '([^\\t]*)')}, ${extract('address', address)})`,
      isOwn: `multiIf(format = 'json', address != '', format = 'apart', 1,
    format = 'columns', ${match('text', `\\t${own}\\t`)}, ${match('address', address)})`,
      isTwice: `format IN ('columns', 'apart')`,
    },
  ];
}
