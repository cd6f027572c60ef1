// What a convention check finds: where, what, and what to do about it.

export interface Source {
  /** from the repository's root, with forward slashes */
  path: string;
  text: string;
}

/** One line a person can act on: `path:line: what is wrong. Remedy`. */
export type Finding = string;

/** The line, from 1, of a place in a text. */
export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

export function isIn(path: string, ...rooms: string[]): boolean {
  return rooms.some((room) => path === room || path.startsWith(`${room}/`));
}
