// What each line of `selvedge_lines` says, as a query for ClickHouse: the same as the reader of this program finds
// (cli/log/), with functions that it has had since 2018.
//
// The reader parses JSON and follows the names of columns; a query has regular expressions. It knows CloudFront's own
// columns alone (`STRANGE_COLUMNS` finds others, which are refused), and of JSON the names and values that are texts.
import { escapePattern, quote } from './quote.ts';

export interface LinesAsked {
  /** the path of the pings */
  path: string;
  since?: string | undefined;
  until?: string | undefined;
  /** source of the regular expression that agents of robots match; upper or lower case */
  robots?: string | undefined;
}

/** That of shared/page/robot.ts without looking behind and ahead, which ClickHouse's expressions cannot. */
export const ROBOTS =
  '(?:^u?|[^u]|[^c]u)bot(?:[^a-z]|$)|https?:|crawl|spider|preview|lighthouse|page ?speed|ptst|gtmetrix|synthetic|mediapartners|inspectiontool|googleother';

/**
 * Nothing is of this. Beside it an expression is not taken for the plain text that it may be, which servers of 2018 then
 * look for as it is written, upper or lower case.
 */
const NOTHING = '[^\\s\\S]';
const QUOTED = '"((?:[^"\\\\]|\\\\.)*)"';
const QUOTED_OVER = '"(?:[^"\\\\]|\\\\.)*"';
const BRACKET = '\\[\\d{2}/[A-Za-z]{3}/\\d{4}:[^\\]]+\\]';
const BALANCER = '^(?:https?|h2|grpcs|wss?) \\S+ \\S+ \\S+ [^"]*';
const JSON_TIME = '"(?:ts|[^"]*(?i:time|date|msec)[^"]*)"\\s*:\\s*"?([^",}]*)';
const COMMON_TIME = '^\\d{2}/[A-Za-z]{3}/\\d{4}:\\d{2}:\\d{2}:\\d{2} [+-]\\d{4}$';
const ISO_TIME = '^\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d+)?\\s?(?:Z|[+-]\\d{2}:?\\d{2})?$';
const NUMBER_TIME = '^\\d{10,}(?:\\.\\d+)?$';
const TIME = `${COMMON_TIME}|${ISO_TIME}|${NUMBER_TIME}`;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
/** A percent sign that begins nothing. */
const BAD_PERCENT = '%(?:[^0-9A-Fa-f]|.[^0-9A-Fa-f]|.?$)';
const NUMBER = '^(?:-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)?$';
const WHOLE = '^(?:0|[1-9]\\d{0,8})$';

/** The columns in the order in which CloudFront writes them. */
const COLUMNS = 'cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query';
/** How many files name columns that this query would take for others. */
export const STRANGE_COLUMNS = `SELECT count() FROM selvedge_lines WHERE startsWith(line, '#Fields:') AND position(replaceAll(line, '\\t', ' '), ${quote(COLUMNS)}) = 0`;

