// The letters of a file, piece by piece: UTF-8; or Windows-1252, which spreadsheets in Western Europe write as “CSV” where
// nobody asks them for another. What may be either is refused: names of items would be learned wrong. A carriage return alone
// ends a line, as in tables of old programs and in those that were put together of several: it is told as a line feed, or
// rows would be one row with columns too many, and be missed by nobody.

/** Of which so many bytes at the end belong to a letter that goes on in the next piece. */
function countUnfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes.at(-back) ?? 0;
    // https://encoding.spec.whatwg.org/#utf-8-decoder
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Whether a decoder put its mark for what it could not read; a file may hold that mark itself. */
const isBroken = (text: string, bytes: Uint8Array): boolean =>
  text.includes('\ufffd') && new TextEncoder().encode(text).some((byte, i) => byte !== bytes[i]);

/** UTF-8 that was taken for Windows-1252, and what that has no letter for. */
const NOT_WESTERN = /[ÂÃ][^\p{ASCII}À-ÿ]|â€|^ï»¿|[\u0080-\u009f]/u;

export interface Decoder {
  /** @returns undefined where the letters are neither, and for good then */
  push(bytes: Uint8Array): string | undefined;
  /** what was left of the last piece */
  end(): string | undefined;
  /** it turned out to be Windows-1252 */
  readonly isWestern: boolean;
}

export function createDecoder(): Decoder {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  let western: TextDecoder | undefined;
  let held: Uint8Array = new Uint8Array();
  let isAscii = true;
  let isFirst = true;
  /** the last sign of the last piece was one: the next may be its line feed */
  let isReturned = false;

  function endLines(text: string | undefined, isLast: boolean): string | undefined {
    if (text === undefined || (!isReturned && !text.includes('\r'))) return text;
    const all = isReturned ? `\r${text}` : text;
    isReturned = !isLast && all.endsWith('\r');
    return (isReturned ? all.slice(0, -1) : all).replace(/\r(?!\n)/g, '\n');
  }

  function decodeWestern(bytes: Uint8Array): string | undefined {
    // Node 20 reads 0x80 to 0x9f wrong but as part of a stream: https://github.com/nodejs/node/issues/56542
    western ??= new TextDecoder('windows-1252');
    const text = western.decode(bytes, { stream: true });
    return NOT_WESTERN.test(text) ? undefined : text;
  }

  function decode(bytes: Uint8Array): string | undefined {
    if (western) return decodeWestern(bytes);
    const text = utf8.decode(bytes);
    if (isBroken(text, bytes)) return isAscii ? decodeWestern(bytes) : undefined;
    isAscii &&= text.length === bytes.length;
    const isMarked = isFirst && text.startsWith('\ufeff');
    if (text) isFirst = false;
    return isMarked ? text.slice(1) : text;
  }

  function decodeLast(last: Uint8Array): string | undefined {
    if (western) return decodeWestern(last);
    // a letter that is not whole is none
    return last.length === 0 ? '' : isAscii ? decodeWestern(last) : undefined;
  }

  return {
    push(bytes) {
      const all = held.length ? join(held, bytes) : bytes;
      const whole = western ? all.length : all.length - countUnfinished(all);
      held = all.slice(whole);
      return endLines(decode(all.subarray(0, whole)), false);
    },
    end() {
      const last = held;
      held = new Uint8Array();
      return endLines(decodeLast(last), true);
    },
    get isWestern() {
      return western !== undefined;
    },
  };
}
