// The worker that reads texts for the panel, in the test's own thread: the same jobs, answered a moment later.

import { type Answer, type Job, jobs, type Order } from '../../extension/reader/jobs.ts';

export class ReaderHere extends EventTarget {
  postMessage({ id, job, text }: Order): void {
    queueMicrotask(() => {
      const data: Answer<Job> = { id, isRead: true, value: jobs[job](text) };
      this.dispatchEvent(new MessageEvent('message', { data }));
    });
  }
  terminate(): void {}
}
