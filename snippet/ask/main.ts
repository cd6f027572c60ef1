// What asks questions, in one file beside the tag that is fetched where one may be asked. What it remembers goes through
// the tag as a page's own calls do, so the tag itself knows nothing of it.

import { createAsk, type Memory } from '../../shared/dom/ask/draw-ask.ts';
import { type Became, LOG, noteInLog, readLog } from '../../shared/engine/ask-log.ts';
import { mayAsk, type Recalled } from '../../shared/page/may-ask.ts';
import { isPreviewLink } from '../preview-link.ts';
import type { Api } from '../public.ts';
import type { Traits } from '../remember/act.ts';

const findTag = (): Partial<Api> => {
  const { selvedge }: { selvedge?: Partial<Api> } = Object(window);
  return Object(selvedge);
};

/** Undefined in a preview. */
const recall = async (): Promise<Recalled | undefined> =>
  isPreviewLink() ? undefined : Object(await findTag().export?.());

/** One tab after the other. */
const inTurn = <T>(act: () => Promise<T>): Promise<T> =>
  // in pages that are not secure there is none, and storage is all that tabs share
  navigator.locks ? (navigator.locks.request('selvedge-ask', act) as Promise<T>) : act();

/** Notes what became of a question, where something is remembered. */
const note = (id: string, became: Became, answer: Traits = {}): Promise<boolean> =>
  inTurn(async () => {
    const { mode, traits = {} } = (await recall()) ?? {};
    if (mode !== 'stored') return false;
    await findTag().set?.({ ...answer, ...noteInLog(traits, id, became, Date.now()) });
    return true;
  });

const memory: Memory = {
  mayAsk: async (question) => mayAsk(question, await recall(), Date.now()),
  isPreview: isPreviewLink,
  shown: (question) =>
    inTurn(async () => {
      const recalled = await recall();
      // another tab may have asked meanwhile
      if (!mayAsk(question, recalled, Date.now())) return false;
      if (!recalled) return true;
      await findTag().set?.(noteInLog(recalled.traits ?? {}, question.id, 'shown', Date.now()));
      // what could not be remembered would be asked on each page
      const { traits = {} } = (await recall()) ?? {};
      return readLog(traits).some(({ id }) => id === question.id);
    }),
  closed: ({ id }) => void note(id, 'closed'),
  async answered({ id, trait }, answer) {
    if (trait !== LOG && (await note(id, 'answered', { [trait]: answer })))
      await findTag().track?.('question_answered', { question: id });
  },
};

export const draw = createAsk(memory);
