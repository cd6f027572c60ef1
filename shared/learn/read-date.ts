// Dates as exports write them, as what a clock on the wall showed: ms as if that were UTC. What could be two days is
// never guessed: both numbers are kept until a file has told which of them is the day.

import { DAY_MS } from './day.ts';
import { monthOf } from './month-names.ts';
import { LearnRefusal } from './refusal.ts';

/** In which order the numbers of a date stand, where its text alone does not tell. */
export type DateForm = 'DD/MM/YYYY' | 'MM/DD/YYYY';
export const DATE_FORMS: readonly DateForm[] = ['DD/MM/YYYY', 'MM/DD/YYYY'];
/** All that may be known of how a column writes them: also as spreadsheets count days. */
export type ColumnForm = DateForm | 'serial';

export interface ReadDate {
  /** ms; of an unsettled one the first of January of its year, and the time of that day */
  at: number;
  /** ms by which the clock on the wall is ahead of UTC; NaN where the text says nothing */
  offsetMs: number;
  /** two numbers of which one is the day and one the month, as first × 100 + second; 0 where that is settled */
  unsettled: number;
}

/** Where the year stands first the month is next, whatever sign stands between. A time may follow. */
const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?=[T ])(.*))?$/i;
const OTHER = /^(\d{1,2})([./-])(\d{1,2})[./-](\d{4})(?:(?=[T ,])(.*))?$/i;
/** A month in words, behind the day or before it, and the name of the day before both. */
const DAY_MONTH =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]*(?:de\s+)?(\p{L}+\.?),?[\s-]*(?:de\s+)?(\d{4})\b(.*)$/iu;
const MONTH_DAY = /^(?:\p{L}+\.?,?\s+)??(\p{L}+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b(.*)$/iu;
const TIME =
  /^[\s,T]*(?:(?:at|um)\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?m\.?)?(?:\s+Uhr)?\s*(?:(Z|UTC|GMT)?([+-]\d{2}:?\d{2})?)(?:\s*\([^)]*\))?$/i;
/** Seconds, ms or µs since 1970 by their number of digits. */
const SINCE_1970: Record<number, number> = { 10: 1e3, 13: 1, 16: 1e-3 };

/** @returns ms; NaN where there is no such day */
function dayAt(year: number, month: number, day: number): number {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : Number.NaN;
}

/** A day without a time stands for its noon. */
function timeOf(hour?: string, minute?: string, second?: string, half?: string): number {
  if (hour === undefined) return DAY_MS / 2;
  const isLate = half?.toLowerCase() === 'p';
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isLate ? 12 : 0);
  return hours < 24 ? hours * 36e5 + Number(minute) * 6e4 + Number(second ?? 0) * 1e3 : Number.NaN;
}

function offsetOf(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 36e5 + Number(minutes) * 6e4);
}

