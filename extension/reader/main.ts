// The program of the worker that reads texts: one at a time, in the order in which they come.

import { speak } from '../../shared/words/messages.ts';
import { messageOf } from '../wire/message-of.ts';
import type { Answer, Job, Order } from './jobs.ts';
import { readCatalog } from './read-catalog.ts';

/** In the panel's language, which its address names: the first sentence is said once its catalog is there. */
async function start() {
  const language = new URLSearchParams(location.search).get('language') ?? 'en';
  if (language !== 'en') speak(await readCatalog(language));
  return (await import('./jobs.ts')).jobs;
}

const starting = start();
const answer = (said: Answer<Job>) => postMessage(said);

addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  const { id, job, text } = data;
  try {
    const jobs = await starting;
    answer({ id, isRead: true, value: jobs[job](text) });
  } catch (error) {
    answer({ id, isRead: false, message: messageOf(error) });
  }
});