/** Which format a line has, and the texts in it. */
function findTexts(path: string): string {
  const own = escapePattern(path);
  // some loggers escape the slashes
  const inJson = own.replaceAll('/', '\\\\?/');
  const address = `"[^"]*"\\s*:\\s*\\[?\\s*"(?:[A-Z]+ )?(?:(?:https?|wss?):(?:\\\\?/){2}[^/?#\\s"]*)?${inJson}\\?[^"\\s#]*`;
  const elsewhere = '(?i)^"[^"]*(?:refer|origin|agent)|^"ua"';
  const stem = `"cs-uri-stem"\\s*:\\s*"${inJson}"`;
  const column = (name: string) => `extract(text, ${quote(`"${name}"\\s*:\\s*"([^"]*)"`)})`;
  const columns = (agent: string, query: string) =>
    quote(`\\t${own}\\t[^\\t]*\\t[^\\t]*\\t${agent}\\t${query}`);
  const needle = path.split('/').sort((one, other) => other.length - one.length)[0] || path;
  return `SELECT replaceAll(replaceRegexpOne(line, '\\r$', ''), '\\\\u0026', '&') AS text,
  multiIf(startsWith(text, '{'), if(match(text, ${quote(stem)}), 'apart', 'json'),
    startsWith(text, '#'), 'note',
    match(text, '^\\\\d{4}-\\\\d{2}-\\\\d{2}\\\\t\\\\d{2}:\\\\d{2}:\\\\d{2}\\\\t'), 'columns',
    match(text, ${quote(`${BRACKET} ${QUOTED_OVER}`)}), 'combined',
    match(text, ${quote(`${BALANCER}${QUOTED_OVER}`)}), 'balancer', 'bare') AS format,
  multiIf(format = 'json', arrayFilter(x -> NOT match(x, ${quote(elsewhere)}), extractAll(text, ${quote(address)}))[1],
    format = 'combined', extract(text, ${quote(`${BRACKET} ${QUOTED}`)}),
    format = 'balancer', extract(text, ${quote(`${BALANCER}${QUOTED}`)}),
    format = 'bare', extract(text, '(?:^|\\\\s)"?((?:/|https?:)[^\\\\s"]*)'), '') AS address,
  multiIf(format = 'json', extract(address, ${quote(`${inJson}\\?([^\\s#]*)`)}),
    format = 'apart', replaceRegexpOne(${column('cs-uri-query')}, '^\\\\?', ''),
    format = 'columns', extract(text, ${columns('[^\\t]*', '([^\\t]*)')}),
    extract(address, ${quote(`^(?i:[A-Z]+ )?(?:(?i:https?|wss?)://[^/?#\\s]*)?${own}\\?([^\\s#]*)`)})) AS query,
  multiIf(format = 'json', address != '', format = 'apart', 1,
    format = 'columns', match(text, ${quote(`\\t${own}\\t`)}) AND query != '',
    match(address, ${quote(`^(?i:[A-Z]+ )?(?:(?i:https?|wss?)://[^/?#\\s]*)?${own}\\?`)})) AS isOwn,
  multiIf(format = 'json', arrayFilter(x -> match(x, ${quote(TIME)}), extractAll(text, ${quote(JSON_TIME)}))[1],
    format = 'apart', concat(${column('date')}, ' ', ${column('time')}),
    format = 'columns', concat(substring(text, 1, 10), ' ', substring(text, 12, 8)),
    format = 'combined', extract(text, ${quote(`\\[(\\d{2}/[A-Za-z]{3}/\\d{4}:[^\\]]+)\\] "`)}),
    format = 'balancer', extract(text, '^\\\\S+ (\\\\S+)'),
    extract(text, '^"?([^\\\\s"]+)')) AS time,
  multiIf(format IN ('json', 'apart'), extract(text, ${quote(`"(?i:[^"]*agent[^"]*|ua)[^"]*"\\s*:\\s*\\[?\\s*${QUOTED}`)}),
    format = 'columns', replaceRegexpAll(extract(text, ${columns('([^\\t]*)', '')}), '%20|\\\\+', ' '),
    format = 'combined', extract(text, ${quote(`${BRACKET} ${QUOTED_OVER}[^"]*${QUOTED_OVER}[^"]*${QUOTED}`)}),
    format = 'balancer', extract(text, ${quote(`${BALANCER}${QUOTED_OVER}[^"]*${QUOTED}`)}), '') AS agent,
  format IN ('columns', 'apart') AS isTwice
FROM selvedge_lines WHERE position(line, ${quote(needle)}) > 0`;
}

/** The day in UTC, by numbers: a day and a zone are all that it hangs on. */
const DAY = `match(time, ${quote(COMMON_TIME)}) AS isCommon,
  match(time, ${quote(NUMBER_TIME)}) AS isNumber,
  if(isCommon, intDiv(position('${MONTHS}', lower(substring(time, 4, 3))) + 2, 3), 0) AS month,
  if(isCommon, concat(substring(time, 8, 4), '-', if(month < 10, '0', ''), toString(month), '-', substring(time, 1, 2)), substring(time, 1, 10)) AS date,
  if(isCommon, substring(time, 13, 8), substring(time, 12, 8)) AS clock,
  extract(time, '([+-]\\\\d{2}:?\\\\d{2})$') AS zone,
  if(zone = '' OR isNumber OR length(time) < 20, 0, (toInt32OrZero(substring(zone, 2, 2)) * 60 + toInt32OrZero(substring(zone, -2))) * if(startsWith(zone, '-'), -60, 60)) AS ahead,
  toInt32OrZero(substring(clock, 1, 2)) * 3600 + toInt32OrZero(substring(clock, 4, 2)) * 60 + toInt32OrZero(substring(clock, 7, 2)) AS since,
  toFloat64OrZero(if(isNumber, time, '')) AS stamp,
  multiIf(stamp < 1e10, stamp, stamp < 1e13, stamp / 1e3, stamp < 1e16, stamp / 1e6, stamp / 1e9) AS seconds,
  if(isNumber, addDays(toDate('1970-01-01'), toInt32(floor(seconds / 86400))), addDays(toDate(if(match(time, ${quote(TIME)}) AND (NOT isCommon OR month > 0), date, '1970-01-01')), toInt32(floor((since - ahead) / 86400)))) AS day,
  match(time, ${quote(TIME)}) AND (NOT isCommon OR month > 0) AND (isNumber OR toInt32OrZero(substring(clock, 1, 2)) < 24) AS isTimed`;

/** A field of the query as it was meant. */
function field(name: string): string {
  const raw = `extractURLParameter(concat('?', query), '${name}')`;
  const once = `decodeURLComponent(replaceAll(${raw}, '+', ' '))`;
  return `if(isTwice AND position(${once}, '%') > 0 AND NOT match(${once}, ${quote(BAD_PERCENT)}), decodeURLComponent(${once}), ${once})`;
}

const has = (name: string): string => `match(query, '(?:^|&)${name}(?:=|&|$)')`;

/** Whether the fields are those of a ping. */
const IS_PING = `v = '1' AND NOT match(query, ${quote(BAD_PERCENT)}) AND e != '' AND match(a, '(?s)^(?:holdout|on|variant:.+)$')
    AND match(r, '^[0-9a-z]{12}$') AND lengthUTF8(e) <= 200 AND lengthUTF8(a) <= 200 AND lengthUTF8(g) <= 200
    AND match(o, '^[1-9]\\\\d{0,8}$') AND (s = '' OR match(s, ${quote(WHOLE)}))
    AND match(y, ${quote(NUMBER)}) AND match(q, ${quote(NUMBER)}) AND (y = '') = (q = '')
    AND ${has('g')} = ${has('n')} AND ${has('g')} = (g != '')
    AND if(g != '', match(n, '^(?:[1-9]|1\\\\d|20)$'), s = '' AND y = '')`;

/** Every line in which the path stands: what it says, and what becomes of it (`fate`). */
export function judgeLines({ path, since, until, robots }: LinesAsked): string {
  const names = ['v', 'e', 'o', 'a', 'g', 'n', 's', 'y', 'q', 'r'];
  const outside = [
    ...(since === undefined ? [] : [`day < toDate(${quote(since)})`]),
    ...(until === undefined ? [] : [`day > toDate(${quote(until)})`]),
  ];
  return `SELECT *, multiIf(format = 'note', 'elsewhere',
    format IN ('json', 'apart') AND NOT match(text, '\\\\}\\\\s*$'), 'unreadable',
    format = 'bare' AND NOT isTimed, 'unreadable',
    NOT isOwn, 'elsewhere',
    NOT isTimed, 'unreadable',
    match(agent, ${quote(`(?i)(?:${robots ?? ROBOTS})|${NOTHING}`)}), 'robot',
    NOT (${IS_PING}), 'unreadable',
    ${outside.length > 0 ? `${outside.join(' OR ')}, 'outside',\n    ` : ''}'counted') AS fate
FROM (SELECT format, text, query, agent, isOwn, isTwice, ${DAY},
  ${names.map((name) => `${field(name)} AS ${name}`).join(',\n  ')}
FROM (${findTexts(path)}))`;
}

/** The pings as they are kept in `selvedge_pings`. */
export const selectPings = (asked: LinesAsked): string =>
  `SELECT day, e, toUInt32OrZero(o) AS o, a, g, toUInt32OrZero(n) AS n, s, toFloat64OrZero(y) AS y, toFloat64OrZero(q) AS q, r
FROM (${judgeLines(asked)}) WHERE fate = 'counted'`;
