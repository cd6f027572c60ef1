// What a ping says: the query of one request to the ping path, judged. Pure.

import { isArm } from '../../shared/engine/arms.ts';
import { MOST_CAP } from '../../shared/schema/cap.ts';

/** A coin's side was counted, or (with `goal`) that it reached a goal. */
export interface Ping {
  experience: string;
  round: number;
  /** `holdout`, `on` or `variant:ID` */
  arm: string;
  /** empty where the visitor was counted */
  goal: string;
  /** the how many-th of this goal; 0 where the visitor was counted */
  n: number;
  /** which group it was shown to, as far as that is said; else empty */
  symbol: string;
  /** by how much the visitor's total and its square grew */
  value: number;
  squares: number;
  /** 12 characters for this line alone: who reads it in two files counts it once */
  random: string;
}

const RANDOM = /^[0-9a-z]{12}$/;
const WHOLE = /^(?:0|[1-9]\d{0,8})$/;
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
/** The most of one goal that a browser counts. */
const MOST_TIMES = 20;
/** Longer names are of nobody's config, and would fill the memory. */
const LONGEST = 200;

/** Some logs encode what was encoded already: `%253A` for `%3A`. */
function decode(text: string, times: number): string {
  if (!/[%+]/.test(text)) return text;
  const decoded = decodeURIComponent(text.replaceAll('+', ' '));
  if (times < 2 || !decoded.includes('%')) return decoded;
  try {
    return decodeURIComponent(decoded);
  } catch {
    // it was encoded once after all, and holds a percent sign
    return decoded;
  }
}

function readFields(query: string, times: number): Map<string, string> | undefined {
  const fields = new Map<string, string>();
  for (const part of query.split('&')) {
    const at = part.indexOf('=');
    const name = at < 0 ? part : part.slice(0, at);
    // of two the first counts, as in the database
    if (fields.has(name)) continue;
    try {
      fields.set(name, at < 0 ? '' : decode(part.slice(at + 1), times));
    } catch {
      return undefined;
    }
  }
  return fields;
}

/**
 * @param query what stands behind the `?`
 * @param timesEncoded 2 for logs that encode it once more
 * @returns undefined where it is of another version, or a field is missing or malformed
 */
export function readPing(query: string, timesEncoded = 1): Ping | undefined {
  const fields = readFields(query, timesEncoded);
  if (fields?.get('v') !== '1') return undefined;
  const get = (name: string): string => fields.get(name) ?? '';
  const [experience, round, arm, random] = [get('e'), get('o'), get('a'), get('r')];
  const [goal, n, symbol, value, squares] = [get('g'), get('n'), get('s'), get('y'), get('q')];
  if (!experience || !isArm(arm) || !RANDOM.test(random)) return undefined;
  if (Math.max(experience.length, arm.length, goal.length) > LONGEST) return undefined;
  if (!WHOLE.test(round) || Number(round) < 1) return undefined;
  if (symbol && !WHOLE.test(symbol)) return undefined;
  if ([value, squares].some((number) => number && !NUMBER.test(number))) return undefined;
  // a value is its growth and that of its square, or nothing
  if (Boolean(value) !== Boolean(squares)) return undefined;
  const isGoal = fields.has('g');
  if (isGoal !== fields.has('n') || isGoal !== Boolean(goal)) return undefined;
  if (isGoal && !(WHOLE.test(n) && Number(n) >= 1 && Number(n) <= MOST_TIMES)) return undefined;
  if (!isGoal && (symbol || value)) return undefined;
  const numbers = { round: Number(round), n: Number(n), value: Number(value), squares: Number(squares) };
  const isWorth = Math.abs(numbers.value) <= MOST_CAP && Math.abs(numbers.squares) <= MOST_CAP ** 2;
  return isWorth ? { experience, arm, goal, symbol, random, ...numbers } : undefined;
}
