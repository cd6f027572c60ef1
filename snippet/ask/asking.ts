// Of questions what a tag holds whose config asks some: they are found for the changes that ask them, and answers that were
// to be kept for a while are forgotten in time. What asks is a file of its own (main.ts).

import { LOG, readLog } from '../../shared/engine/ask-log.ts';
import { ms } from '../../shared/grammar/duration.ts';
import { askAsBlocks } from '../../shared/page/ask-as-block.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Visitor } from '../remember/visitor-api.ts';

/** Once what is remembered has been read: the answers whose time is over. What the site states itself stays. */
async function forget(
  { questions = [] }: Pick<Config, 'questions'>,
  visitor: Pick<Visitor, 'ready' | 'mode' | 'profile' | 'set'>,
  now: () => number,
): Promise<void> {
  await visitor.ready;
  if (visitor.mode() !== 'stored') return;
  const { traits } = visitor.profile();
  const log = readLog(traits);
  for (const { id, trait, keep } of questions) {
    const { answeredAt } = log.find((one) => one.id === id) ?? {};
    const isOver = answeredAt !== undefined && keep !== undefined && now() - answeredAt >= ms(keep);
    if (isOver && trait in traits && trait !== LOG) await visitor.set({ [trait]: null });
  }
}

export const asking = {
  place: askAsBlocks,
  file: ({ shape }: { shape: string }) => (shape === 'question' ? 'selvedge-ask.js' : undefined),
  // a page may have broken what it needs
  forget: (...given: Parameters<typeof forget>) => forget(...given).catch(() => {}),
};
