// Lets a storage that is at work take longer than the tag waits for one that does not answer.
//
// The tag gives a storage up after five seconds (snippet/remember/limit.ts) and says so. On a machine with other work one
// that works takes longer than that now and then: then a test that asks what an earlier page has stored would fail for
// it. So a timer of five seconds goes off here only when no database is being asked for, opened or deleted, and no
// transaction is under way. A storage that throws, or that a test has made deaf, is given up as ever; every other timer
// keeps its time.

/** Runs in the page, before its scripts. */
export function waitForStorage(): void {
  const PATIENCE_MS = 5000;
  const { apply } = Reflect;
  const { addEventListener } = EventTarget.prototype;
  const { setTimeout: start, setInterval: repeat, clearInterval: end } = window;
  let underWay = 0;
  const see = <Work extends EventTarget>(work: Work, ends: string[]): Work => {
    let isOver = false;
    underWay++;
    const over = () => {
      if (!isOver) underWay--;
      isOver = true;
    };
    for (let i = 0; i < ends.length; i++) apply(addEventListener, work, [ends[i], over]);
    return work;
  };
  const watch = <Owner extends object>(owner: Owner, name: keyof Owner & string, ends: string[]) => {
    const own = owner[name] as (...given: unknown[]) => EventTarget;
    Object.assign(owner, {
      [name](this: unknown, ...given: unknown[]) {
        return see(apply(own, this, given), ends);
      },
    });
  };
  const { databases } = IDBFactory.prototype;
  if (databases)
    IDBFactory.prototype.databases = async function () {
      underWay++;
      try {
        return await apply(databases, this, []);
      } finally {
        underWay--;
      }
    };
  watch(IDBFactory.prototype, 'open', ['success', 'error']);
  watch(IDBFactory.prototype, 'deleteDatabase', ['success', 'error']);
  watch(IDBDatabase.prototype, 'transaction', ['complete', 'abort']);
  window.setTimeout = new Proxy(start, {
    apply(_start, self, [run, ms, ...given]) {
      if (ms !== PATIENCE_MS || typeof run !== 'function') return apply(start, self, [run, ms, ...given]);
      // `clearTimeout` ends what repeats, too: https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#dom-clearinterval
      const id = apply(repeat, window, [
        () => {
          if (underWay) return;
          apply(end, window, [id]);
          apply(run, undefined, given);
        },
        ms,
      ]);
      return id;
    },
  });
}
