// Asks a server that takes files by HTTP PUT, at one address: what lies there, and to take something.
//
// Promises: the token goes to the one address the author gave and to no other (redirects are never followed); reading never
// throws.

import { readThrown } from '../../../shared/engine/thrown.ts';

export interface Destination {
  url: string;
  /** the whole value of the Authorization header; undefined sends none */
  authorization?: string;
  type: 'application/json' | 'text/javascript';
}
export interface SendOptions {
  fetch?: typeof fetch;
  /** ms to wait for each answer */
  patience?: number;
}

const PATIENCE_MS = 20_000;

export type Read =
  | { kind: 'there'; text: string; etag: string | undefined }
  | { kind: 'nothing' }
  | { kind: 'elsewhere' }
  | { kind: 'refused'; status: number }
  | { kind: 'failed'; status: number }
  | { kind: 'unreachable'; isLate?: true };

export type Send = (init: RequestInit) => Promise<Response>;

export function createSend(to: Destination, options: SendOptions): Send {
  const { fetch: ask = (...given: Parameters<typeof fetch>) => fetch(...given), patience = PATIENCE_MS } =
    options;
  const headers = to.authorization === undefined ? {} : { authorization: to.authorization };
  return (init) =>
    ask(to.url, {
      ...init,
      headers: { ...headers, ...init.headers },
      // the author's own cookies there are no business of ours
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
}

export const isElsewhere = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);

export async function readThere(send: Send): Promise<Read> {
  try {
    const answer = await send({ method: 'GET' });
    if (isElsewhere(answer)) return { kind: 'elsewhere' };
    if (answer.status === 404 || answer.status === 410) return { kind: 'nothing' };
    if (answer.status === 401 || answer.status === 403) return { kind: 'refused', status: answer.status };
    if (!answer.ok) return { kind: 'failed', status: answer.status };
    return { kind: 'there', text: await answer.text(), etag: answer.headers.get('etag') ?? undefined };
  } catch (error) {
    return { kind: 'unreachable', ...(readThrown(error).name === 'TimeoutError' && { isLate: true }) };
  }
}
