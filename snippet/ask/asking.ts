// Of questions what a tag holds whose config asks some: they are found for the changes that ask them, and answers that were
// to be kept for a while are forgotten in time. What asks is a file of its own (main.ts).

import { LOG, noteOver, readLog } from '../../shared/engine/ask-log.ts';
import { ms } from '../../shared/grammar/duration.ts';
import { askAsBlocks } from '../../shared/page/ask-as-block.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Visitor } from '../remember/visitor-api.ts';

/**
 * Once what is remembered has been read: the answers whose time is over are let go of, each once. What the site states
 * itself, then or later, stays.
 */
async function forget(
  { questions = [] }: Pick<Config, 'questions'>,
  visitor: Pick<Visitor, 'ready' | 'mode' | 'profile' | 'set'>,
  now: () => number,
): Promise<void> {
  await visitor.ready;
  if (visitor.mode() !== 'stored') return;
  const { traits } = visitor.profile();
  const log = readLog(traits);
  const over = questions.filter(({ id, trait, keep }) => {
    const { answeredAt, isOver } = log.find((one) => one.id === id) ?? {};
    const isDue = answeredAt !== undefined && keep !== undefined && now() - answeredAt >= ms(keep);
    return isDue && !isOver && trait !== LOG;
  });
  if (over.length === 0) return;
  const ids = over.map(({ id }) => id);
  await visitor.set({
    ...Object.fromEntries(over.map(({ trait }) => [trait, null])),
    ...noteOver(traits, ids),
  });
}

export const asking = {
  place: askAsBlocks,
  file: ({ shape }: { shape: string }) => (shape === 'question' ? 'selvedge-ask.js' : undefined),
  // a page may have broken what it needs
  forget: (...given: Parameters<typeof forget>) => forget(...given).catch(() => {}),
};
