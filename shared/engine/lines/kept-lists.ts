// Lists of recommended items as they are kept for the next page: filled, as trees, each for one page. Whatever writes them
// and whatever shows them must agree on their names. Pure.

import type { Markup } from '../../grammar/markup.ts';
import { keyOf } from '../hash.ts';
import { toJson } from '../native.ts';

/** @param isOfPages 1: a view of an item's page is a look at it, and this list is another one after that */
export type KeptList = [name: string, tree: Markup, isOfPages?: 1];

/** By their keys. */
export type KeptLists = Record<string, KeptList>;

/** Names a list by all that it is made of but the visitor: another change, or another file of items, is another list. */
export const nameList = (change: object, file: string): string => keyOf(toJson([change, file]));

/** Of one list on one page: another page has another list of its own to copy. The path itself may name somebody. */
export const keyOnPage = (name: string, path: string): string => keyOf(name + path);
