// The bytes of a log or an export as they would be unpacked. What is not read to its end throws: a smaller number would be believed.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { isGzip } from '../../shared/learn/foreign.ts';
import { PIPE } from './find-files.ts';
import { refuseForeign } from './judge-head.ts';

const CHUNK = 1024 * 1024;
/** Each chunk is written over by the next: memory that is taken anew costs as much as all the searching. */
async function* readFile(path: string): AsyncGenerator<Buffer> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    // 0 of what is no file
    let left = fstatSync(file).size;
    for (;;) {
      const length = readSync(file, chunk, 0, CHUNK, null);
      left -= length;
      if (length === 0 && left > 0)
        throw new Error('it became shorter while it was read, as logs do that are emptied in their place');
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** One chunk, and then the others; so that what a stream begins with can be seen before it is given on. */
async function* join(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* unpack(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  const fed = (async () => {
    try {
      // it may still be at work when the next is read
      for await (const bytes of packed)
        if (!gunzip.write(Buffer.from(bytes))) await new Promise((resolve) => gunzip.once('drain', resolve));
      gunzip.end();
    } catch (error) {
      gunzip.destroy(error as Error);
    }
  })();
  yield* gunzip;
  await fed;
}

/**
 * @param path of a file, or `-` for what is piped in
 * @param pipe what is piped in
 * @returns chunks, each of which may be written over by the next
 * @throws the file system's error, zlib's, or one in words
 */
export async function* readBytes(path: string, pipe: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = path === PIPE ? pipe : readFile(path);
  const chunks: AsyncIterator<Buffer> = source[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  // a pipe may bring its first bytes one by one
  while (first.length < 8) {
    const next = await chunks.next();
    if (next.done) break;
    first = Buffer.concat([first, next.value]);
  }
  const whole = join(first, chunks);
  let isFirst = true;
  for await (const bytes of isGzip(first) ? unpack(whole) : whole) {
    if (isFirst) refuseForeign(bytes);
    isFirst = false;
    yield bytes;
  }
}
