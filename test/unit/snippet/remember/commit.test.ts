// A life written into a real ledger (an IndexedDB in memory), without a page around it: one transaction, all or nothing.
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import type { Allowed } from '../../../../snippet/remember/commit.ts';
import type { Grant } from '../../../../snippet/remember/grant.ts';
import type { Life } from '../../../../snippet/remember/life.ts';
import { configOf } from '../../shared/engine/arbitraries.ts';

const none = { getItem: () => null, setItem() {}, removeItem() {} };
// taken by native.ts once, when it is imported: before everything that imports it
vi.stubGlobal('localStorage', none);
vi.stubGlobal('sessionStorage', none);
vi.stubGlobal('document', new EventTarget());
vi.stubGlobal('window', Object.assign(new EventTarget(), { setTimeout, clearTimeout, console }));

const { createLife, dropBacklog, endLife, live, recall, startOver } = await import(
  '../../../../snippet/remember/life.ts'
);
const { commit } = await import('../../../../snippet/remember/commit.ts');
const { NONE, UNKNOWN } = await import('../../../../snippet/remember/merge.ts');

const program = compile(
  configOf([{ kind: 'count', event: 'view_item', is: { $gte: 3 }, within: '7d' }] as const),
);
const lives: Life[] = [];
const warned: string[] = [];
let at = Date.parse('2026-03-27T10:00:00Z');

/** Somebody on a page: what is on file is nothing. */
function begin(): Life {
  const life = createLife(program);
  recall(program, life);
  lives.push(life);
  return life;
}
const view = (life: Life, n: number) =>
  live(program, life, { name: 'view_item', props: { n }, at: ++at, tagged: false, events: [] });
interface Permit extends Allowed {
  now: Grant | undefined;
}
const allow = (now: Grant | undefined = { consent: 'implied' }): Permit => ({
  now,
  grant() {
    return this.now;
  },
  take(next) {
    this.now = next;
  },
});
const write = (life: Life, allowed: Allowed = allow()) =>
  commit(program, life, allowed, ({ code }) => warned.push(code), undefined);
/** Beside `visit_start`, which the first act brings. */
const stored = async (life: Life) =>
  (await life.ledger.all()).flatMap(({ name, props }) => (name === 'view_item' ? [props.n] : []));

beforeEach(async () => {
  for (const life of lives.splice(0)) {
    await life.ledger.erase();
    endLife(life);
  }
  warned.length = 0;
});

test('what was done is stored once, and memory knows what the ledger holds', async () => {
  const life = begin();
  const acts = [view(life, 1), view(life, 2)];
  const { isNews, confirm } = await write(life);
  expect({ isNews, rev: life.rev }).toEqual({ isNews: false, rev: NONE });
  confirm();
  await Promise.all(acts);
  expect(life).toMatchObject({ rev: 1, upTo: 3 });
  expect(await stored(life)).toEqual([1, 2]);
  (await write(life)).confirm();
  expect(await stored(life)).toEqual([1, 2]);
  expect(life.rev, 'nothing to add, nothing is written').toBe(1);
});

test('what may not be stored any more is not, and comes back whole', async () => {
  const life = begin();
  void view(life, 1);
  const allowed = allow();
  allowed.now = undefined;
  await expect(write(life, allowed)).rejects.toThrow('erased');
  expect(await stored(life)).toEqual([]);
  life.backlog.giveBack();
  expect(life.backlog.own()).toHaveLength(1);
});

test('of two tabs each has what the other did, and takes the wider grant', async () => {
  const [one, other] = [begin(), begin()];
  void view(one, 1);
  void view(other, 2);
  (await write(one, allow({ consent: 'granted', isOwn: true }))).confirm();
  const allowed = allow();
  const { isNews, confirm } = await write(other, allowed);
  confirm();
  expect(isNews).toBe(true);
  expect(allowed.now).toEqual({ consent: 'granted', isOwn: true });
  expect(other).toMatchObject({ rev: 2, upTo: 3, seed: one.seed });
  expect(await stored(other)).toEqual([1, 2]);
  expect(other.profile).not.toEqual(one.profile);
  (await write(one)).confirm();
  expect(one.profile).toEqual(other.profile);
});

test('withheld while it commits: what memory holds is not what is stored', async () => {
  const life = begin();
  void view(life, 1);
  const { confirm } = await write(life);
  dropBacklog(life);
  startOver(program, life, []);
  confirm();
  expect(life.rev).toBe(UNKNOWN);
  expect(await stored(life), 'it was allowed as it was asked').toEqual([1]);
  (await write(life)).confirm();
  expect(life.rev).toBe(1);
});

test('who is over cannot open the ledger again, and keeps nobody waiting', async () => {
  const life = begin();
  const act = view(life, 1);
  endLife(life);
  await act;
  expect(life.isOver).toBe(true);
  await expect(write(life)).rejects.toThrow('closed');
});
