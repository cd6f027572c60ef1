// The visitor's memory over a real ledger (an IndexedDB in memory): what another script or a wrong clock left there is
// put right in the write that comes across it, and nothing else is lost; what is erased is gone.
import type { Profile } from '../../../../shared/engine/profile.ts';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { decide } from '../../../../shared/engine/decide.ts';
import type { Begun } from '../../../../snippet/begun.ts';
import type { Denial } from '../../../../snippet/remember/grant.ts';
import type { Visitor } from '../../../../snippet/remember/visitor-api.ts';
import { configOf } from '../../shared/engine/arbitraries.ts';

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
// taken by native.ts once, when it is imported: before everything that imports it
vi.stubGlobal('localStorage', storage);
vi.stubGlobal('sessionStorage', storage);
vi.stubGlobal(
  'document',
  Object.assign(new EventTarget(), { readyState: 'complete', visibilityState: 'visible' }),
);
vi.stubGlobal('window', Object.assign(new EventTarget(), { setTimeout, clearTimeout, console }));

const YEAR = 365 * 864e5;
const viewed = { kind: 'count', event: 'view_item', is: { $gte: 3 }, within: '7d' } as const;
let clock = Date.parse('2026-03-27T10:00:00Z');
let ahead = 0;
const pages: Visitor[] = [];
beforeEach(async () => {
  for (const page of pages.splice(0)) await page.erase();
  kept.clear();
  clock += YEAR;
  ahead = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => ++clock + ahead);
});

/**
 * The next page of this tab, which leaves the one before.
 *
 * @param isDoubted a consent tool doubts before anything is written
 * @param isBeside in a tab of its own: the page before stays
 * @param fileLines of a tag in two files
 * @param changed told when the profile changed otherwise
 */
async function open(
  isDoubted?: boolean,
  isBeside?: boolean,
  fileLines?: Begun['fileLines'],
  changed = () => {},
) {
  const { createVisitor } = await import('../../../../snippet/remember/visitor.ts');
  if (!isBeside) pages.at(-1)?.leave(true);
  const program = compile(configOf([viewed]));
  const warned: string[] = [];
  const visitor = createVisitor({
    program,
    retention: YEAR,
    warn: ({ code }) => warned.push(code),
    changed,
    begun: fileLines && {
      href: '',
      leftViews: () => [],
      said: [],
      isTwice: false,
      isOnStandby: false,
      isPainted: false,
      fileLines,
    },
  });
  pages.push(visitor);
  visitor.begin({ consent: 'implied' });
  void visitor.track('page_view', { path: '/' });
  if (isDoubted) visitor.begin(undefined, 'withhold');
  visitor.hurry();
  await visitor.ready;
  return {
    warned,
    track: (name: string) => visitor.track(name, {}),
    events: () => visitor.events(),
    mode: visitor.mode,
    profile: visitor.profile,
    ask: () => decide(viewed, { program, profile: visitor.profile(), facts: {}, now: Date.now() }).value,
  };
}

