// What old libraries made of lists: the lines come out as they do without them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../../../../shared/engine/compile.ts';
import { findLeaves } from '../../../../../shared/engine/lines/answers.ts';
import { linesOf } from '../../../../../shared/engine/lines/lines-of.ts';
import { createProfile } from '../../../../../shared/engine/profile.ts';
import { configOf } from '../arbitraries.ts';
import { life, live, site } from './lives.ts';
import { templates } from './rules.ts';

/** In own words: Prototype 1.6 and MooTools 1.2. */
const REPLACED: [owner: object, name: string, value: unknown][] = [
  [Array, 'from', (given: ArrayLike<unknown>) => Array.prototype.slice.call(given)],
  [Array.prototype, 'entries', Array.prototype.slice],
  [
    Array.prototype,
    'reduce',
    function (this: unknown[]) {
      return this.length > 1 ? this : this[0];
    },
  ],
];

/** What `act` answers while one of them is in place. */
function under<T>([owner, name, value]: (typeof REPLACED)[number], act: () => T): T {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  try {
    return act();
  } finally {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  }
}

const program = compile(configOf(templates, site));
const [deeds = []] = fc.sample(life, { numRuns: 1, seed: 7 });
const profile = createProfile(program);
live(program, profile, deeds);
/** From the leaves on, as a page does it. */
const write = (): string =>
  JSON.stringify(findLeaves(program).map((leaf) => [leaf.key, linesOf(program, profile, leaf)]));
const plain = write();

test.each(REPLACED)('%o: another %s', (...replaced) => {
  expect(under(replaced, write)).toBe(plain);
});
