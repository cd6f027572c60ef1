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

/** A mark tells it, else that of the letters of all languages one byte is zero, and always the same one. */
function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const zeros = [0, 1].map((side) => bytes.filter((byte, at) => byte === 0 && at % 2 === side).length);
  const [few = 0, many = 0] = zeros.sort((a, b) => a - b);
  return many > bytes.length / 8 && many > 20 * few;
}

/** @returns undefined where they may be text */
export function findForeign(bytes: Uint8Array): Foreign | undefined {
  const [by] = PACKED.find(([, begin]) => begin.every((byte, i) => bytes[i] === byte)) ?? [];
  if (by !== undefined) return { kind: 'packed', by };
  const head = bytes.subarray(0, HEAD_BYTES);
  if (isUtf16(head)) return { kind: 'UTF-16' };
  return head.includes(0) ? { kind: 'no text' } : undefined;
}
