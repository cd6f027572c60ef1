// What a page can ask before the rest of the tag is there, and what becomes of it when that comes, or never does.
import { beforeEach, expect, test, vi } from 'vitest';
import type { Decided } from '../../../../snippet/now/decided.ts';
import type { Stub } from '../../../../snippet/now/stub.ts';
import type { Served } from '../../../../snippet/public.ts';

vi.stubGlobal('VERSION', '1.2.3');
vi.stubGlobal('window', Object.assign(new EventTarget(), { setTimeout, clearTimeout, console }));
const { answerAsked } = await import('../../../../snippet/later/answer-asked.ts');
const { createStub } = await import('../../../../snippet/now/stub.ts');

const table = '\n#0\t["ada",["?"]]\n#1\t["bob",["?"]]\n#2\t["eve",["?"]]\n';
const decided: Decided = {
  standing: 'implied',
  at: 0,
  given: [
    { order: 0, id: 'e', outcome: 'variant', variant: 'v', eligible: true },
    { order: 1, id: 'f', outcome: 'holdout', variant: 'v', eligible: true },
  ],
  remembered: { rules: '', answers: {}, newestAt: 0, traits: {} },
  facts: () => [],
  ask: (segment) => ([1, 0, 2] as const)[segment as 0],
};
const hurry = vi.fn<() => void>();
let ears: Parameters<typeof createStub>[3];
const refuse = vi.fn<(refusal: string) => void>();
let stub: Stub;
let api: Served;

beforeEach(() => {
  vi.clearAllMocks();
  ears = { touches: { wasActive: false }, bring: hurry };
  stub = createStub(table, () => decided, refuse, ears);
  api = stub.api as Served;
});

/** The rest of the tag, which answers with what it was asked. */
function rest(): { served: Served; calls: unknown[][] } {
  const calls: unknown[][] = [];
  const door =
    (name: string) =>
    (...given: unknown[]) => {
      calls.push([name, ...given]);
      return Promise.resolve(name);
    };
  const names = ['track', 'set', 'consent', 'optOut', 'optIn', 'export', 'forget', 'open'];
  const served: unknown = {
    ...Object.fromEntries(names.map((name) => [name, door(name)])),
    version: '1.2.3',
    ready: Promise.resolve(),
    on(...given: unknown[]) {
      calls.push(['on', ...given]);
      return () => calls.push(['off']);
    },
    segments: () => ['later'],
    experiences: () => [],
    explain: (id: string) => ({ id }),
    q: { push: (...given: unknown[]) => calls.push(['push', ...given]) },
  };
  return { served: served as Served, calls };
}

test('what is known is answered at once', () => {
  expect(api.version).toBe('1.2.3');
  expect(api.segments()).toEqual(['ada']);
  expect(api.experiences()).toEqual([
    { id: 'e', outcome: 'variant', variant: 'v', reason: '' },
    { id: 'f', outcome: 'holdout', reason: '' },
  ]);
  expect(['ada', 'bob', 'eve'].map((id) => api.explain(id))).toEqual([
    { id: 'ada', value: true },
    { id: 'bob', value: false },
    { id: 'eve', value: 'unknown' },
  ]);
  expect(() => api.explain('nobody')).toThrow(RangeError);
  expect(hurry).not.toHaveBeenCalled();
});

test('where nothing was decided, nobody is known to be in a segment', () => {
  const { api } = createStub(table, () => undefined, refuse, ears) as { api: Served };
  expect(api.segments()).toEqual([]);
  expect(api.experiences()).toEqual([]);
  expect(api.explain('ada')).toEqual({ id: 'ada', value: 'unknown' });
});

test('all else waits for the rest, in order, and hurries it; who kept a function asks the rest by it', async () => {
  const { track, set } = api;
  const answers = [track('share', { a: 1 }), set({ plan: 'gold' }), api.export()];
  api.q.push(['track', 'login']);
  expect(hurry).toHaveBeenCalledTimes(3);
  const { served, calls } = rest();
  answerAsked(served, stub.serve(served));
  expect(await Promise.all(answers)).toEqual(['track', 'set', 'export']);
  await api.ready;
  await track('late');
  api.q.push(['track', 'later']);
  expect(calls).toEqual([
    ['track', 'share', { a: 1 }],
    ['set', { plan: 'gold' }],
    ['export'],
    ['push', ['track', 'login']],
    ['track', 'late'],
    ['push', ['track', 'later']],
  ]);
  expect(api.segments()).toEqual(['later']);
});

