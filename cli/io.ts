// Everything a command touches outside itself, so that tests can run one in their own process.

export interface Io {
  /** Relative file names are below it. */
  cwd: string;
  out(text: string): void;
  err(text: string): void;
  /** The tag this program ships with; throws when the build is missing. */
  readTag(): string;
  /** Where that tag lies; it is never written over. */
  tagFile?: string | undefined;
}

/** What a command answers: 0 done, 1 refused, 2 not understood. */
export type ExitCode = 0 | 1 | 2;
