// Publishes a file by HTTP PUT, so that nobody's work is overwritten unseen: If-Match with the version that was
// read, and the result read back and compared.
//
// Promises: the token goes to the one address the author gave and to no other (redirects are never followed);
// nothing throws; nothing is written before it is known what is there; without an answer it finds out, by reading,
// whether it was written. Pure but for `fetch`. See RFC 9110, sections 9.3.4 and 13.1:
// https://www.rfc-editor.org/rfc/rfc9110.html

import type { Outcome } from './outcome.ts';
import { createSend, type Destination, isElsewhere, readThere, type SendOptions } from './send.ts';

export interface PutOptions extends SendOptions {
  /** whether what is there is what the author believes is there: anything else counts as somebody else's work */
  isExpected?(text: string): boolean;
  /** the author said to write even where the server cannot guard */
  isBold?: boolean;
  /** nobody's work is in the file, here or there: it is written over unasked */
  isNobodys?: boolean;
  /** resolves after so many ms; tests give their own */
  wait?(ms: number): Promise<void>;
}

/** Apache calls an ETag weak while the file is younger than its clock can tell: two seconds at most. */
const SETTLE_MS = 1100;
const SETTLE_TRIES = 3;
/** No server gives this ETag to a file. */
const NEVER = '"selvedge-asks-whether-if-match-counts"';

const isWeak = (etag: string): boolean => etag.startsWith('W/');

export async function putFile(to: Destination, text: string, options: PutOptions = {}): Promise<Outcome> {
  const {
    isExpected = () => true,
    isBold = false,
    isNobodys = false,
    wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  } = options;
  const send = createSend(to, options);
  const read = () => readThere(send);
  /** @returns the server's answer; undefined when none came */
  const write = async (body: string, guard: Record<string, string>): Promise<Response | undefined> =>
    await send({
      method: 'PUT',
      body,
      headers: { 'content-type': `${to.type};charset=utf-8`, ...guard },
    }).catch(() => undefined);

  let before = await read();
  for (
    let tries = 0;
    !isNobodys && before.kind === 'there' && before.etag && isWeak(before.etag) && tries < SETTLE_TRIES;
    tries++
  ) {
    await wait(SETTLE_MS);
    before = await read();
  }
  if (before.kind !== 'there' && before.kind !== 'nothing') return before;
  const was = before.kind === 'there' ? before.text : undefined;
  if (was === text) return { kind: 'same' };
  if (was !== undefined && !isExpected(was)) return { kind: 'changed', text: was };

  let guard: Record<string, string> = isNobodys ? {} : { 'if-none-match': '*' };
  if (before.kind === 'there' && !isNobodys) {
    const { etag } = before;
    if (etag === undefined || isWeak(etag)) {
      if (!isBold) return { kind: 'unguarded', why: etag === undefined ? 'no-etag' : 'weak-etag' };
      guard = {};
    } else {
      guard = { 'if-match': etag };
      if (!isBold) {
        // asks with what is there already: a server that ignores If-Match changes nothing by obeying
        const probe = await write(before.text, { 'if-match': NEVER });
        if (probe?.ok) return { kind: 'unguarded', why: 'ignores-if-match' };
        if (probe && isElsewhere(probe)) return { kind: 'elsewhere' };
        if (probe?.status === 401 || probe?.status === 403) return { kind: 'refused', status: probe.status };
        if (!probe) return (await read()).kind === 'there' ? { kind: 'unwritten' } : { kind: 'unknown' };
        if (probe.status !== 412) return { kind: 'failed', status: probe.status };
      }
    }
  }

  const answer = await write(text, guard);
  if (answer && isElsewhere(answer)) return { kind: 'elsewhere' };
  if (answer?.status === 412) {
    const now = await read();
    return { kind: 'changed', text: now.kind === 'there' ? now.text : '' };
  }
  if (answer?.status === 401 || answer?.status === 403) return { kind: 'refused', status: answer.status };
  if (answer && answer.status >= 400 && answer.status < 500) return { kind: 'failed', status: answer.status };

  // written, or a proxy gave up waiting (5xx), or no answer at all: what is there tells
  const after = await read();
  if (after.kind === 'there' && after.text === text)
    return { kind: 'published', ...(after.etag !== undefined && { etag: after.etag }) };
  if (answer && !answer.ok) return { kind: 'failed', status: answer.status };
  if (after.kind === 'there' && after.text === was)
    return answer ? { kind: 'differs', text: after.text } : { kind: 'unwritten' };
  if (after.kind === 'there')
    return answer ? { kind: 'differs', text: after.text } : { kind: 'changed', text: after.text };
  if (after.kind === 'nothing' && was === undefined && !answer) return { kind: 'unwritten' };
  return { kind: 'unknown' };
}
