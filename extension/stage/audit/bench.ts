// What the checks work with: the page, and a way to show one variant after the other on it.

import type { Placement } from '../../../shared/dom/claim.ts';
import type { Problem } from '../../../shared/dom/page-problem.ts';
import type { Items } from '../../../shared/items/open-items.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import type { Finding, Shift } from '../../wire/stage-shapes.ts';

/** One variant of this page. */
export interface Exhibit {
  experience: Experience;
  variant: Experience['variants'][0];
  placements: Placement[];
}

export interface Bench {
  exhibits: Exhibit[];
  /** Shows exactly these and waits until they are painted. */
  show(placements: Placement[]): Promise<void>;
  /** What did not work of what is shown. */
  problems(): Problem[];
  /** @throws Error in plain words where the file is not at hand */
  openItems(file: string): Promise<Items>;
}

export type Report = (finding: Finding) => void;
export type Audit = (bench: Bench) => Promise<{ findings: Finding[]; shifts: Shift[] }>;

/** Under this name of our own world the audit waits for the stage. */
export const AUDIT = Symbol.for('selvedge.audit');
