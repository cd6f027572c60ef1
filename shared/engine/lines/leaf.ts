// A condition as its lines are written: what it asks of the page that is being opened, and that page as an outcome of
// these tests makes it. Made where a config is published, and again where lines are written.
//
// The engine itself folds that page and answers, so nothing about a kind of condition is said twice.

import type { Condition } from '../../schema/condition.ts';
import type { Props } from '../../schema/props.ts';
import type { Profile } from '../profile.ts';
import type { CompiledRule } from '../view.ts';
import type { PageTest } from './page-test.ts';
import type { Endless } from './questions.ts';

/** A page that nobody knows yet, as far as a condition can tell it from others. */
export interface OpenedPage {
  /** what `visit_start` carries */
  arrival: Props;
  /** `page_view` first */
  events: { name: string; props: Props }[];
}

export interface Leaf {
  /** Names its lines: a hash of all that they depend on but for the profile. */
  key: string;
  /** as it was written, and as it asks for marks */
  condition: Condition;
  marked: Condition;
  /** of the marked one; its key is that of the state which both share */
  rule: CompiledRule;
  tests: PageTest[];
  /** about local calendar dates */
  isOfDays: boolean;
  /** how many lines it has of one path */
  outcomes: number;
  /** The page of an outcome. */
  page(outcome: number, path: string): OpenedPage;
  /** why nothing can be written down */
  endless?: Endless;
  /** of a condition over others: theirs, side by side */
  states?(nodes: Profile['nodes']): unknown[][];
  /** the paths that matter to one of them */
  paths?(states: unknown[][]): string[];
}