const inStores = (work: (events: IDBObjectStore, state: IDBObjectStore) => void): Promise<void> =>
  new Promise((resolve) => {
    const opening = indexedDB.open('selvedge');
    opening.onsuccess = () => {
      const tx = opening.result.transaction(['events', 'state'], 'readwrite');
      work(tx.objectStore('events'), tx.objectStore('state'));
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
const spoil = (change: (profile: Profile) => object) => (_events: IDBObjectStore, state: IDBObjectStore) => {
  const got = state.get('visitor');
  got.onsuccess = () =>
    state.put(
      { ...got.result, profile: { ...got.result.profile, ...change(got.result.profile) } },
      'visitor',
    );
};

test('a visit a year ahead: known again from the third page on, every event kept, dated, and said once', async () => {
  ahead = YEAR;
  const first = await open();
  await first.track('view_item');
  ahead = 0;
  const said: unknown[] = [];
  for (let i = 0; i < 4; i++) {
    const { track, ask, warned, events, mode } = await open();
    for (let n = 0; n < 3; n++) await track('view_item');
    said.push([ask(), warned, mode()]);
    const all = await events();
    expect(all.filter(({ name }) => name === 'view_item')).toHaveLength(1 + 3 * (i + 1));
    expect(all.filter(({ at }) => at > Date.now()).length).toBe(i < 2 ? all.length : 0);
  }
  expect(said).toEqual([
    ['unknown', [], 'stored'],
    ['unknown', [], 'stored'],
    [true, ['memory'], 'stored'],
    [true, [], 'stored'],
  ]);
});

test.each<[what: string, work: Parameters<typeof inStores>[0], warned: string[]]>([
  [
    'records that make no sense',
    (events) => {
      for (const one of [
        {},
        { name: 5, at: 1, props: {} },
        { name: 'view_item', at: NaN, props: {} },
        { name: 'view_item', at: new Date(), props: {} },
        { name: 'view_item', at: clock, props: null },
        { name: 'view_item', props: {} },
      ])
        events.add(one);
    },
    ['memory'],
  ],
  [
    'one record far ahead among the others',
    (events) => void events.put({ id: 3, name: 'view_item', at: 8e15, props: {} }),
    [],
  ],
  ['a state that is none', (_events, state) => void state.put(5, 'visitor'), []],
  ['NaN as the newest date', spoil(() => ({ newestAt: NaN })), []],
  ['a first sight ahead', spoil(() => ({ firstSeenAt: 8e15 })), []],
  ['a visit ahead', spoil(({ visit }) => ({ visit: { ...visit, startAt: 8e15 } })), []],
  ['what was pruned ahead', spoil(() => ({ prunedAt: 8e15 })), []],
  [
    'NaN in a state',
    spoil(({ nodes }) => ({ nodes: { [Object.keys(nodes)[0] as string]: [[NaN, 1]] } })),
    [],
  ],
  [
    'a state that is no list',
    spoil(({ nodes }) => ({ nodes: { [Object.keys(nodes)[0] as string]: 'x' } })),
    [],
  ],
])('%s: everything else counts', async (_what, work, warned) => {
  const first = await open();
  for (let n = 0; n < 3; n++) await first.track('view_item');
  await inStores(work);
  kept.clear();
  const then = await open();
  await then.track('share');
  expect([then.mode(), then.ask(), then.warned]).toEqual(['stored', true, warned]);
  const all = await then.events();
  expect(all.filter(({ name }) => name === 'view_item')).toHaveLength(3);
  expect(then.profile().firstSeenAt).toBe(all[0]?.at);
  expect(then.profile().isOdd).toBeUndefined();
});

const DENIED = '{"consent":"denied"}';
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

test.each<[what: string, denial: Denial | undefined, left: string | undefined]>([
  ['denied by the visitor', { consent: 'denied', isOwn: true }, '{"consent":"denied"}'],
  ['denied by a consent tool', { consent: 'denied', isOwn: false }, '{"consent":"denied" }'],
  ['forgotten', undefined, undefined],
])('an export that everything is erased under makes no database: %s', async (_what, denial, left) => {
  const { events } = await open();
  const [page] = pages;
  await events();
  expect(await databases()).toEqual(['selvedge']);
  // asked before, answered after
  const asked = events();
  await page?.erase(denial);
  expect(kept.get('selvedge')).toBe(left);
  expect(await asked).toEqual([]);
  expect(await databases()).toEqual([]);
});

test('what is pending is left to the next page where the connection has died', async () => {
  const page = await open();
  await page.track('view_item');
  const dead = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('', 'InvalidStateError');
  });
  void page.track('purchase');
  pages.at(-1)?.leave(true);
  dead.mockRestore();
  const next = await open();
  expect((await next.events()).filter(({ name }) => name === 'purchase')).toHaveLength(1);
});

const turns = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise((done) => setImmediate(done));
};

