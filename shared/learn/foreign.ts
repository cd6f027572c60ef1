// What a file begins with: text, text packed by gzip, or what is neither.

/** How other programs than gzip begin what they packed; spreadsheets are zips. */
const PACKED: [name: string, begin: number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Bytes of the beginning: a file that is no text soon has a zero. */
export const HEAD_BYTES = 4096;

export type Foreign = { kind: 'packed'; by: string } | { kind: 'UTF-16' } | { kind: 'no text' };

/** @returns undefined where they may be text */
export function findForeign(bytes: Uint8Array): Foreign | undefined {
  const [by] = PACKED.find(([, begin]) => begin.every((byte, i) => bytes[i] === byte)) ?? [];
  if (by !== undefined) return { kind: 'packed', by };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { kind: 'UTF-16' };
  return bytes.subarray(0, HEAD_BYTES).includes(0) ? { kind: 'no text' } : undefined;
}
