// The extension on a slow and uneven machine: `UNEVEN=400 npx playwright test …` lets what its own pages ask the browser (what is
// stored, messages, tabs, locks) be answered up to so many ms later, each answer by another time.
//
// What was asked in one place is answered in its order, as it always is; what comes from two places is not. What a spec, or the
// panel itself, takes for done once it has asked for it fails here as it would on a loaded machine, once in a hundred runs.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs in each page, before its scripts. */
function delay(upTo: number): void {
  const start = setTimeout;
  /** What is asked and not on its way yet: a page that is closed has asked all the same. */
  const asked = new Set<() => void>();
  let isLeft = false;
  addEventListener('pagehide', () => {
    isLeft = true;
    for (const go of asked) go();
  });
  /** Each waits for those before it: two timers that end at one time run in any order. */
  const createLine = () => {
    let before = Promise.resolve();
    const wait = () =>
      new Promise<void>((done) => {
        if (isLeft) return done();
        asked.add(done);
        start(() => {
          asked.delete(done);
          done();
        }, Math.random() * upTo);
      });
    return () => {
      before = Promise.all([before, wait()]).then(() => {});
      return before;
    };
  };
  type Act = (...given: unknown[]) => unknown;
  const slow = (of: object, names: string[], line = createLine()) => {
    for (const name of names) {
      const held = of as Record<string, Act>;
      const act = held[name];
      if (!act) continue;
      const plain = act.bind(of);
      Object.defineProperty(of, name, {
        configurable: true,
        value: async (...given: unknown[]) => {
          const then = typeof given.at(-1) === 'function' ? (given.pop() as Act) : undefined;
          await line();
          const answer = await plain(...given);
          await line();
          then?.(answer);
          return answer;
        },
      });
    }
  };
  const { storage, tabs, runtime, scripting, permissions } = chrome;
  for (const area of [storage.local, storage.session]) slow(area, ['get', 'set', 'remove']);
  slow(tabs, ['query', 'get', 'update', 'create', 'reload']);
  slow(permissions, ['contains', 'getAll']);
  slow(scripting, [
    'executeScript',
    'registerContentScripts',
    'unregisterContentScripts',
    'getRegisteredContentScripts',
  ]);
  slow(tabs, ['sendMessage']);
  slow(runtime, ['sendMessage']);
  slow(navigator.locks, ['query']);

  /** Whoever listens hears of it later. */
  const hearLate = (
    event: { addListener(hear: Act): void; removeListener(hear: Act): void },
    answers: boolean,
  ) => {
    const line = createLine();
    const late = new Map<Act, Act>();
    const [add, remove] = [event.addListener.bind(event), event.removeListener.bind(event)];
    Object.defineProperty(event, 'addListener', {
      configurable: true,
      value: (hear: Act) => {
        const mine: Act = answers
          ? (message, sender, answer) => {
              void line().then(async () => {
                let isSaid = false;
                const say = (value: unknown) => {
                  isSaid = true;
                  (answer as Act)(value);
                };
                const value = hear(message, sender, say);
                if (value instanceof Promise) say(await value);
                else if (value !== true && !isSaid) say(undefined);
              });
              return true;
            }
          : (...given) => void line().then(() => hear(...given));
        late.set(hear, mine);
        add(mine);
      },
    });
    Object.defineProperty(event, 'removeListener', {
      configurable: true,
      value: (hear: Act) => remove(late.get(hear) ?? hear),
    });
  };
  hearLate(storage.onChanged as never, false);
  hearLate(tabs.onUpdated as never, false);
  hearLate(tabs.onActivated as never, false);
  hearLate(tabs.onRemoved as never, false);
  hearLate(runtime.onMessage as never, true);
  const locks = navigator.locks;
  const request = locks.request.bind(locks) as Act;
  const line = createLine();
  Object.defineProperty(locks, 'request', {
    configurable: true,
    value: async (...given: unknown[]) => {
      await line();
      return request(...given);
    },
  });
}

const SCRIPT = 'uneven.js';

/** Of an unpacked extension: one whose pages load `delay` before all else. Firefox lets no script of a driver in before theirs. */
export function createUneven(folder: string, upTo: number): string {
  const copy = mkdtempSync(join(tmpdir(), 'selvedge-uneven-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  cpSync(folder, copy, { recursive: true });
  writeFileSync(join(copy, SCRIPT), `(${delay})(${upTo});\n`);
  const all = readdirSync(copy, { recursive: true, encoding: 'utf8' });
  for (const name of all.filter((each) => each.endsWith('.html'))) {
    const file = join(copy, name);
    const page = readFileSync(file, 'utf8');
    writeFileSync(file, page.replace('<head>', `<head><script src="/${SCRIPT}"></script>`));
  }
  return copy;
}

const upToMs = Number(process.env.UNEVEN ?? 0);
const made = new Map<string, string>();

/** The extension that is tested: as it is, or uneven where `UNEVEN` says so. One a process: a profile knows it by its folder. */
export function pickExtension(folder: string): string {
  if (upToMs <= 0) return folder;
  const copy = made.get(folder) ?? createUneven(folder, upToMs);
  made.set(folder, copy);
  return copy;
}
