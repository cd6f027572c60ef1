// What each line of `selvedge_lines` says, as a query for ClickHouse: the same as the reader of this program finds
// (cli/log/), with functions that it has had since 2018.
//
// The reader parses JSON and follows the names of columns; a query has regular expressions. It knows CloudFront's own
// columns alone (`STRANGE_COLUMNS` finds others, which are refused), and of JSON the names and values that are texts.
import { COMMON_TIME, findTexts, MARK, NUMBER_TIME, selectTexts, TIME } from './find-texts.ts';
import { quote } from './quote.ts';
import { joinStages, type Stage } from './stages.ts';

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
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
/** A percent sign that begins nothing. */
const BAD_PERCENT = '%(?:[^0-9A-Fa-f]|.[^0-9A-Fa-f]|.?$)';
const NUMBER = '^(?:-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)?$';
const WHOLE = '^(?:0|[1-9]\\d{0,8})$';

/** The columns in the order in which CloudFront writes them. */
const COLUMNS = 'cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query';
/** How many files name columns that this query would take for others. */
export const STRANGE_COLUMNS = `SELECT count() FROM selvedge_lines WHERE match(line, ${quote(`^(?:${MARK})?#Fields:`)}) AND position(replaceAll(line, '\\t', ' '), ${quote(COLUMNS)}) = 0`;

const match = (of: string, pattern: string): string => `match(${of}, ${quote(pattern)})`;

/** The day in UTC, by numbers: a day and a zone are all that it hangs on. */
const DAY: Stage[] = [
  { isCommon: match('time', COMMON_TIME), isNumber: match('time', NUMBER_TIME) },
  {
    month: `if(isCommon, intDiv(position('${MONTHS}', lower(substring(time, 4, 3))) + 2, 3), 0)`,
    clock: 'if(isCommon, substring(time, 13, 8), substring(time, 12, 8))',
    zone: `if(isNumber OR length(time) < 20, '', extract(time, ${quote('([+-]\\d{2}:?\\d{2})$')}))`,
    stamp: "toFloat64OrZero(if(isNumber, time, ''))",
  },
  {
    date: `toDateOrZero(if(isCommon, concat(substring(time, 8, 4), '-', if(month < 10, '0', ''), toString(month), '-', substring(time, 1, 2)), substring(time, 1, 10)))`,
    hour: 'toInt32OrZero(substring(clock, 1, 2))',
    minute: 'toInt32OrZero(substring(clock, 4, 2))',
    ahead: `if(zone = '', 0, (toInt32OrZero(substring(zone, 2, 2)) * 60 + toInt32OrZero(substring(zone, -2))) * if(startsWith(zone, '-'), -1, 1))`,
    seconds:
      'multiIf(stamp < 1e10, stamp, stamp < 1e13, stamp / 1e3, stamp < 1e16, stamp / 1e6, stamp / 1e9)',
  },
  {
    day: `if(isNumber, addDays(toDate('1970-01-01'), toInt32(floor(seconds / 86400))), addDays(date, toInt32(floor((hour * 60 + minute - ahead) / 1440))))`,
    isTimed: `${match('time', TIME)} AND (isNumber OR (date > toDate('1970-01-02') AND hour < 24))`,
  },
];

const NAMES = ['v', 'e', 'o', 'a', 'g', 'n', 's', 'y', 'q', 'r'];
const each = (write: (name: string) => [string, string]): Stage => Object.fromEntries(NAMES.map(write));

/** The fields of the query as they were meant: `e0` is as it stands there, `e1` decoded once, `e2` as often as it was encoded. */
const FIELDS: Stage[] = [
  each((name) => [`${name}0`, `extractURLParameter(concat('?', query), '${name}')`]),
  each((name) => [`${name}1`, `decodeURLComponent(replaceAll(${name}0, '+', ' '))`]),
  each((name) => [
    `${name}2`,
    `if(isTwice AND position(${name}1, '%') > 0 AND NOT ${match(`${name}1`, BAD_PERCENT)}, decodeURLComponent(${name}1), ${name}1)`,
  ]),
];

const has = (name: string): string => match('query', `(?:^|&)${name}(?:=|&|$)`);

/** Whether the fields are those of a ping. */
const IS_PING = `v2 = '1' AND NOT ${match('query', BAD_PERCENT)} AND e2 != '' AND ${match('a2', '(?s)^(?:holdout|on|variant:.+)$')}
    AND ${match('r2', '^[0-9a-z]{12}$')} AND lengthUTF8(e2) <= 200 AND lengthUTF8(a2) <= 200 AND lengthUTF8(g2) <= 200
    AND ${match('o2', '^[1-9]\\d{0,8}$')} AND (s2 = '' OR ${match('s2', WHOLE)})
    AND ${match('y2', NUMBER)} AND ${match('q2', NUMBER)} AND (y2 = '') = (q2 = '')
    AND abs(toFloat64OrZero(y2)) <= 1e15 AND abs(toFloat64OrZero(q2)) <= 1e30
    AND ${has('g')} = ${has('n')} AND ${has('g')} = (g2 != '')
    AND if(g2 != '', ${match('n2', '^(?:[1-9]|1\\d|20)$')}, s2 = '' AND y2 = '')`;

/** Every line in which the path stands: what it says, and what becomes of it (`fate`). */
export function judgeLines({ path, since, until, robots }: LinesAsked): string {
  const outside = [
    ...(since === undefined ? [] : [`day < toDate(${quote(since)})`]),
    ...(until === undefined ? [] : [`day > toDate(${quote(until)})`]),
  ];
  const fate = `multiIf(format = 'note', 'elsewhere',
    format IN ('json', 'apart') AND NOT ${match('text', '\\}\\s*$')}, 'unreadable',
    format NOT IN ('json', 'apart') AND ${match('text', '\\r')}, 'unreadable',
    format = 'bare' AND NOT isTimed, 'unreadable',
    NOT isOwn, 'elsewhere',
    NOT isTimed, 'unreadable',
    ${match('agent', `(?i)(?:${robots ?? ROBOTS})|${NOTHING}`)}, 'robot',
    NOT isPing, 'unreadable',
    ${outside.length > 0 ? `${outside.join(' OR ')}, 'outside',\n    ` : ''}'counted')`;
  const stages = [...findTexts(path), ...DAY, ...FIELDS, { isPing: IS_PING }, { fate }];
  return joinStages(selectTexts(path), stages);
}

/** The pings as they are kept in `selvedge_pings`. */
export const selectPings = (asked: LinesAsked): string =>
  `SELECT day, e2 AS e, toUInt32OrZero(o2) AS o, a2 AS a, g2 AS g, toUInt32OrZero(n2) AS n, s2 AS s,
  toFloat64OrZero(y2) AS y, toFloat64OrZero(q2) AS q, r2 AS r
FROM (${judgeLines(asked)}) WHERE fate = 'counted'`;
