// What a file begins with: text, text packed by gzip, or what is neither.
import { closeSync, openSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';

/** How other programs than gzip begin what they packed. */
const PACKED: [name: string, begin: number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
/** Bytes of the beginning: a file that is no text soon has a zero. */
const LOOKED_AT = 4096;

/** Of a log: beside others it would only make the numbers smaller, and nobody would see that a copy has failed. */
export const EMPTY =
  'there is nothing in it, not one line. See that it was copied whole; leave out one that has only just begun';

/** @throws Error in words where they are no text */
export function refuseForeign(bytes: Uint8Array): void {
  const [packed] = PACKED.find(([, begin]) => begin.every((byte, i) => bytes[i] === byte)) ?? [];
  if (packed) throw new Error(`this is packed by ${packed}: unpack it first, or pipe it in with -`);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new Error('this is UTF-16: save it as UTF-8');
  if (bytes.subarray(0, LOOKED_AT).includes(0))
    throw new Error('this is no text, so nothing in it can be read');
}

/**
 * @returns whether it is packed by gzip
 * @throws the file system's error, zlib's, or one in words where it is no text or empty
 */
export function judgeHead(path: string): 'packed' | 'plain' {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(16 * LOOKED_AT);
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
