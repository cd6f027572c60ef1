// Types of release.mjs, which is plain JavaScript so that it runs before anything is built.

export interface Release {
  /** The checkout. */
  root: string;
  version: string | undefined;
  /** Without it nothing is done. */
  isMeant: boolean;
  /** Of today, YYYY-MM-DD. */
  date: string;
  /** Runs a program in the checkout, with what is added to its environment, and answers what it prints; throws where it fails. */
  run(program: string, args: string[], env?: Record<string, string>): string;
  say(line: string): void;
}

/** @returns whether it could be released, or is */
export function release(given: Release): boolean;

/**
 * What is given away of a checkout that is built, into release/VERSION.
 *
 * @returns false where it is no checkout of that version's tag
 */
export function layFiles(given: Pick<Release, 'root' | 'version' | 'run' | 'say'>): boolean;