/** Calls `act` as soon as the next call of this method is done. */
function after<T extends object>(of: T, method: keyof T & string, act: () => void): void {
  const original = of[method] as (...given: unknown[]) => unknown;
  const spy = vi.spyOn(of as Record<string, (...given: unknown[]) => unknown>, method);
  spy.mockImplementationOnce(function (this: T, ...given) {
    queueMicrotask(act);
    return original.apply(this, given);
  });
}

test.each<[when: string, watch: (doubt: () => void) => void]>([
  ['the database is asked', (doubt) => after(IDBDatabase.prototype, 'transaction', doubt)],
  ['the state is read', (doubt) => after(IDBObjectStore.prototype, 'get', doubt)],
  ['the events after it are read', (doubt) => after(IDBObjectStore.prototype, 'getAll', doubt)],
  ['events are added', (doubt) => after(IDBObjectStore.prototype, 'add', doubt)],
  ['the state is stored', (doubt) => after(IDBObjectStore.prototype, 'put', doubt)],
  ['it is committed', (doubt) => after(IDBTransaction.prototype, 'commit', doubt)],
  ['it is on file', (doubt) => after(storage, 'setItem', doubt)],
])('a doubt while a write is under way (%s): each event counts once', async (_when, watch) => {
  for (const patience of [0, 1, 2, 3, 5, 8, 30]) {
    for (const page of pages.splice(0)) await page.erase();
    kept.clear();
    const first = await open();
    await first.track('view_item');
    const { events, ask, track, mode } = await open();
    const visitor = pages.at(-1);
    await visitor?.events();
    const doubted = new Promise<void>((resolve) =>
      watch(() => {
        visitor?.begin(undefined, 'withhold');
        resolve();
      }),
    );
    void track('view_item');
    await doubted;
    void track('view_item');
    await turns(patience);
    await visitor?.keep({ consent: 'granted' });
    await track('share');
    const all = await events();
    const what = `answered after ${patience} turns: ${all.map(({ name }) => name)}`;
    expect(mode(), what).toBe('stored');
    expect(all.filter(({ name }) => name === 'view_item').length, what).toBe(3);
    expect(all.filter(({ name }) => name === 'page_view').length, what).toBe(2);
    expect([ask(), visitor?.profile().newestAt], what).toEqual([true, all.at(-1)?.at]);
    // what is stored says the same as what is in memory: the next page goes on from there
    const then = await open();
    expect([then.ask(), then.profile().visit?.startAt], what).toEqual([
      true,
      visitor?.profile().visit?.startAt,
    ]);
  }
});

test('what an earlier page left behind counts once, though a doubt comes before it is written', async () => {
  const first = await open();
  await first.track('view_item');
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
    throw new DOMException('', 'InvalidStateError');
  });
  void first.track('purchase');
  const { events } = await open(true);
  // what came before this page is not known while it waits
  expect((await events()).map(({ name }) => name)).toEqual(['visit_start', 'page_view']);
  await pages.at(-1)?.keep({ consent: 'granted' });
  const names = (await events()).map(({ name }) => name);
  expect(names.filter((name) => name === 'purchase')).toHaveLength(1);
});

test.each([0, 1, 2, 3, 5])(
  'what an earlier page left behind counts once, though a doubt comes as it is committed and ends %d turns later',
  async (patience) => {
    const first = await open();
    await first.track('view_item');
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('', 'InvalidStateError');
    });
    void first.track('purchase');
    const doubted = new Promise<void>((resolve) =>
      after(IDBTransaction.prototype, 'commit', () => {
        pages.at(-1)?.begin(undefined, 'withhold');
        resolve();
      }),
    );
    const opening = open();
    await doubted;
    await turns(patience);
    await pages.at(-1)?.keep({ consent: 'granted' });
    const { track, events } = await opening;
    await track('share');
    const names = (await events()).map(({ name }) => name);
    expect(names.filter((name) => name === 'purchase')).toHaveLength(1);
    expect(names.filter((name) => name === 'page_view')).toHaveLength(2);
  },
);

