// What is known on the device of what was counted: a record of its own in the ledger, which feeds no condition and stays
// as long as its round does. It goes when all else is erased.

/** A line that was sent, or will be, as the event that it is exported as; without its random part, which nobody keeps. */
export interface Line {
  name: 'counted';
  /** ms since epoch */
  at: number;
  /** `epsilon`: what was set aside of the budget */
  props: { url: string; epsilon?: number };
}

/** Of an experience in whose round the visitor is counted. */
export interface Entry {
  /** ms since epoch */
  at: number;
  arm: string;
  /** what was shown first, from 1 */
  group?: number;
  goals: { [goal: string]: { n: number; total: number; units: number; said?: string } };
}

export interface Counted {
  /** Key of the last event of the ledger that was looked at. */
  upTo: number;
  spent: number;
  /** By what the lines of a round say first (plan.ts). */
  of: { [begin: string]: Entry };
  waiting: Line[];
  sent: Line[];
}

export const createCounted = (upTo: number): Counted => ({ upTo, spent: 0, of: {}, waiting: [], sent: [] });

/** Whether it is ours: other scripts can write there. */
export function isCounted(raw: unknown): raw is Counted {
  const { upTo, spent, of, waiting, sent } = Object(raw);
  return upTo + spent >= 0 && Object(of) === of && [waiting, sent].every(Array.isArray);
}
