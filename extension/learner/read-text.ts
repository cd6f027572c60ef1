// The text of a file, piece by piece, unpacked where it is packed: no file is ever whole in memory.

import { createDecoder, type Decoder } from '../../shared/learn/decode-text.ts';
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

function need(text: string | undefined): string {
  if (text === undefined) throw new FileFault({ kind: 'no UTF-8' });
  return text;
}

async function* readPieces(
  file: Blob,
  decoder: Decoder,
  tell: (bytes: number) => void,
): AsyncGenerator<string> {
  const isPacked = isGzip(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  const plain = file.stream().pipeThrough(counted(tell));
  const reader = (isPacked ? plain.pipeThrough(new DecompressionStream('gzip')) : plain).getReader();
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
      yield need(decoder.push(read.value));
    }
    yield need(decoder.end());
  } finally {
    // who looks at the beginning alone goes before the end
    void reader.cancel().catch(() => undefined);
  }
}

export interface OpenText {
  /** throws FileFault as it is read */
  pieces: AsyncGenerator<string>;
  /** of what was read */
  readonly isWestern: boolean;
}

/** @param tell is told how many bytes of the file were read */
export function openText(file: Blob, tell: (bytes: number) => void = () => undefined): OpenText {
  const decoder = createDecoder();
  return {
    pieces: readPieces(file, decoder, tell),
    get isWestern() {
      return decoder.isWestern;
    },
  };
}

/** @returns its beginning, of so many characters or somewhat more @throws FileFault */
export async function readBeginning(file: Blob, characters: number) {
  const opened = openText(file);
  let text = '';
  for await (const piece of opened.pieces) {
    text += piece;
    if (text.length >= characters) break;
  }
  return { text, isWestern: opened.isWestern };
}
