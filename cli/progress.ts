// How far a log is read, on one line of a terminal that is written over. Where nobody looks nothing is written.
import type { Io } from './io.ts';
import { PIPE } from './log/find-files.ts';

/** Chunks of 1 MB between two words. */
const EVERY = 64;
const CLEARED = '\r\u001b[K';

export function createProgress(files: number, io: Io) {
  let chunks = 0;
  return {
    tell(file: string, at: number, lines: number) {
      if (!io.isTerminal || chunks++ % EVERY !== 0) return;
      const name = file === PIPE ? 'what is piped in' : file;
      io.err(`${CLEARED}${at + 1} of ${files}: ${name}, ${lines.toLocaleString('en')} lines before it`);
    },
    end() {
      if (chunks > 0) io.err(CLEARED);
    },
  };
}
