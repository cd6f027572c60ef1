// A length of time as authors read and write it: "3 days" for the config's "3d", and back.

import { ms } from '../../../shared/grammar/duration.ts';
import { saySpan } from './say-test.ts';

/** Not "month": the config knows none, and "m" is a minute. */
const WRITTEN =
  /^(\d+(?:\.\d+)?)\s*(?:(s|m|h|d|w)|(s)ec(?:ond)?s?|(m)in(?:ute)?s?|(h)ours?|(d)ays?|(w)eeks?)$/i;

/** "3 days", "90 min", "3d" → "3d", "90m", "3d"; what says no length stays as it is, for the config's check to refuse. */
export function readSpan(written: string): string {
  const text = written.trim();
  const [, number, ...units] = WRITTEN.exec(text) ?? [];
  const unit = units.find((one) => one !== undefined);
  return number !== undefined && unit !== undefined ? number + unit.toLowerCase() : text;
}

/** "3d" → "3 days", unless the words could not be read back: "36h" stays. */
export function writeSpan(span: string): string {
  const words = saySpan(span);
  return ms(readSpan(words)) === ms(span) ? words : span;
}
