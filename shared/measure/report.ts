// The report that `selvedge report --json` prints and the panel opens: what an access log says of each experience.
// Version 1; other tools read it, so names and meanings stay.
import type { Level } from './level.ts';

/** What is counted for ten years is counted by a clock that is wrong. */
export const MOST_DAYS = 3660;

export type Verdict = 'broken split' | 'too early' | 'better' | 'worse' | 'no difference seen';

/** How a comparison stood at the end of a day. */
export interface DayLook {
  /** in UTC, as all days here */
  day: string;
  /** until then, of base and arm together */
  visitors: number;
  converted: number;
  lift: number | null;
  low: number | null;
  high: number | null;
  /** the least until then: it holds at every look */
  p: number;
}

export interface Comparison {
  arm: string;
  base: string;
  /** among those who were shown this group of variants, from 1 */
  group?: number;
  measure: 'converted' | 'value';
  /** relative; null: cannot be said, or without end */
  lift: number | null;
  low: number | null;
  high: number | null;
  /** of the last day alone */
  p: number;
  /** beside all other comparisons of the goal */
  adjustedP: number;
  verdict: Verdict;
  /** how many more visitors of the two until a lift of this size would be called, and how many days at this pace */
  needed: { lift: number; visitors: number; days: number | null };
  series: DayLook[];
}

export interface ReportedArm {
  arm: string;
  visitors: number;
  converted: number;
  rate: number;
  value?: number;
  perVisitor?: number;
}

export interface ReportedGoal {
  goal: string;
  name?: string;
  isMain: boolean;
  among: 'visitors of these pages' | 'those shown';
  /** all visitors of the pages, whichever group they were shown */
  arms: ReportedArm[];
  comparisons: Comparison[];
}

export interface ReportedSplit {
  arms: { arm: string; visitors: number; expected: number }[];
  p: number;
  chi: number;
  chiP: number;
  isBroken: boolean;
  /** visitors by the end of each day, in the order of `arms`; reports of before have none */
  series?: { day: string; visitors: number[] }[];
}

export interface ReportedExperience {
  id: string;
  name?: string;
  round: number;
  level: Level;
  epsilon?: number;
  /** from the first ping's to the last one's, both included */
  days: number;
  split: ReportedSplit;
  goals: ReportedGoal[];
}

export interface Skipped {
  robot: number;
  twice: number;
  unreadable: number;
  outside: number;
  unknown: number;
}

export interface Source {
  engine: string;
  files: number;
  lines: number;
  /** those that were counted */
  pings: number;
  skipped: Skipped;
}

export interface Report {
  version: 1;
  site?: string;
  revision?: number;
  /** ISO */
  made: string;
  /** first and last day */
  from: string;
  until: string;
  alpha: number;
  source: Source;
  experiences: ReportedExperience[];
}
