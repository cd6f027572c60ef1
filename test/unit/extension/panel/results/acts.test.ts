// What an author does about a result, as edits of an experience.
import { expect, test } from 'vitest';
import {
  canGive,
  countAnew,
  findWinner,
  giveToEveryone,
  stopIt,
} from '../../../../../extension/panel/results/acts.ts';
import type { Experience } from '../../../../../shared/schema/experience.ts';

const made = (more: Partial<Experience> = {}): Experience => ({
  id: 'tents',
  name: 'Tents',
  status: 'live',
  pages: ['/'],
  holdout: 0.5,
  variants: [
    { id: 'first', name: '', segment: 'phones', weight: 2, changes: [] },
    { id: 'a', name: '', segment: 'everyone', weight: 3, changes: [] },
    { id: 'b', name: '', segment: 'everyone', changes: [] },
  ],
  ...more,
});
const weights = ({ variants }: Experience) => variants.map(({ weight }) => weight);

test('to everyone: the winner of a split alone, and 5 % keep the original', () => {
  const one = made();
  expect(canGive(one, 'variant:b')).toBe(true);
  giveToEveryone(one, 'variant:b');
  expect([one.holdout, weights(one)]).toEqual([0.05, [2, 0, undefined]]);
  // given is given
  expect(canGive(one, 'variant:b')).toBe(false);
  expect(canGive(one, 'variant:a')).toBe(true);
});

test('without a split only the holdout changes', () => {
  const one = made({ variants: made().variants.slice(0, 1) });
  expect(canGive(one, 'on')).toBe(true);
  giveToEveryone(one, 'on');
  expect([one.holdout, weights(one)]).toEqual([0.05, [2]]);
  expect(canGive(one, 'on')).toBe(false);
});

test('the original, and a variant that is gone, are given to nobody', () => {
  expect(canGive(made(), 'holdout')).toBe(false);
  expect(canGive(made(), 'variant:gone')).toBe(false);
});

test('who won', () => {
  const base = { arm: 'on', base: 'holdout' } as Parameters<typeof findWinner>[0];
  const of = (verdict: (typeof base)['verdict']) => findWinner({ ...base, verdict });
  expect([of('better'), of('worse')]).toEqual(['on', 'holdout']);
  expect([of('too early'), of('broken split'), of('no difference seen')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('stopped, and counted anew after whatever is live', () => {
  const one = made();
  stopIt(one);
  expect(one.status).toBe('paused');
  countAnew(one, 1);
  expect(one.round).toBe(2);
  countAnew(one, 7);
  expect(one.round).toBe(8);
});
