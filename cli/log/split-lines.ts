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
const NOTHING = Buffer.alloc(0);
const FIELDS = '#Fields:';
/** What some programs begin a file with; where files are joined it stands in front of any line. */
const MARK = '\ufeff';
/** No server writes a longer line; what has none for so long is no log. */
export const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * Texts of so few bytes are searched for by the machine itself, which is four times as quick; and what begins with a
 * hyphen is met less often than what begins with a letter.
 */
const SHORT = 6;
function shorten(text: Buffer): Buffer {
  const hyphen = text.lastIndexOf('-');
  const isFit = hyphen >= 0 && text.length - hyphen >= SHORT - 2;
  const from = isFit ? hyphen : Math.max(0, text.length - SHORT);
  return text.subarray(from, from + SHORT);
}

/** The search for a byte is the machine's own: nothing written here is as quick. */
function countLineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}

/** @throws RangeError on a line that has no end, and on bytes that are no text */
export function createLineSplitter(path: string, sink: LineSink): LineSplitter {
  // its longest part: some loggers escape the slashes
  const [longest] = path.split('/').sort((one, other) => other.length - one.length);
  const part = longest || path;
  const needle = shorten(Buffer.from(part));
  const fields = Buffer.from(FIELDS);
  /** what stands in front of the next line feed */
  let rest: Buffer = NOTHING;
  let lines = 0;

  /** Where the next of them begins, or the end. */
  const after = (bytes: Buffer, what: Buffer, from: number): number => {
    const at = bytes.indexOf(what, from);
    return at < 0 ? bytes.length : at;
  };

  /** @param bytes whole lines, the last with its end or without */
  function read(bytes: Buffer): void {
    lines += countLineFeeds(bytes);
    let named = after(bytes, needle, 0);
    let header = after(bytes, fields, 0);
    while (named < bytes.length || header < bytes.length) {
      const at = Math.min(named, header);
      const begin = bytes.lastIndexOf(LINE_FEED, at) + 1;
      const feed = bytes.indexOf(LINE_FEED, at);
      const end = feed < 0 ? bytes.length : feed;
      const text = bytes.toString('utf8', begin, bytes[end - 1] === 13 ? end - 1 : end);
      const line = text.startsWith(MARK) ? text.slice(1) : text;
      if (line.startsWith(FIELDS)) sink.fields(line);
      else if (named < end && line.includes(part)) sink.found(line);
      if (named < end) named = after(bytes, needle, end);
      if (header < end) header = after(bytes, fields, end);
    }
  }

  return {
    push(more) {
      let bytes = Buffer.from(more.buffer, more.byteOffset, more.length);
      // the line that was cut is completed by itself, so that nothing else is copied
      if (rest.length) {
        const end = bytes.indexOf(LINE_FEED) + 1;
        rest = Buffer.concat([rest, end === 0 ? bytes : bytes.subarray(0, end)]);
        if (end > 0) {
          read(rest);
          rest = NOTHING;
        }
        bytes = end === 0 ? NOTHING : bytes.subarray(end);
      }
      const end = bytes.lastIndexOf(LINE_FEED) + 1;
      if (end > 0) read(bytes.subarray(0, end));
      // what is handed over may be written over by the next
      if (end < bytes.length) rest = Buffer.from(bytes.subarray(end));
      if (rest.length > LONGEST_LINE)
        throw new RangeError(`one line has more than ${LONGEST_LINE / 2 ** 20} MB: this is no access log`);
    },
    end() {
      if (rest.length) lines++;
      read(rest);
      rest = NOTHING;
      return lines;
    },
  };
}
