// Why nothing is learned of a goal: as data, for who says it in the author's language, and in words for the terminal.

import { times } from '../times.ts';
import { sayTerm } from './say-term.ts';
import type { Term } from './term.ts';

export type IntentFault =
  | { kind: 'no goal' | 'no visits' | 'no pages' | 'no terms' | 'one outcome' }
  /** visits with no beginning: lines are missing in the export */
  | { kind: 'cut'; cut: number; visits: number }
  /** goals with nothing before them */
  | { kind: 'unseen'; unseen: number; goals: number }
  /** too few visits with the goal, or without it */
  | { kind: 'few'; of: 'goals' | 'others'; count: number; needed: number }
  /** it tells the goal by itself: it happens with it */
  | { kind: 'leak'; term: Term }
  /** of 100 pairs so many stand in order */
  | { kind: 'weak'; low: number; high: number; needed: number }
  /** chances are stated too sharply (below 1), or too flatly */
  | { kind: 'slope'; slope: number; least: number; most: number }
  /** so few visitors are in the test that no chance can be told with its count */
  | { kind: 'few visitors'; visitors: number; needed: number }
  /** of all page views so large shares */
  | { kind: 'apart'; mean: number; actual: number };

/** A sentence without its full stop. */
export function sayIntentFault(fault: IntentFault): string {
  switch (fault.kind) {
    case 'no goal':
      return 'the config names no goal: say --config FILE with one that does';
    case 'no visits':
      return 'there are no visits in what was read: it is learned from events as JSON lines';
    case 'no pages':
      return 'no page view comes before a goal in what was read, and chances are stated at page views: export "page_view", too';
    case 'no terms':
      return 'nothing that is remembered before the goal tells anything of it';
    case 'one outcome':
      return 'in the test the goal came in every visit, or in none: nothing can be told apart';
    case 'cut':
      return `${fault.cut} of ${fault.visits} visits ${fault.cut === 1 ? 'has' : 'have'} no beginning: lines are missing in this export, and what a browser would remember cannot be told from those that are left. Export whole visits`;
    case 'unseen':
      return `${fault.unseen} of ${times(fault.goals, 'visit', 'visits')} with the goal ${fault.unseen === 1 ? 'has' : 'have'} no page view before that of the goal, so nothing comes before it that could tell`;
    case 'few':
      return fault.of === 'goals'
        ? `${times(fault.count, 'goal', 'goals')}, ${fault.needed} needed`
        : `${times(fault.count, 'visit', 'visits')} without the goal, ${fault.needed} needed`;
    case 'leak':
      return `"${sayTerm(fault.term)}" tells the goal by itself: this happens with the goal, not before it`;
    case 'weak':
      return `what comes before the goal tells too little: one who reached it stands above one who did not in ${Math.floor(100 * fault.low)} to ${Math.ceil(100 * fault.high)} of 100 pairs (50 is chance), ${100 * fault.needed} needed at the least`;
    case 'slope':
      return `chances were stated ${fault.slope < 1 ? 'too sharply' : 'too flatly'} for the test (slope ${fault.slope.toFixed(2)}, ${fault.least} to ${fault.most} needed)`;
    case 'few visitors':
      return `${times(fault.visitors, 'visitor', 'visitors')} in the test, ${fault.needed} needed`;
    case 'apart':
      return `of 100 page views in the test ${(100 * fault.mean).toFixed(1)} were expected to lead to the goal and ${(100 * fault.actual).toFixed(1)} did`;
  }
}