test('a page that has replaced `then` is answered all the same', async () => {
  const answer = api.export();
  const { served } = rest();
  const broken = <Of>(value: Of): Promise<Of> =>
    Object.defineProperty(Promise.resolve(value), 'then', {
      value() {
        throw new Error('mine');
      },
    });
  const exported = broken({});
  answerAsked(
    { ...served, ready: broken(undefined), export: () => exported as ReturnType<Served['export']> },
    stub.serve({ ...served, ready: broken(undefined) }),
  );
  expect(await api.ready).toBeUndefined();
  expect(await answer).toEqual({});
});

test('a listener hears from the rest, unless it was taken back before that came', () => {
  const heard = vi.fn<() => void>();
  const off = api.on('segments', heard);
  api.on('goal', heard);
  off();
  const { served, calls } = rest();
  answerAsked(served, stub.serve(served));
  const [[, , first], [, , second]] = calls as [unknown[], unknown[]];
  (first as () => void)();
  expect(heard).not.toHaveBeenCalled();
  (second as () => void)();
  expect(heard).toHaveBeenCalledOnce();
});

test.each<[what: string, ask: (api: Served) => Promise<void>, refusal: string]>([
  ['optOut()', ({ optOut }) => optOut(), 'denied'],
  ['consent("denied")', ({ consent }) => consent('denied'), 'denied'],
  ['forget()', ({ forget }) => forget(), 'forgotten'],
  ['["optOut"] pushed', ({ q }) => Promise.resolve(void q.push(['track', 'x'], ['optOut'])), 'denied'],
  ['["consent", "denied"] pushed', ({ q }) => Promise.resolve(void q.push(['consent', 'denied'])), 'denied'],
])('%s is obeyed at once, also where the rest never comes', async (_what, ask, refusal) => {
  const done = ask(api);
  expect(refuse).toHaveBeenCalledExactlyOnceWith(refusal);
  stub.miss();
  await done;
  await ask(api);
  expect(refuse).toHaveBeenCalledTimes(2);
});

test('where the rest never comes every call ends, and nobody refuses who did not say so', async () => {
  const before = [api.track('share'), api.export()];
  stub.miss();
  await api.ready;
  expect(await Promise.all(before)).toEqual([undefined, {}]);
  expect(await api.export()).toEqual({});
  await api.consent('granted');
  await api.optIn();
  expect(refuse).not.toHaveBeenCalled();
});

test('what is asked is handed over with whether somebody had touched the page by then', () => {
  const ask = () => {
    void api.consent('granted');
    void api.optIn();
    api.q.push(['consent', 'granted']);
  };
  ask();
  ears.touches.isTouched = true;
  ask();
  expect(stub.serve(rest().served).map(({ name, hasActed }) => [name, hasActed])).toEqual([
    ['consent', false],
    ['optIn', false],
    ['push', false],
    ['consent', true],
    ['optIn', true],
    ['push', true],
  ]);
});

test('where nobody is waited for, ready resolves, and what was asked so far is told', async () => {
  api.on('ready', () => {});
  api.q.push(['track', 'x']);
  expect(stub.settle().map(({ name }) => name)).toEqual(['on', 'push']);
  await api.ready;
});

const AS_THREE = (api: Served): unknown => api.q.push(['track', 'x'], ['set', {}], ['on', 'ready', () => {}]);
test.each<[what: string, ask: (api: Served) => unknown, isWanted: boolean]>([
  ['track()', ({ track }) => track('share'), false],
  ['set()', ({ set }) => set({}), false],
  ['on()', ({ on }) => on('ready', () => {}), false],
  ['optOut()', ({ optOut }) => optOut(), false],
  ['consent("denied")', ({ consent }) => consent('denied'), false],
  ['segments()', ({ segments }) => segments(), false],
  ['experiences()', ({ experiences }) => experiences(), false],
  ['these pushed', AS_THREE, false],
  ['consent("granted")', ({ consent }) => consent('granted'), true],
  ['optIn()', ({ optIn }) => optIn(), true],
  ['forget()', ({ forget }) => forget(), true],
  ['export()', (asked) => asked.export(), true],
  ['open()', ({ open }) => open(), true],
  ['explain()', ({ explain }) => explain('ada'), true],
  ['one of these pushed', ({ q }) => q.push(['track', 'x'], ['open']), true],
])('after a refusal %s: whether the rest has to come', async (_what, ask, isWanted) => {
  hurry.mockImplementation(() => {
    ears.isQuiet = false;
  });
  ears.isQuiet = true;
  const answer = ask(api);
  expect(hurry).toHaveBeenCalledTimes(isWanted ? 1 : 0);
  expect(ears.isQuiet).toBe(!isWanted);
  // what nobody has to come for ends at once
  if (!isWanted) await answer;
});
