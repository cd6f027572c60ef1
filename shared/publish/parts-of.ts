// Which parts of the first-paint script a config needs (snippet/now/parts.ts says what each is for).

import { findLeaves } from '../engine/lines/answers.ts';
import type { Tree } from '../engine/lines/tree.ts';
import { toJson } from '../engine/native.ts';
import type { Program } from '../engine/view.ts';
import { compileEntry } from './compile-entry.ts';
import { compileTree } from './compile-tree.ts';

/** What only the visit tells. */
const OF_VISIT = ['source', 'medium', 'campaign', 'channel', 'referrer', 'landing', 'visit_start'];
const OF_SEARCH = ['q', 'search', 'term'];
/** What no page need say. */
const OF_CLOCK = ['hour', 'weekday'];

/** The facts and traits that a tree tests. */
function testsIn(tree: Tree): ['c' | 't', string][] {
  switch (tree[0]) {
    case '&':
    case '|':
    case '!':
      return tree.slice(1).flatMap((part) => testsIn(part as Tree));
    case 'c':
    case 't':
      return [[tree[0], tree[1]]];
    case 'h':
    case '#':
    case '?':
      return [];
  }
}

/** @param program of the trimmed config */
export function partsOf(program: Program): string[] {
  const tests = [...program.segments.values()].flatMap((when) => testsIn(compileTree(program, when)));
  const facts = tests.flatMap(([kind, key]) => (kind === 'c' && !OF_CLOCK.includes(key) ? [key] : []));
  const entries = program.config.experiences.map((experience, order) =>
    compileEntry(program, experience, order),
  );
  const asks = findLeaves(program).map((leaf) => leaf.tests);
  const asked = toJson(asks);
  const isAsked = asks.some((all) => all.length > 0);
  /** As the name of an event or of a prop, or as a fact. */
  const asksFor = (...words: string[]) =>
    words.some((word) => asked.includes(toJson(word)) || facts.includes(word));
  // other tests of a path come out the same whether this very path is kept or not, or are unknown
  const isPathKept = asksFor('landing') || asks.flat().some(({ kind }) => kind === 'path');
  const isShared = entries.some((entry) => entry?.[3].some((group) => group.length > 2));
  const isPlaced = isShared || entries.some((entry) => entry?.[4]?.holdout);
  const isOfVisit = asksFor(...OF_VISIT);
  return [
    ...(isAsked || tests.length ? ['holds'] : []),
    ...(isAsked ? ['outcomeOf'] : []),
    ...(isAsked || isOfVisit ? ['readArriving', 'openPage'] : []),
    // who reads where somebody came from knows what is personal anyway
    ...(isOfVisit || isPathKept ? ['scrubPath'] : []),
    ...(asksFor(...OF_SEARCH) ? ['readSearch'] : []),
    ...(isOfVisit ? ['readCame'] : []),
    ...(asksFor('page_not_found') ? ['isNotFound'] : []),
    ...(facts.some((key) => !OF_VISIT.includes(key)) ? ['readFacts'] : []),
    ...(isPlaced ? ['place', 'createSeed'] : []),
    ...(isShared ? ['chooseShare'] : []),
  ];
}
