// How far files are read, on one line of a terminal that is written over. Where nobody looks nothing is written.
import { PIPE } from './files/find-files.ts';
import type { Io } from './io.ts';

/** Chunks of 1 MB between two words. */
const EVERY = 64;
const CLEARED = '\r\u001b[K';

/** @param files how many */
export function createProgress(files: number, io: Io) {
  let chunks = 0;
  return {
    /** @param at its place among the files, from 0 @param said what is read by now */
    tell(file: string, at: number, said: string) {
      if (!io.isTerminal || chunks++ % EVERY !== 0) return;
      const name = file === PIPE ? 'what is piped in' : file;
      io.err(`${CLEARED}${at + 1} of ${files}: ${name}, ${said}`);
    },
    /** What is done once all is read. */
    say(said: string) {
      if (!io.isTerminal) return;
      chunks++;
      io.err(`${CLEARED}${said}`);
    },
    /** What stays to be read. */
    keep(said: string) {
      io.err(`${io.isTerminal ? CLEARED : ''}${said}\n`);
    },
    end() {
      if (chunks > 0) io.err(CLEARED);
    },
  };
}
