// The extension's browser, in memory: what a store is told and asks, without a browser. Import it before anything of
// the extension: webextension-polyfill takes what it finds when it is loaded.
//
// Only what the panel's stores use is there. The stage is a table of answers by call; messages go both ways through
// the same code as in a browser (wire/calls.ts, wire/news.ts), shapes checked.

type Listener = (...given: never[]) => unknown;

function createEvent() {
  const listeners = new Set<Listener>();
  return {
    addListener: (one: Listener) => void listeners.add(one),
    removeListener: (one: Listener) => void listeners.delete(one),
    tell: (...given: unknown[]) => {
      for (const one of [...listeners]) one(...(given as never[]));
    },
    count: () => listeners.size,
  };
}

const OWN = 'moz-extension://fake/';
const onMessage = createEvent();
const onActivated = createEvent();
const onUpdated = createEvent();
const onAdded = createEvent();
const onRemoved = createEvent();
const onChanged = createEvent();
const all = { onMessage, onActivated, onUpdated, onAdded, onRemoved, onChanged };

type Answers = Record<string, (input: never) => unknown>;
let kept: Record<string, unknown> = {};
let sites = new Set<string>();
/** why nothing more is stored */
let full: string | undefined;

/** What a test sets and reads. */
export const fake = {
  tab: undefined as { id: number; url?: string; windowId: number } | undefined,
  tabs: [] as { id: number; url?: string; windowId: number }[],
  stage: {} as Answers,
  /** what the browser answers who asks for a picture of a window */
  capture: async (): Promise<string> => 'data:image/png,',
  /** what an author answers who is asked for a site */
  allows: true,
  /** the calls that reached the stage, in order */
  asked: [] as [call: string, input: unknown][],
  /** how many listeners there are: none when all is over */
  listeners: () => Object.values(all).reduce((sum, event) => sum + event.count(), 0),
  front: (id: number) => onActivated.tell({ tabId: id }),
  /** News as the stage of a tab sends it; `frameId` of a frame in the page is not 0. */
  news: (name: string, value: unknown, tabId: number, frameId = 0) =>
    onMessage.tell(
      { to: 'panel', news: name, value },
      { id: 'fake', tab: { id: tabId }, frameId, url: 'https://shop.example/' },
    ),
  /** News from one of our own pages or the background. */
  ownNews: (name: string, value: unknown) =>
    onMessage.tell({ to: 'panel', news: name, value }, { id: 'fake', url: `${OWN}background.html` }),
  stored: () => kept,
  /** What a read waits for: it is answered with what lay there before. */
  reading: undefined as (() => Promise<void>) | undefined,
  /** From now on nothing more goes in, until `reset`. */
  fill: (why: string) => {
    full = why;
  },
  /** News of what was stored, which may come late. */
  hearStored: (key: string, newValue: unknown) => onChanged.tell({ [key]: { newValue } }, 'local'),
  allow: (pattern: string) => {
    sites.add(pattern);
    onAdded.tell();
  },
  reset() {
    kept = {};
    full = undefined;
    for (const name of Object.keys(localStorage)) localStorage.removeItem(name);
    sites = new Set();
    Object.assign(fake, { tab: undefined, tabs: [], stage: {}, allows: true, asked: [], reading: undefined });
  },
};

const change = (key: string, newValue: unknown) => onChanged.tell({ [key]: { newValue } }, 'local');
const area = {
  get: async (key: string | null) => {
    const found = key === null ? { ...kept } : { [key]: kept[key] };
    await fake.reading?.();
    return found;
  },
  set: async (values: Record<string, unknown>) => {
    if (full) throw new Error(full);
    for (const [key, value] of Object.entries(structuredClone(values))) {
      kept[key] = value;
      change(key, value);
    }
  },
  remove: async (keys: string | string[]) => {
    for (const key of [keys].flat()) {
      delete kept[key];
      change(key, undefined);
    }
  },
};

const browser = {
  runtime: {
    id: 'fake',
    onMessage,
    getURL: (path: string) => OWN + path,
    getManifest: () => ({ version: '0.0.0' }),
    sendMessage: async () => undefined,
  },
  tabs: {
    onActivated,
    onUpdated,
    query: async (what: { active?: boolean }) => (what.active ? [fake.tab] : fake.tabs).filter(Boolean),
    get: async (id: number) => fake.tabs.find((tab) => tab.id === id),
    captureVisibleTab: () => fake.capture(),
    async sendMessage(_id: number, { call, input }: { call: string; input: never }) {
      fake.asked.push([call, input]);
      const answer = fake.stage[call];
      if (!answer) return { ok: false, message: `there is no call "${call}"` };
      return { ok: true, value: structuredClone(await answer(input)) };
    },
  },
  scripting: {
    executeScript: async () => [{ result: undefined }],
    getRegisteredContentScripts: async () => [],
    registerContentScripts: async () => undefined,
    unregisterContentScripts: async () => undefined,
  },
  permissions: {
    onAdded,
    onRemoved,
    contains: async ({ origins }: { origins: string[] }) => origins.every((one) => sites.has(one)),
    request: async () => fake.allows,
    remove: async () => true,
  },
  storage: { local: area, session: area, onChanged },
};

/** As a browser's: what is stored are its own keys. */
class FakeStorage {
  [name: string]: unknown;
  getItem(name: string) {
    return Object.hasOwn(this, name) ? this[name] : null;
  }
  setItem(name: string, value: string) {
    this[name] = value;
  }
  removeItem(name: string) {
    delete this[name];
  }
}
const localStorage = new FakeStorage();

/** One at a time, whatever the name: enough for a page alone. */
let turn: Promise<unknown> = Promise.resolve();
const locks = {
  request: (_name: string, act: () => unknown) => {
    const next = turn.then(act);
    turn = next.catch(() => undefined);
    return next;
  },
};
if (!globalThis.navigator?.locks)
  Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });
if (!globalThis.addEventListener) {
  const target = new EventTarget();
  Object.assign(globalThis, {
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
  });
}
Object.assign(globalThis, { localStorage, browser, chrome: browser, __TARGET__: 'chrome', VERSION: '0.0.0' });