test('a grant to this site itself is on file, also when the click that gave it leaves the page', async () => {
  const { events } = await open();
  await events();
  void pages.at(-1)?.keep({ consent: 'granted', isOwn: true });
  pages.at(-1)?.leave(true);
  expect(kept.get('selvedge')).toMatch(/^\{"consent":"granted","isOwn":true/);
});

// the browser tells the other tab later, or never, as it is gone by then
describe('a tab that is left before it has heard that another one forgot', () => {
  const ways: [what: string, isGone: boolean, act: (page: Visitor) => unknown][] = [
    ['left', true, () => {}],
    ['hidden', false, () => {}],
    ['left with an event on its way', true, (page) => page.track('share', {})],
    ['hidden with an event on its way', false, (page) => page.track('share', {})],
    ['left with a trait on its way', true, (page) => page.set({ plan: 'gold' })],
    ['hidden with a trait on its way', false, (page) => page.set({ plan: 'gold' })],
  ];
  /** What the browser tells the other tabs of what is on file by now. */
  const tellOthers = (what: object = { newValue: kept.get('selvedge') ?? null }) =>
    window.dispatchEvent(Object.assign(new Event('storage'), { key: 'selvedge', oldValue: null, ...what }));

  it.each(ways)('leaves nothing behind, as the other one hears of it: %s', async (_what, isGone, act) => {
    const here = await open();
    await here.track('view_item');
    const page = pages.at(-1)!;
    const there = await open(false, true);
    await there.track('view_item');
    const other = pages.at(-1)!;

    void act(page);
    const erased = other.erase();
    page.leave(isGone);
    await erased;
    page.leave(isGone);
    tellOthers();
    await turns(30);
    expect([kept.get('selvedge'), await databases()]).toEqual([undefined, []]);
  });

  it('after a denial a grant on file is another tab’s word: it stands', async () => {
    const here = await open();
    await here.track('view_item');
    const others = kept.get('selvedge')!;
    await open(false, true);
    const page = pages.at(-1)!;
    await page.erase({ consent: 'denied', isOwn: true });
    kept.set('selvedge', others);
    tellOthers();
    await turns(30);
    // the tab that stays may have written on it meanwhile
    expect(kept.get('selvedge')).toMatch(/^\{"consent":"implied"/);
  });

  it.each(ways)('nor over a denial that another one has put there: %s', async (_what, isGone, act) => {
    const { track } = await open();
    await track('view_item');
    const page = pages.at(-1)!;
    // as after a standby: whatever is done, there is something to save
    page.begin({ consent: 'implied' });
    kept.set('selvedge', DENIED);
    void act(page);
    page.leave(isGone);
    expect(kept.get('selvedge')).toBe(DENIED);
    await turns(30);
    expect(kept.get('selvedge')).toBe(DENIED);
  });

  it('nor over one that is put there as a write is committed, which ends with it', async () => {
    const { track, mode } = await open();
    await track('view_item');
    after(IDBTransaction.prototype, 'commit', () => kept.set('selvedge', DENIED));
    await track('share');
    await expect.poll(databases).toEqual([]);
    expect([kept.get('selvedge'), mode()]).toEqual([DENIED, 'off']);
  });

  it('nor over one where what the next page reads before its first paint is ready late', async () => {
    let isReady = () => {};
    const { track } = await open(false, false, (_program, _profile, refile) => {
      isReady = refile;
      return { happened() {}, forNext: () => ({ now: { rules: '', answers: {}, newestAt: 0, traits: {} } }) };
    });
    await track('view_item');
    isReady();
    expect(kept.get('selvedge')).toContain('"now":');
    // nor over what somebody else has begun in another tab
    for (const file of [DENIED, '{"consent":"implied","rev":1,"seed":"other"}']) {
      kept.set('selvedge', file);
      isReady();
      expect(kept.get('selvedge')).toBe(file);
    }
  });

  it.each([DENIED, '{"consent":"denied" }'])(
    '%s, written over before it was heard of, stands',
    async (denial) => {
      // who looks at what is on file, then or later, finds it
      const found: unknown[] = [];
      const look = () => void found.push(kept.get('selvedge'));
      const { track } = await open(false, false, undefined, look);
      await track('view_item');
      expect(kept.get('selvedge')).toMatch(/^\{"consent":"implied"/);
      found.length = 0;
      window.dispatchEvent(Object.assign(new Event('storage'), { key: 'selvedge', newValue: denial }));
      expect(kept.get('selvedge')).toBe(denial);
      expect(found).toEqual([denial]);
      await expect.poll(databases).toEqual([]);
    },
  );

  it.each(ways)('nor over whoever began anew there: %s', async (_what, isGone, act) => {
    const here = await open();
    await here.track('view_item');
    const page = pages.at(-1)!;
    await open(false, true);
    const other = pages.at(-1)!;

    await other.erase();
    other.begin({ consent: 'implied' });
    await other.track('share', {});
    const anew = kept.get('selvedge');
    expect(anew).toContain(`"seed":"${other.seed()}"`);
    void act(page);
    page.leave(isGone);
    expect(kept.get('selvedge')).toBe(anew);
    expect((await other.events()).map(({ name }) => name)).not.toContain('view_item');
  });

  // Chromium tells a page of what the page before it wrote as it was left
  it('who was forgotten before a page began is nobody of its own: who is there stays', async () => {
    const here = await open();
    await here.track('view_item');
    const before = kept.get('selvedge');
    await pages.at(-1)!.erase();
    const { track, mode, events } = await open();
    await track('share');
    const anew = kept.get('selvedge');
    tellOthers({ oldValue: before, newValue: null });
    await turns(30);
    expect([mode(), kept.get('selvedge')]).toEqual(['stored', anew]);
    expect((await events()).map(({ name }) => name)).toContain('share');
  });

  it.each([DENIED, '{"consent":"denied" }'])(
    '%s, taken back before a page began, is no erasure',
    async (oldValue) => {
      const { track, mode, events } = await open();
      await track('share');
      const before = kept.get('selvedge');
      tellOthers({ oldValue, newValue: null });
      await turns(30);
      expect([mode(), kept.get('selvedge')]).toEqual(['stored', before]);
      expect((await events()).map(({ name }) => name)).toContain('share');
    },
  );

  it('what a site clears is no forgetting: the page that stays writes it anew', async () => {
    const { track } = await open();
    await track('view_item');
    kept.clear();
    await track('view_item');
    pages.at(-1)?.leave(true);
    expect(kept.get('selvedge')).toMatch(/^\{"consent":"implied"/);
  });

  it('nor is it where the page goes in the same breath: act, trait and grant are there on the next one', async () => {
    const { track } = await open();
    await track('view_item');
    const page = pages.at(-1)!;
    await page.keep({ consent: 'granted', isOwn: true });
    kept.clear();
    void page.set({ plan: 'none' });
    void page.track('logout', {});
    page.leave(true);
    expect(kept.get('selvedge')).toMatch(/^\{"consent":"granted","isOwn":true/);
    await open();
    const next = pages.at(-1)!;
    await next.track('sign_up', {});
    expect(next.profile().traits).toEqual({ plan: 'none' });
    expect((await next.events()).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['view_item', 'logout', 'sign_up']),
    );
  });

  it('nor where it had stored nothing yet', async () => {
    const { track } = await open();
    await track('view_item');
    await open();
    const page = pages.at(-1)!;
    void page.track('logout', {});
    kept.clear();
    page.leave(true);
    await open();
    const next = pages.at(-1)!;
    await next.track('sign_up', {});
    expect((await next.events()).map(({ name }) => name)).toContain('logout');
  });
});