function readDigits(text: string): ReadDate | undefined {
  if (!/^\d+$/.test(text)) return undefined;
  if (text.length === 8) {
    const day = dayAt(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
    return { at: day + DAY_MS / 2, offsetMs: Number.NaN, unsettled: 0 };
  }
  const scale = SINCE_1970[text.length];
  return scale === undefined ? undefined : { at: Number(text) * scale, offsetMs: 0, unsettled: 0 };
}

/** The days of an export are few, and each of them is written in many rows. */
const days = new Map<string, number>();

/** @returns ms of a day written as 2026-11-28; NaN for any other text */
function isoDay(text: string): number {
  let at = days.get(text);
  if (at === undefined) {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
    at = year === undefined ? Number.NaN : dayAt(Number(year), Number(month), Number(day));
    if (days.size < 100_000) days.set(text, at);
  }
  return at;
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;
const isTwo = (text: string, at: number): boolean => {
  const [tens, ones] = [digit(text, at), digit(text, at + 1)];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
};
const two = (text: string, at: number): number => 10 * digit(text, at) + digit(text, at + 1);

/** The most frequent ways to write one: 2026-11-28, and with 10:05:00 behind it. @returns NaN for all others */
function readUsual(text: string): number {
  const { length } = text;
  if (length !== 10 && length !== 19) return Number.NaN;
  const day = isoDay(length === 10 ? text : text.slice(0, 10));
  if (length === 10) return day + DAY_MS / 2;
  const isTime =
    isTwo(text, 11) && text[13] === ':' && isTwo(text, 14) && text[16] === ':' && isTwo(text, 17);
  if (!isTime || (text[10] !== ' ' && text[10] !== 'T') || two(text, 11) > 23) return Number.NaN;
  return day + two(text, 11) * 36e5 + two(text, 14) * 6e4 + two(text, 17) * 1e3;
}

/**
 * No shop's orders are older: what is was written by a clock that was never set, or is a number of something else, such as
 * of seconds where ms are read.
 */
const EARLIEST = Date.UTC(1980, 0, 2);
const LATEST = Date.UTC(2100, 0, 1);

/** Whether an order can be of that time. */
export const isOfOrders = (at: number): boolean => at >= EARLIEST && at < LATEST;

/** @returns undefined for what is no date, or none of an order */
export function readDate(written: string, form?: ColumnForm): ReadDate | undefined {
  const date = readAnyDate(written, form);
  return date && isOfOrders(date.unsettled ? date.at + DAY_MS : date.at) ? date : undefined;
}

/** As spreadsheets count days: 45662 is 2025-01-05, and what stands behind a point its time. */
const SERIAL = /^(\d{5})(?:[.,](\d+))?$/;
/** The day 0 of it, in days since 1970. */
const SERIAL_ZERO = -25_569;
const [LEAST_SERIAL, MOST_SERIAL] = [30_000, 60_000];

function readSerial(text: string): ReadDate | undefined {
  const [, day = '', share] = SERIAL.exec(text) ?? [];
  if (!(Number(day) >= LEAST_SERIAL && Number(day) < MOST_SERIAL)) return undefined;
  const seconds = share === undefined ? DAY_MS / 2e3 : Math.round((Number(`0.${share}`) * DAY_MS) / 1e3);
  return { at: (SERIAL_ZERO + Number(day)) * DAY_MS + seconds * 1e3, offsetMs: Number.NaN, unsettled: 0 };
}

/** Whether all that stands in a column of dates are days as spreadsheets count them. */
export function areSerials(cells: readonly string[]): boolean {
  const full = cells.flatMap((cell) => cell.trim() || []);
  return full.length > 0 && full.every((cell) => readSerial(cell) !== undefined);
}

interface Time {
  /** ms since midnight; NaN for what is none */
  time: number;
  offsetMs: number;
}

/** @param text what stands behind a day: a time, or nothing */
function readTime(text: string): Time {
  if (!text.trim()) return { time: timeOf(), offsetMs: Number.NaN };
  const [, hour, minute, second, half, zone, offset] = TIME.exec(text) ?? [];
  const time = hour === undefined ? Number.NaN : timeOf(hour, minute, second, half);
  return { time, offsetMs: offsetOf(offset ?? zone) };
}

function settledAt(day: number, { time, offsetMs }: Time): ReadDate | undefined {
  return Number.isNaN(day + time) ? undefined : { at: day + time, offsetMs, unsettled: 0 };
}

/** One whose month is a word. */
function readNamed(text: string): ReadDate | undefined {
  const [, dayFirst = '', behind = '', ...dayRest] = DAY_MONTH.exec(text) ?? [];
  const isDayFirst = monthOf(behind) !== undefined;
  const [, before = '', daySecond = '', ...monthRest] = MONTH_DAY.exec(text) ?? [];
  const month = monthOf(isDayFirst ? behind : before);
  const [year, rest = ''] = isDayFirst ? dayRest : monthRest;
  if (year === undefined || month === undefined) return undefined;
  return settledAt(dayAt(Number(year), month, Number(isDayFirst ? dayFirst : daySecond)), readTime(rest));
}

function readAnyDate(written: string, form: ColumnForm | undefined): ReadDate | undefined {
  const text = written.trim();
  if (form === 'serial') return readSerial(text) ?? readAnyDate(text, undefined);
  const usual = readUsual(text);
  if (!Number.isNaN(usual)) return { at: usual, offsetMs: Number.NaN, unsettled: 0 };
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, , month, day, rest = ''] = iso;
    return settledAt(dayAt(Number(year), Number(month), Number(day)), readTime(rest));
  }
  const other = OTHER.exec(text);
  if (!other) {
    const found = readDigits(text) ?? readNamed(text);
    return found && !Number.isNaN(found.at) ? found : undefined;
  }
  const [, first, sign, second, year, rest = ''] = other;
  const time = readTime(rest);
  const known = sign === '.' ? 'DD/MM/YYYY' : form;
  if (known === undefined) {
    const at = Date.UTC(Number(year), 0, 1) + time.time;
    // an instant is no time on a wall before its day is known
    if (Number.isNaN(at) || !Number.isNaN(time.offsetMs)) return undefined;
    return { at, offsetMs: Number.NaN, unsettled: Number(first) * 100 + Number(second) };
  }
  const isDayFirst = known === 'DD/MM/YYYY';
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  return settledAt(dayAt(Number(year), Number(month), Number(day)), time);
}

/**
 * What a clock on the wall showed. What is said with its distance to UTC is an instant; without a zone the day that is
 * written counts.
 */
export function readWall(
  text: string,
  form: ColumnForm | undefined,
  toWall: ((instant: number) => number) | undefined,
): { at: number; unsettled: number } | undefined {
  const date = readDate(text, form);
  if (!date) return undefined;
  const { at, offsetMs, unsettled } = date;
  const isInstant = toWall !== undefined && !Number.isNaN(offsetMs);
  return { at: isInstant ? toWall(at - offsetMs) : at, unsettled };
}

/** @returns ms of an unsettled date, once it is known which of its numbers is the day; NaN where there is none */
export function settleDate(at: number, unsettled: number, form: DateForm): number {
  const isDayFirst = form === 'DD/MM/YYYY';
  const [first, second] = [Math.floor(unsettled / 100), unsettled % 100];
  const time = at % DAY_MS;
  const year = new Date(at).getUTCFullYear();
  return dayAt(year, isDayFirst ? second : first, isDayFirst ? first : second) + time;
}

/** What the numbers of all dates of a file say about which of them is the day. */
export function createFormFinder() {
  let [first, second] = [0, 0];
  return {
    see(unsettled: number) {
      first = Math.max(first, Math.floor(unsettled / 100));
      second = Math.max(second, unsettled % 100);
    },
    /** @throws LearnRefusal with a question, where they say nothing or two things */
    find(file: string): DateForm {
      if (first > 12 !== second > 12) return first > 12 ? 'DD/MM/YYYY' : 'MM/DD/YYYY';
      const why =
        first > 12
          ? 'in some of its dates the day stands first, in others the month'
          : 'nothing in it tells whether the day or the month stands first in its dates';
      throw new LearnRefusal(
        `${file}: ${why}. Say which: --map "date=COLUMN:DD/MM/YYYY" or --map "date=COLUMN:MM/DD/YYYY".`,
        { fault: { kind: 'form', isMixed: first > 12 } },
      );
    },
  };
}
export type FormFinder = ReturnType<typeof createFormFinder>;
