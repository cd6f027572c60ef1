// When a line of a log was written: every form in which the servers say it.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A clock that was never set says another century: what it wrote is of no day. */
const COMMON = /^(\d{2})\/([A-Za-z]{3})\/(20\d{2}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/;
/** A `T` or a space between date and time; without a zone it is UTC, as in W3C's extended format. */
const ISO = /^(20\d{2}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:[.,]\d+)?)\s?(Z|[+-]\d{2}:?\d{2})?$/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** From 2001 on, so that no length of time is taken for one; below it in s, then ms, µs, ns. */
const EARLIEST = 1e9;
const LATEST = 1e10;

function readNumber(number: number): number | undefined {
  if (number < EARLIEST) return undefined;
  let seconds = number;
  while (seconds >= LATEST) seconds /= 1000;
  return seconds >= EARLIEST ? seconds * 1000 : undefined;
}

/** The start of its day there, in ms since epoch; undefined where there is no such day. */
function readDay(text: string): number | undefined {
  const [, day, month = '', year, , , , sign, zoneHours, zoneMinutes] = COMMON.exec(text) ?? [];
  const at = MONTHS.indexOf(month.toLowerCase());
  if (at < 0) return undefined;
  const start = Date.UTC(Number(year), at, Number(day));
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000;
  return new Date(start).getUTCDate() === Number(day) ? start - (sign === '-' ? -zone : zone) : undefined;
}

/** Nearly every line is of the day and the zone of the one before it. */
let common = { day: '', zone: '', start: 0 };
const CLOCK = /^\d\d:\d\d:\d\d$/;

function readCommon(text: string): number | undefined {
  const clock = text.slice(12, 20);
  if (text.length !== 26 || text[11] !== ':' || !CLOCK.test(clock)) return undefined;
  const [day, zone] = [text.slice(0, 11), text.slice(20)];
  if (day !== common.day || zone !== common.zone) {
    const start = readDay(text);
    if (start === undefined) return undefined;
    common = { day, zone, start };
  }
  const hours = Number(clock.slice(0, 2));
  const seconds = hours * 3600 + Number(clock.slice(3, 5)) * 60 + Number(clock.slice(6));
  return hours < 24 ? common.start + seconds * 1000 : undefined;
}

function readIso(text: string): number | undefined {
  const [, date, time = '', zone = 'Z'] = ISO.exec(text) ?? [];
  if (date === undefined) return undefined;
  const colon = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const at = Date.parse(`${date}T${time.replace(',', '.').slice(0, 12)}${colon}`);
  return Number.isNaN(at) ? undefined : at;
}

/** @returns ms since epoch, or undefined where it is no time */
export function readTime(text: string): number | undefined {
  if (NUMBER.test(text)) return readNumber(Number(text));
  return readCommon(text) ?? readIso(text);
}

const DAY = 86_400_000;
let latest = { day: 0, text: '1970-01-01' };

/** The day in UTC, which is the same for all servers of a site. */
export function dayOf(at: number): string {
  const day = Math.floor(at / DAY);
  // nearly every line is of the day of the one before it
  if (day !== latest.day) latest = { day, text: new Date(at).toISOString().slice(0, 10) };
  return latest.text;
}
