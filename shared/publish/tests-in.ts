// What the script of the first paint is asked to test: all predicates of a config's trees, and what they ask with.

import type { PageTest } from '../engine/lines/page-test.ts';
import type { Tree } from '../engine/lines/tree.ts';
import { isObject } from '../engine/native.ts';

/** A fact or a trait that a tree tests, or an event that it asks a page for. */
export interface Tested {
  kind: 'fact' | 'trait' | 'page';
  key: string;
  is: unknown;
}

const ofPage = (test: PageTest): Tested[] => {
  switch (test.kind) {
    case 'events':
      return test.of.flatMap((own) =>
        'event' in own ? [{ kind: 'page', key: own.event, is: own.where }] : [],
      );
    case 'topics':
    case 'path':
      return [];
  }
};

export function testsIn(tree: Tree): Tested[] {
  switch (tree[0]) {
    case '&':
    case '|':
    case '!':
      return tree.slice(1).flatMap((part) => testsIn(part as Tree));
    case 'c':
      return [{ kind: 'fact', key: tree[1], is: tree[2] }];
    case 't':
      return [{ kind: 'trait', key: tree[1], is: tree[2] }];
    case 'h':
      return (tree[3] ?? []).flatMap(ofPage);
    case '#':
    case '?':
      return [];
  }
}

/** The operators of a predicate, and of those within. */
export const operatorsIn = (is: unknown): string[] =>
  !isObject(is)
    ? []
    : Object.entries(is).flatMap(([key, operand]) => [
        ...(key.startsWith('$') ? [key] : []),
        ...operatorsIn(operand),
      ]);

/** Whether a predicate compares with a list or an object as a whole. More often than it does, as lists hold tests too. */
export const comparesLists = (is: unknown): boolean =>
  Array.isArray(is)
    ? true
    : isObject(is) &&
      Object.entries(is).some(([key, operand]) =>
        /^\$(in|nin|all|and|or|nor)$/.test(key) && Array.isArray(operand)
          ? operand.some(comparesLists)
          : /^\$(eq|ne)$/.test(key)
            ? isObject(operand)
            : comparesLists(operand),
      );

const namesIn = (is: unknown): string[] =>
  !isObject(is)
    ? []
    : Object.entries(is).flatMap(([key, operand]) => [
        ...(key.startsWith('$') || Array.isArray(is) ? [] : [key]),
        ...namesIn(operand),
      ]);

/** Whether a test looks within what it tests: of a page's event only the props themselves are nothing within. */
export const looksWithin = ({ kind, is }: Tested): boolean =>
  kind === 'page' && isObject(is)
    ? Object.entries(is).some(([key, test]) => key.includes('.') || key.startsWith('$') || !!namesIn(test)[0])
    : !!namesIn(is)[0];
