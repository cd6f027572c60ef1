// Old events go, and what was built on them is built anew: whenever a page ends in between, the next one mends it.
import { expect, test, vi } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { decide } from '../../../../shared/engine/decide.ts';
import { fold } from '../../../../shared/engine/fold.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import type { Ledger, LedgerEvent } from '../../../../snippet/remember/ledger.ts';
import { configOf } from '../../shared/engine/arbitraries.ts';

vi.stubGlobal('document', Object.assign(new EventTarget(), { readyState: 'complete' }));
vi.stubGlobal('window', Object.assign(new EventTarget(), { setTimeout, clearTimeout, console }));

const DAY_MS = 864e5;
const NOW = Date.parse('2026-03-27T10:00:00Z');
const MONTH = 30 * DAY_MS;
const viewed = { kind: 'count', event: 'view_item', is: { $gte: 2 } } as const;
const program = compile(configOf([viewed]));

/** One look 31 days ago and one today: a month later only the second counts. */
function makeLife() {
  const events: LedgerEvent[] = [31, 0].map((days, i) => ({
    name: 'view_item',
    at: NOW - days * DAY_MS,
    props: {},
    id: i + 1,
  }));
  const profile = createProfile(program);
  for (const event of events) fold(program, profile, event);
  const kept = [...events];
  const ledger: Pick<Ledger, 'count' | 'read' | 'remove'> = {
    count: async () => kept.length,
    read: async (after, most) => kept.filter(({ id = 0 }) => id > after).slice(0, most),
    remove: async (upTo) => void kept.splice(0, kept.filter(({ id = 0 }) => id <= upTo).length),
  };
  return { life: { ledger: ledger as Ledger, profile, upTo: 2, isOver: false }, kept };
}
type Life = ReturnType<typeof makeLife>['life'];

/** @param end what happens as the state is about to be written; without it that succeeds */
async function tendTo(life: Life, end?: () => never, share?: number): Promise<void> {
  vi.spyOn(Date, 'now').mockReturnValue(NOW);
  const { tend } = await import('../../../../snippet/remember/repair.ts');
  await tend(program, life, MONTH, share, async (mend) => {
    end?.();
    mend.finish(life.profile, []);
  });
}
const isIn = ({ profile }: Life) => decide(viewed, { program, profile, facts: {}, now: NOW }).value;

test('what is too old goes, and does not count any more', async () => {
  const { life, kept } = makeLife();
  expect(isIn(life)).toBe(true);
  await tendTo(life);
  expect([isIn(life), kept.length, life.profile.prunedAt]).toEqual([false, 1, NOW - 31 * DAY_MS]);
});

test('a page that ends before the state is written leaves it to the next', async () => {
  const { life, kept } = makeLife();
  const ended = () => {
    throw new Error('the page has gone');
  };
  await expect(tendTo(life, ended)).rejects.toThrow('gone');
  expect(kept).toHaveLength(2);
  await tendTo(life);
  expect([isIn(life), kept.length]).toEqual([false, 1]);
});

test('where the storage is full, events go first: what is written needs their room', async () => {
  const { life, kept } = makeLife();
  await tendTo(
    life,
    () => {
      expect(kept).toHaveLength(1);
      throw new Error('full');
    },
    0.1,
  ).catch(() => {});
  expect(kept).toHaveLength(1);
});
