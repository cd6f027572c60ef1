// Asks the worker that learns: one order at a time, which can be ended at once, and with it all that the worker holds.

import { signal } from '@preact/signals';
import type { LearnFault, LearnOrder, LearnTold } from '../../learner/messages.ts';

type ToldOf<K extends LearnTold['kind']> = Omit<Extract<LearnTold, { kind: K }>, 'kind'>;

export type Busy =
  | { kind: 'looking' }
  | ({ kind: 'reading' } & ToldOf<'read'>)
  | ({ kind: 'working' } & ToldOf<'working'>);

const BEGUN = { share: 0, orders: 0, events: 0 };

export interface Trouble {
  file?: string;
  fault: LearnFault;
}

function beginningOf({ kind }: LearnOrder): Busy {
  if (kind === 'look') return { kind: 'looking' };
  return kind === 'learn' ? { kind: 'reading', ...BEGUN } : { kind: 'working' };
}

/** What of a worker is needed. */
export type LearnWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

export function createAsking(startWorker: () => LearnWorker) {
  const busy = signal<Busy | undefined>(undefined);
  const trouble = signal<Trouble | undefined>(undefined);
  let worker: LearnWorker | undefined;
  let answered: ((told: LearnTold | undefined) => void) | undefined;
  /** ends with the order that was asked last */
  let last: Promise<unknown> = Promise.resolve();
  let timesEnded = 0;

  function hear(told: LearnTold): void {
    if (told.kind === 'read') busy.value = { ...told, kind: 'reading' };
    else if (told.kind === 'working') busy.value = told;
    else answered?.(told);
  }

  function start(): LearnWorker {
    const begun = startWorker();
    begun.addEventListener('message', ({ data }: MessageEvent<LearnTold>) => hear(data));
    begun.addEventListener('error', ({ message }) => {
      hear({ kind: 'refused', fault: { kind: 'other', message } });
      end();
    });
    return begun;
  }

  /** Ends what is at work, at once, and lets go of what it held. */
  function end(): void {
    timesEnded++;
    worker?.terminate();
    worker = undefined;
    answered?.(undefined);
  }

  /** @returns says whether all was ended since */
  function watchEnd(): () => boolean {
    const begun = timesEnded;
    return () => begun !== timesEnded;
  }

  async function send(order: LearnOrder): Promise<LearnTold | undefined> {
    worker ??= start();
    trouble.value = undefined;
    busy.value = beginningOf(order);
    const told = await new Promise<LearnTold | undefined>((resolve) => {
      answered = resolve;
      worker?.postMessage(order);
    });
    answered = undefined;
    busy.value = undefined;
    if (told?.kind !== 'refused') return told;
    const { file, fault } = told;
    trouble.value = { ...(file !== undefined && { file }), fault };
    return undefined;
  }

  /**
   * Asks when what was asked before has been answered, as answers do not say of what they are; never, where all was ended
   * meanwhile.
   * @param say what to ask, as things are when its turn comes
   * @returns what it came to; undefined where it was ended, or refused, which `trouble` says then
   */
  function ask(say: () => LearnOrder | undefined): Promise<LearnTold | undefined> {
    const isEnded = watchEnd();
    const next = async () => {
      const order = isEnded() ? undefined : say();
      return order && send(order);
    };
    const told = last.then(next, next);
    last = told;
    return told;
  }

  return { busy, trouble, ask, end, watchEnd };
}
