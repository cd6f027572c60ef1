// A length of time as authors read and write it: "3 days" for the config's "3d", and back, in the panel's language too.

import { ms } from '../../../shared/grammar/duration.ts';
import { t } from '../../../shared/words/t.ts';
import { saySpan } from './say-test.ts';

/** What an author may write for a unit of the config. Not "month": the config knows none, and "m" is a minute. */
const UNITS: Record<string, string> = {
  s: t`sec secs second seconds`,
  m: t`min mins minute minutes`,
  h: t`hour hours`,
  d: t`day days`,
  w: t`week weeks`,
};

const WORDS = new Map(
  Object.entries(UNITS).flatMap(([unit, words]) =>
    [unit, ...words.toLowerCase().split(' ')].map((word): [string, string] => [word, unit]),
  ),
);

/** With three digits behind a comma it may mean thousands, and is not for us to guess. */
const WRITTEN = /^(\d+(?:\.\d+|,\d{1,2})?)\s*(\p{L}+)\.?$/u;

/** "3 days", "90 min", "3d" → "3d", "90m", "3d"; what says no length stays as it is, for the config's check to refuse. */
export function readSpan(written: string): string {
  const text = written.trim();
  const [, number, word] = WRITTEN.exec(text) ?? [];
  const unit = WORDS.get(word?.toLowerCase() ?? '');
  return number !== undefined && unit !== undefined ? number.replace(',', '.') + unit : text;
}

/** "3d" → "3 days", unless the words could not be read back: "36h" stays. */
export function writeSpan(span: string): string {
  const words = saySpan(span);
  return ms(readSpan(words)) === ms(span) ? words : span;
}
