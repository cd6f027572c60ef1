// How a publish can end. Data, not exceptions: each kind carries what the panel needs to say what to do next.

export type Outcome =
  /** the address now holds exactly what was sent; `etag` when the server names one */
  | { kind: 'published'; etag?: string }
  /** it held this already */
  | { kind: 'same' }
  /** somebody else published meanwhile: `text` is what is there now; nothing was overwritten */
  | { kind: 'changed'; text: string }
  /** 401, 403: nothing was written */
  | { kind: 'refused'; status: number }
  /** the server answers with another address; the token was not sent there */
  | { kind: 'elsewhere' }
  /** the server cannot promise not to overwrite: nothing was written; the author may say so anyway */
  | { kind: 'unguarded'; why: 'no-etag' | 'weak-etag' | 'ignores-if-match' }
  /** the author did not let the browser reach that host, or has taken that back */
  | { kind: 'forbidden' }
  /** the draft has errors by now: nothing was sent */
  | { kind: 'unfit' }
  /** a colleague has still to approve it: nothing was sent */
  | { kind: 'unapproved' }
  /** something failed on our own side before anything was sent */
  | { kind: 'broken'; message: string }
  /** a folder on this computer did not take it; `written` lies there already */
  | { kind: 'folder'; why: 'denied' | 'gone' | 'full' | 'failed'; message: string; written: string[] }
  /** the connection failed, or no answer came in time, before anything could have been written */
  | { kind: 'unreachable'; isLate?: true }
  /** no answer came, and what is there could not be read: it may or may not have been written */
  | { kind: 'unknown' }
  /** no answer came, but what is there is still the old: nothing was written */
  | { kind: 'unwritten' }
  /** it said yes, but what is there differs from what was sent */
  | { kind: 'differs'; text: string }
  /**
   * of several files `name` did not get there, and why is what became of it: the others are as they were but for `left`, which
   * are as this publish has them
   */
  | { kind: 'half'; name: string; why: Outcome; left: string[] }
  /** any other answer of the server: nothing was written as far as it says */
  | { kind: 'failed'; status: number };

/** Whether a page lies where a config or a tag was looked for: the address is not that of a file that somebody published. */
export const isPage = (text: string): boolean => /^\s*</.test(text);

/** The server has no place for a file there, or takes none this way: the address is another one, or the server. */
export const isNoPlace = (status: number): boolean => [404, 405, 409, 410, 501].includes(status);
