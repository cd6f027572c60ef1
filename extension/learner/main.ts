// The program of the worker that learns: one order after the other, until the panel ends it.

import { createLearner } from './learner.ts';
import type { LearnOrder } from './messages.ts';

const learn = createLearner((told) => postMessage(told));
let last: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<LearnOrder>) => {
  last = last.then(() => learn(data));
});
