// Bytes into the few lines that may be pings. What a log holds beside them is only searched and counted: a line becomes
// text where the path of the pings stands in it.

export interface LineSink {
  /** A line in which the path stands somewhere. */
  found(line: string): void;
  /** A line that names the columns from here on. */
  fields(line: string): void;
}

export interface LineSplitter {
  push(bytes: Uint8Array): void;
  /** The last line may have no end. @returns how many lines there were */
  end(): number;
}

const LINE_FEED = 10;
const FIELDS = '#Fields:';
/** No server writes a longer line; what has none for so long is no log. */
export const LONGEST_LINE = 16 * 1024 * 1024;

/** Four bytes at once: what is looked for becomes 0, and a carry tells which bytes are. */
function countLineFeeds(bytes: Uint8Array): number {
  const countOne = (part: Uint8Array): number =>
    part.reduce((all, byte) => (byte === LINE_FEED ? all + 1 : all), 0);
  if (bytes.length < 8) return countOne(bytes);
  const head = -bytes.byteOffset & 3;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + head, (bytes.length - head) >> 2);
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    const word = (words[i] ?? 0) ^ 0x0a0a0a0a;
    let zeros = ~(((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word) & 0x80808080;
    for (; zeros !== 0; zeros &= zeros - 1) count++;
  }
  return count + countOne(bytes.subarray(0, head)) + countOne(bytes.subarray(head + 4 * words.length));
}

/** @throws RangeError on a line that has no end, and on bytes that are no text */
export function createLineSplitter(path: string, sink: LineSink): LineSplitter {
  // its longest part: some loggers escape the slashes
  const [part = path] = path.split('/').sort((one, other) => other.length - one.length);
  const needle = Buffer.from(part || path);
  /** what stands in front of the next line feed */
  let rest = Buffer.alloc(0);
  let lines = 0;

  /** Where the next of them begins, or the end. */
  const after = (bytes: Buffer, what: Buffer | string, from: number): number => {
    const at = bytes.indexOf(what, from);
    return at < 0 ? bytes.length : at;
  };

  /** @param bytes whole lines, the last with its end or without */
  function read(bytes: Buffer): void {
    lines += countLineFeeds(bytes);
    let named = after(bytes, needle, 0);
    let header = after(bytes, FIELDS, 0);
    while (named < bytes.length || header < bytes.length) {
      const at = Math.min(named, header);
      const begin = bytes.lastIndexOf(LINE_FEED, at) + 1;
      const feed = bytes.indexOf(LINE_FEED, at);
      const end = feed < 0 ? bytes.length : feed;
      const line = bytes.toString('utf8', begin, bytes[end - 1] === 13 ? end - 1 : end);
      if (line.startsWith(FIELDS)) sink.fields(line);
      else if (named < end) sink.found(line);
      if (named < end) named = after(bytes, needle, end);
      if (header < end) header = after(bytes, FIELDS, end);
    }
  }

  return {
    push(more) {
      const bytes = rest.length
        ? Buffer.concat([rest, more])
        : Buffer.from(more.buffer, more.byteOffset, more.length);
      const end = bytes.lastIndexOf(LINE_FEED) + 1;
      // what is handed over may be written over by the next
      rest = Buffer.from(bytes.subarray(end));
      if (rest.length > LONGEST_LINE)
        throw new RangeError(`one line has more than ${LONGEST_LINE / 2 ** 20} MB: this is no access log`);
      read(bytes.subarray(0, end));
    },
    end() {
      if (rest.length) lines++;
      read(rest);
      rest = Buffer.alloc(0);
      return lines;
    },
  };
}
