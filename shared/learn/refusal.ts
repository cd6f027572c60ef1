// What cannot be learned from, in words for the owner: what is wrong and what to do. It never quotes a cell.

import type { Role } from './column-names.ts';
import type { CurrencyCount } from './currency.ts';

/** How many rows were not read for one reason, and where the first three of them stand. */
export interface Reason {
  rows: number;
  lines: string[];
}

/** What is wrong, for who says it in words and with remedies of their own. */
export type Fault =
  | { kind: 'empty' | 'no names' | 'no orders' }
  | { kind: 'missing'; roles: readonly Role[] }
  /** the first line is no header by the look of it; that may be on this one */
  | { kind: 'title'; line: number }
  | { kind: 'two things'; column: string; roles: readonly [Role, Role] }
  /** two columns are called so */
  | { kind: 'alike'; column: string }
  /** what stands in it is not read */
  | { kind: 'content'; column: string; role: Role }
  /** whether the day or the month stands first; `isMixed`: in some dates the one, in some the other */
  | { kind: 'form'; isMixed: boolean }
  /** `status`: the column whose words do not tell of some rows whether they were cancelled */
  | {
      kind: 'unreadable';
      rows: number;
      unread: number;
      reasons: Record<string, Reason>;
      status?: string;
    }
  | { kind: 'open quote' | 'long row'; line: number }
  /** of events: fields that no line has, and those of the first line */
  | { kind: 'fields'; lacks: readonly string[]; found: readonly string[] }
  /** too many of another than the most frequent */
  | { kind: 'currencies'; currencies: readonly CurrencyCount[] }
  /** no export, by the look of it */
  | { kind: 'markup' | 'JSON' | 'no agents' }
  /** what a catalog lacks: a column of ids, any other that is known, entries */
  | { kind: 'no catalog'; lacks: 'ids' | 'facts' | 'entries' }
  | { kind: 'without ids'; without: number; entries: number }
  /** XML that breaks off */
  | { kind: 'not whole'; line: number };

export class LearnRefusal extends Error {
  /** it was the command line that was not understood */
  readonly isMisuse: boolean;
  readonly fault: Fault | undefined;
  constructor(message: string, { isMisuse = false, fault }: { isMisuse?: boolean; fault?: Fault } = {}) {
    super(message);
    this.isMisuse = isMisuse;
    this.fault = fault;
  }
}
