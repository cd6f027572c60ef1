// The text of a file, piece by piece, unpacked where it is packed: no file is ever whole in memory.

import { findForeign, HEAD_BYTES, isGzip } from '../../shared/learn/foreign.ts';
import type { LearnFault } from './messages.ts';

/** A file that cannot be read. */
export class FileFault extends Error {
  readonly fault: LearnFault;
  constructor(fault: LearnFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** Counts what was read of the file itself, packed as it may be. */
const counted = (
  tell: (bytes: number) => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> => {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, next) {
      bytes += chunk.length;
      tell(bytes);
      next.enqueue(chunk);
    },
  });
};

/**
 * @param tell is told how many bytes of the file were read
 * @throws FileFault
 */
export async function* readText(
  file: Blob,
  tell: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  const isPacked = isGzip(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  const plain = file.stream().pipeThrough(counted(tell));
  const reader = (isPacked ? plain.pipeThrough(new DecompressionStream('gzip')) : plain).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new FileFault({ kind: 'no UTF-8' });
    }
  };
  const next = async () => {
    try {
      return await reader.read();
    } catch {
      // cut or changed while it was packed, or gone from the disk
      throw new FileFault({ kind: 'damaged' });
    }
  };
  try {
    let isFirst = true;
    for (let read = await next(); !read.done; read = await next()) {
      const foreign = isFirst ? findForeign(read.value) : undefined;
      if (foreign) throw new FileFault(foreign);
      isFirst = false;
      yield decode(read.value);
    }
    yield decode();
  } finally {
    // who looks at the beginning alone goes before the end
    void reader.cancel().catch(() => undefined);
  }
}

/** @returns its beginning, of so many characters or somewhat more @throws FileFault */
export async function readBeginning(file: Blob, characters: number): Promise<string> {
  let text = '';
  for await (const piece of readText(file)) {
    text += piece;
    if (text.length >= characters) break;
  }
  return text;
}
