// Whether a visitor may be asked now, by what is remembered: seldom, never twice, and never where nothing may be stored.

import { REFUSED, readLog } from '../engine/ask-log.ts';
import { ms } from '../grammar/duration.ts';
import type { Question } from '../schema/question.ts';

/** As `selvedge.export()` answers. */
export interface Recalled {
  mode?: string;
  firstSeenAt?: number | null;
  traits?: Record<string, unknown>;
  events?: readonly { name: string; at: number }[];
}

const DAY = 86_400_000;
/** Between any two questions (ms). */
const BETWEEN = 7 * DAY;
/** Between a question that was closed and the same one (ms). */
const AFTER_CLOSED = 30 * DAY;

/** They came a moment ago for the first time: they are shown the page, and asked nothing. */
function isFirstPage({ events = [], firstSeenAt }: Recalled): boolean {
  const visits = events.filter(({ name }) => name === 'visit_start');
  const from = visits.at(-1)?.at ?? 0;
  const views = events.filter(({ name, at }) => name === 'page_view' && at >= from);
  return visits.length < 2 && views.length < 2 && (firstSeenAt ?? from) >= from;
}

/** Whether it counts as said by the visitor that they want none. */
const isOff = (traits: Record<string, unknown>): boolean =>
  [traits.selvedge_off].flat().includes('questions');

/** @param recalled undefined in a preview: nobody remembers it */
export function mayAsk(
  { id, trait, again }: Pick<Question, 'id' | 'trait' | 'again'>,
  recalled: Recalled | undefined,
  now: number,
): boolean {
  if (!recalled) return true;
  const { mode, traits = {} } = recalled;
  if (mode !== 'stored' || isOff(traits) || isFirstPage(recalled)) return false;
  const log = readLog(traits);
  if (log.some(({ at }) => now - at < BETWEEN)) return false;
  const own = log.find((one) => one.id === id);
  const { closed = 0, at = 0, answeredAt } = own ?? {};
  if (closed >= REFUSED || (closed > 0 && now - at < AFTER_CLOSED)) return false;
  if (answeredAt !== undefined) return again !== undefined && now - answeredAt >= ms(again);
  // the site knows it otherwise
  return !Object.hasOwn(traits, trait) || traits[trait] === undefined;
}
