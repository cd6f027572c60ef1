// A limit to how long is waited for an answer that may never come.

import { t } from '../../shared/words/t.ts';

/**
 * @param ms without it, it is waited for as long as it takes
 * @param say what is wrong when it took longer
 * @throws Error with those words, or what the answer throws
 */
export async function within<T>(
  ms: number | undefined,
  answer: Promise<T>,
  say: (seconds: number) => string = (seconds) => t`the page did not answer within ${seconds} seconds`,
): Promise<T> {
  if (ms === undefined) return await answer;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(say(ms / 1000))), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
