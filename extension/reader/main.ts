// The program of the worker that reads texts: one at a time, in the order in which they come.

import { type Job, jobs } from './jobs.ts';

addEventListener('message', ({ data }: MessageEvent<{ id: number; job: Job; text: string }>) => {
  const { id, job, text } = data;
  try {
    postMessage({ id, value: jobs[job](text) });
  } catch (error) {
    postMessage({ id, message: (error as Error).message });
  }
});
