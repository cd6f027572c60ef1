// What is said around a report's sentences: how it was counted, how sure it is, what was left out.

import { HOLDOUT, ON } from '../../../shared/engine/arms.ts';
import type { Report, ReportedExperience } from '../../../shared/measure/report.ts';
import { sayArm } from '../../../shared/measure/say-result.ts';
import { readLocale } from '../../../shared/words/locale.ts';
import { sayDecimal, sayNumber, sayRough } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';

/** What a goal's line tells, and so among whom is compared. */
export function sayLevel({ level, epsilon }: ReportedExperience): string {
  switch (level) {
    case 'coin':
      return t`Counted without saying who is in the segment, so among all visitors of these pages.`;
    case 'private': {
      const odds =
        epsilon === undefined
          ? ''
          : t` (ε = ${sayNumber(epsilon)}: at most ${sayDecimal(Math.exp(epsilon))} to 1)`;
      return t`Counted with an answer that is random now and then, so that none can be held against a visitor${odds}. Among those it was shown to.`;
    }
    case 'exact':
      return t`Counted with the answer whether it was shown, so among those it was shown to.`;
  }
}

/** A figure and its per cent stay on one line. */
export const unbroken = (text: string): string => text.replace(/(\d) %/g, '$1\u00a0%');

/** A side of an experience, within a sentence. */
export const saySide = (arm: string): string =>
  arm === ON ? t`with it` : arm === HOLDOUT ? t`without` : sayArm(arm);

/** What `between … and …` means. */
export function saySure({ alpha }: Report): string {
  const sure = sayRough(100 * (1 - alpha), 4);
  return t`“Between … and …” is true ${sure} times in 100, however often you look.`;
}

/** A day of the report, which is one of UTC, in the author's own language. */
export const sayDay = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(readLocale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

const REASONS: [name: keyof Report['source']['skipped'], words: string][] = [
  ['robot', t`of robots`],
  ['twice', t`seen twice`],
  ['unreadable', t`unreadable`],
  ['outside', t`of other days`],
  ['unknown', t`of experiences, rounds, sides or goals that the config has not`],
];

/** The same without its year, where there is little room. */
export const sayShortDay = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(readLocale(), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });

/** What the report was made of, and what was left out. */
export function saySource({ source }: Report): string {
  const { pings, lines, skipped } = source;
  const left = REASONS.filter(([name]) => skipped[name] > 0).map(
    ([name, words]) => `${sayNumber(skipped[name])} ${words}`,
  );
  const counted = pings === 1 ? t`1 ping` : t`${sayNumber(pings)} pings`;
  const said = lines === 1 ? t`${counted} in 1 line` : t`${counted} in ${sayNumber(lines)} lines`;
  return left.length ? t`${said}; not counted: ${left.join(', ')}.` : `${said}.`;
}
