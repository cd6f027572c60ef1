// How the function of a consent tool is found and asked, when it is late, throws, or is another one.

import { afterAll, beforeEach, expect, test, vi } from 'vitest';

const warn = vi.fn();
const page: Record<string, unknown> = { setTimeout, clearTimeout, console: { warn } };
page.parent = page;
// taken by native.ts once, when it is imported
vi.stubGlobal('window', page);
vi.stubGlobal('document', new EventTarget());

type Done = (data: unknown, ok: unknown) => void;
const doneOf = (given: unknown[]) => given.find((one) => typeof one === 'function') as Done;

// another file may have imported it with a page of its own, and one after this may want to
afterAll(() => void vi.resetModules());
beforeEach(() => {
  vi.resetModules();
  warn.mockClear();
  delete page.__tcfapi;
  delete page.__gpp;
});

async function createLook(tool: '__tcfapi' | '__gpp' = '__tcfapi') {
  const { createAsk } = await import('../../../../snippet/consent/ask.ts');
  const heard: unknown[] = [];
  const look = createAsk(
    tool,
    () => {},
    () => (data) => heard.push(data),
  );
  return { look, heard };
}

test.each(['__tcfapi', '__gpp'] as const)(
  '%s that throws at first is asked again, and that is said once',
  async (name) => {
    const { look, heard } = await createLook(name);
    let calls = 0;
    page[name] = (...given: unknown[]) => {
      if (++calls < 4) throw new Error('not ready');
      doneOf(given)('answer', true);
    };
    for (let i = 0; i < 3; i++) look();
    expect([calls, heard]).toEqual([3, []]);
    look();
    expect(new Set(heard)).toEqual(new Set(['answer']));
    const answered = calls;
    look();
    look();
    expect(calls).toBe(answered);
    expect(warn).toHaveBeenCalledTimes(1);
  },
);

test('one that throws when it has answered is not asked again', async () => {
  const { look, heard } = await createLook();
  let calls = 0;
  page.__tcfapi = (...given: unknown[]) => {
    calls++;
    doneOf(given)('answer', true);
    throw new Error('odd');
  };
  for (let i = 0; i < 5; i++) look();
  expect([calls, heard, warn.mock.calls.length]).toEqual([1, ['answer'], 1]);
});

test('what a tool has taken it is not told again, though it throws at the rest', async () => {
  const { look } = await createLook('__gpp');
  const asked: unknown[] = [];
  page.__gpp = (command: string) => {
    asked.push(command);
    if (command === 'ping') throw new Error('no ping');
  };
  for (let i = 0; i < 3; i++) look();
  expect(asked).toEqual(['addEventListener', 'ping', 'ping', 'ping']);
  expect(warn).toHaveBeenCalledTimes(1);
});

test('a getter that throws is said once, not at every look, and what it hides is found', async () => {
  const { look, heard } = await createLook('__gpp');
  Object.defineProperty(page, '__gpp', {
    configurable: true,
    get: () => {
      throw new Error('hidden');
    },
  });
  for (let i = 0; i < 10; i++) look();
  expect(warn).toHaveBeenCalledTimes(1);
  delete page.__gpp;
  page.__gpp = (...given: unknown[]) => doneOf(given)('answer', true);
  look();
  expect(heard).toContain('answer');
});

test('another function is asked, an earlier one that answers late is heard and ends nothing', async () => {
  const { look, heard } = await createLook();
  let late: Done = () => {};
  page.__tcfapi = (...given: unknown[]) => {
    late = doneOf(given);
  };
  look();
  let isReady = false;
  page.__tcfapi = (...given: unknown[]) => {
    if (!isReady) throw new Error('not ready');
    doneOf(given)('second', true);
  };
  look();
  late('first', true);
  isReady = true;
  look();
  expect(heard).toEqual(['first', 'second']);
});

test('one that takes the question and throws all the same is left alone after a few times', async () => {
  const { look } = await createLook();
  let calls = 0;
  page.__tcfapi = () => {
    calls++;
    throw new Error('taken, and not ready');
  };
  for (let i = 0; i < 100; i++) look();
  expect(calls).toBe(11);
});
