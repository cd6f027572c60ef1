// Fetches a text that a page names, within limits: a server may answer never, or without end.

import { t } from '../../shared/words/t.ts';

/** Longer than any tag with a config inside, characters. */
export const MOST_TEXT = 8_000_000;
const PATIENCE_MS = 5_000;

/**
 * @param isFresh the server is asked whatever the browser has of it
 * @throws Error in plain words when it cannot be read
 */
export async function fetchText(
  address: string,
  credentials: RequestCredentials,
  isFresh = false,
): Promise<string> {
  // the tour's shop lies inside the extension, and so does what it names
  if (!/^https?:/.test(address) && !address.startsWith(`${location.origin}/`))
    throw new Error(t`this address cannot be read`);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const answer = await fetch(address, { credentials, signal, ...(isFresh && { cache: 'reload' }) });
    if (!answer.ok) throw new Error(t`the server answered ${answer.status} for ${address}`);
    return await readBody(answer, address);
  } catch (error) {
    if (signal.aborted)
      throw new Error(t`${address} was not there after ${PATIENCE_MS / 1000} seconds`, { cause: error });
    if (error instanceof TypeError)
      throw new Error(t`the browser could not fetch ${address}`, { cause: error });
    throw error;
  }
}

async function readBody({ body }: Response, address: string): Promise<string> {
  if (!body) return '';
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    if (text.length <= MOST_TEXT) continue;
    await reader.cancel();
    throw new Error(t`${address} is longer than ${MOST_TEXT / 1e6} million characters`);
  }
  return text;
}
