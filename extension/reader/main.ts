// The program of the worker that reads texts: one at a time, in the order in which they come.

import { messageOf } from '../wire/message-of.ts';
import { type Answer, type Job, jobs, type Order } from './jobs.ts';

const answer = (said: Answer<Job>) => postMessage(said);

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  const { id, job, text } = data;
  try {
    answer({ id, isRead: true, value: jobs[job](text) });
  } catch (error) {
    answer({ id, isRead: false, message: messageOf(error) });
  }
});
