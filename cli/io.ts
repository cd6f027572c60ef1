// Everything a command touches outside itself, so that tests can run one in their own process.

export interface Io {
  /** Relative file names are below it. */
  cwd: string;
  out(text: string): void;
  err(text: string): void;
  /** A file of the build this program ships with, such as `selvedge.js`; throws in words when it is missing. */
  readBuilt(name: string): string;
  /** The folder where those lie; nothing in it is ever written over. */
  builtFolder?: string | undefined;
  /** What is piped in. */
  pipe?: AsyncIterable<Buffer> | undefined;
  /** Whether somebody reads along what is told by `err`. */
  isTerminal?: boolean | undefined;
  now?(): Date;
}

/** ms since epoch */
export const readNow = ({ now }: Io): number => (now?.() ?? new Date()).getTime();

/** What a command answers: 0 done, 1 refused, 2 not understood. */
export type ExitCode = 0 | 1 | 2;
