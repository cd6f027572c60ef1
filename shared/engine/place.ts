// Where a visitor stands on the line from 0 to 1.
import { hash } from './hash.ts';

/**
 * Places a visitor on the line from 0 to 1 for one experience: same inputs, same place.
 *
 * @param seed random 128-bit hex string of this browser on this site, not of a person
 * @param salt the experience's id, so that experiences split independently
 * @returns a share in [0, 1), in steps of 2^-32; never throws (place.test.ts measures how even it is)
 */
export function place(seed: string, salt: string): number {
  return hash(`${salt}\n${seed}`) / 2 ** 32;
}
