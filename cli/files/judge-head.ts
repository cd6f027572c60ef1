// Whether a file begins as text or as text packed by gzip, and in words what is neither.
import { closeSync, openSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { findForeign, HEAD_BYTES, isGzip } from '../../shared/learn/foreign.ts';

/** Of a log: beside others it would only make the numbers smaller, and nobody would see that a copy has failed. */
export const EMPTY =
  'there is nothing in it, not one line. See that it was copied whole; leave out one that has only just begun';

/** @throws Error in words where they are no text */
export function refuseForeign(bytes: Uint8Array): void {
  const foreign = findForeign(bytes);
  if (foreign?.kind === 'packed' && foreign.by === 'zip')
    throw new Error('this is a spreadsheet, or packed by zip: save the table as CSV, or unpack it');
  if (foreign?.kind === 'packed')
    throw new Error(`this is packed by ${foreign.by}: unpack it first, or pipe it in with -`);
  if (foreign?.kind === 'UTF-16') throw new Error('this is UTF-16: save it as UTF-8');
  if (foreign) throw new Error('this is no text, so nothing in it can be read');
}

/**
 * @returns whether it is packed by gzip
 * @throws the file system's error, zlib's, or one in words where it is no text or empty
 */
export function judgeHead(path: string): 'packed' | 'plain' {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(16 * HEAD_BYTES);
    const head = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, null));
    const isPacked = isGzip(head);
    const text = isPacked ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head;
    if (text.length === 0) throw new Error(EMPTY);
    refuseForeign(text);
    return isPacked ? 'packed' : 'plain';
  } finally {
    closeSync(file);
  }
}
