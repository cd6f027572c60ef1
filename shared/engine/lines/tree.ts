// A segment as a page asks it before anything is loaded: what is remembered is looked up, what the page says itself is
// tested, and both are combined as the engine does (Kleene).

import type { Predicate } from '../../schema/predicate.ts';
import type { Lines, Value } from './line.ts';
import type { PageTest } from './page-test.ts';

export type Tree =
  /** all, any, none of these */
  | ['&' | '|' | '!', ...Tree[]]
  /** the lines of this key; a newcomer's; what the page is asked, if anything */
  | ['h', key: string, newcomer: Lines, tests?: PageTest[]]
  /** a fact of the page view, a trait */
  | ['c' | 't', key: string, test: Predicate]
  /** a segment, by its place in the config */
  | ['#', place: number]
  /** what cannot be read is unknown */
  | ['?'];

export interface Asked {
  lines(key: string, newcomer: Lines, tests: PageTest[]): Value;
  /** whether an experience may be seen once more */
  often(key: string, newcomer: Lines): boolean;
  /** whether a fact of the page view, a trait passes */
  fact(key: string, is: Predicate): Value;
  trait(key: string, is: Predicate): Value;
  /** undefined where there is none */
  segment(place: number): [id: string, tree: Tree] | undefined;
}

/** The value that decides wins, else what is unknown; without either it is the other value. */
const combine = (values: Value[], decides: 0 | 1): Value =>
  values.includes(decides) ? decides : values.includes(2) ? 2 : decides ? 0 : 1;

/** @throws RangeError on an operator that it does not know */
export function askTree(tree: Tree, asked: Asked): Value {
  switch (tree[0]) {
    case '&':
    case '|':
    case '!': {
      const [kind, ...parts] = tree;
      const value = combine(
        parts.map((part) => askTree(part, asked)),
        kind === '&' ? 0 : 1,
      );
      return kind !== '!' || value === 2 ? value : value ? 0 : 1;
    }
    case 'h':
      return asked.lines(tree[1], tree[2], tree[3] ?? []);
    case 'c':
      return asked.fact(tree[1], tree[2]);
    case 't':
      return asked.trait(tree[1], tree[2]);
    case '#': {
      const found = asked.segment(tree[1]);
      return found ? askTree(found[1], asked) : 2;
    }
    case '?':
      return 2;
  }
}
