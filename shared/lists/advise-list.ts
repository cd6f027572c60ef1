// Advice on a list of recommended items, seen beside the items that are known: what it asks for and no item has. A browser
// keeps the page's own list then, and says nothing.
//
// Said twice: for who writes the file, by its fields and in English, and for authors, who never see it.

import { holds } from '../engine/predicate.ts';
import { isNamed, listItems } from '../items/find-lost.ts';
import type { Item, Items } from '../items/open-items.ts';
import type { ChangeOf } from '../schema/change.ts';
import type { Said } from '../schema/problem.ts';
import { t } from '../words/t.ts';
import { hasSource } from './has-source.ts';

type List = ChangeOf<'recommend'>;

export interface ListAdvice {
  /** the path of the list's field that is to blame */
  field: PropertyKey[];
  /** nobody ever sees an item in this list */
  isEmpty: boolean;
  inFile: Said;
  inPanel: Said;
}

/** Groups that are named of all there are. */
const TOLD = 12;

const LEARN = 'Run `selvedge learn` with --catalog FILE';
const KEEPS = 'so this list shows none and the page keeps its own';

const countItems = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'item' : 'items'}`;

const groupsOf = (items: Item[]): string[] => [...new Set(items.flatMap(({ group }) => group || []))];
const sayFirst = (groups: string[]): string =>
  groups.slice(0, TOLD).join(', ') + (groups.length > TOLD ? ' …' : '');

/** What there is instead of what `where` asks for. */
function sayOthers({ where }: List, items: Item[]): [inFile: string, inPanel: string] {
  if (!JSON.stringify(where).includes('"group"'))
    return ['Ask for more of them.', t`Ask for more of them under “Only these items”, or lower “At least”.`];
  const groups = groupsOf(items);
  return groups.length === 0
    ? [
        'None of them has a group: --catalog FILE of `selvedge learn` says them.',
        t`No item has a group. Learn what goes together again, with a catalog, which says them.`,
      ]
    : [`Their groups: ${sayFirst(groups)}.`, t`These groups there are: ${sayFirst(groups)}.`];
}

interface Finds {
  /** what it finds items by, in English */
  what: string;
  /** without a full stop */
  nothing: string;
}

/** What a source finds items by; what was looked at needs nothing of a file. */
const SOURCES: Partial<Record<List['from'][number], Finds>> = {
  similar: {
    what: 'looked at together',
    nothing: t`“Looked at with what they looked at” finds no item, as nothing is known of what is looked at together`,
  },
  together: {
    what: 'bought together',
    nothing: t`“Bought with what is in their basket, or was bought last” finds no item, as nothing is known of what is bought together`,
  },
  trending: {
    what: 'asked for these days',
    nothing: t`“Wanted by many now” finds no item, as nothing is known of what is asked for these days`,
  },
  again: {
    what: 'ordered again',
    nothing: t`“Due to be ordered again” finds no item, as nothing is known of what is ordered again`,
  },
};

function adviseSources({ from }: List, items: Items, file: string): ListAdvice[] {
  const vain = from.filter((source) => !hasSource(items, source));
  return vain.flatMap((source): ListAdvice[] => {
    const finds = SOURCES[source];
    if (!finds) return [];
    const isOfVisits = source === 'similar';
    return [
      {
        field: ['from', from.indexOf(source)],
        isEmpty: vain.length === from.length,
        inFile: {
          problem: `${file} holds nothing that is ${finds.what}, so "${source}" finds no item`,
          remedy: `Learn it from ${isOfVisits ? 'visits' : 'orders that say what is in them'}, or take "${source}" out.`,
        },
        inPanel: {
          problem: finds.nothing,
          remedy: isOfVisits
            ? t`Learn it from visits, or take this source out of the list.`
            : t`Learn it from orders that say what is in them, or take this source out of the list.`,
        },
      },
    ];
  });
}

function adviseWhere(list: List, items: Item[], all: string): ListAdvice[] {
  const { where, count, least = count } = list;
  if (where === undefined) return [];
  const fit = items.filter((item) => item.stock !== 0 && holds(where, item)).length;
  if (fit >= least) return [];
  const [inFile, inPanel] = sayOthers(list, items);
  const found = `of the ${all} ${fit.toLocaleString('en')} ${fit === 1 ? 'is' : 'are'} what "where" asks for`;
  return [
    {
      field: ['where'],
      isEmpty: true,
      inFile: {
        problem:
          fit === 0
            ? `none of the ${all} is what "where" asks for, ${KEEPS}`
            : `${found}, and with fewer than ${least} the page keeps its own list`,
        remedy: inFile,
      },
      inPanel: {
        problem:
          fit === 0
            ? t`no item is what this list asks for, so the page keeps its own cards`
            : fit === 1
              ? t`1 item is what this list asks for, and with fewer than ${least} the page keeps its own cards`
              : t`${fit} items are what this list asks for, and with fewer than ${least} the page keeps its own cards`,
        remedy: inPanel,
      },
    },
  ];
}

function adviseCard({ card }: List, named: Item[], all: string): ListAdvice[] {
  const lacks = (field: 'image' | 'price', what: string, problem: string): ListAdvice => ({
    field: ['card', field],
    isEmpty: false,
    inFile: {
      problem: `none of the ${all} has a ${what}, so its place in the cards of this list stays empty`,
      remedy: `${LEARN}, which says them, or choose a card without it.`,
    },
    inPanel: { problem, remedy: t`Learn what goes together again, with a catalog, which says them.` },
  });
  return [
    ...(card.image !== undefined && !named.some(({ image }) => image)
      ? [
          lacks(
            'image',
            'picture',
            t`no item has a picture, so its place in the cards of this list stays empty`,
          ),
        ]
      : []),
    ...(card.price !== undefined && !named.some(({ price }) => price !== undefined)
      ? [lacks('price', 'price', t`no item has a price, so its place in the cards of this list stays empty`)]
      : []),
  ];
}

/** @param file that holds the items */
export function adviseList(list: List, items: Items, file: string): ListAdvice[] {
  const all = `${countItems(items.count)} in ${file}`;
  const named = listItems(items).filter(isNamed);
  if (named.length > 0)
    return [
      ...adviseCard(list, named, all),
      ...adviseWhere(list, named, all),
      ...adviseSources(list, items, file),
    ];
  return [
    {
      field: ['from'],
      isEmpty: true,
      inFile: {
        problem: `none of the ${all} has a name and an address, ${KEEPS}`,
        remedy: `${LEARN}, which says them.`,
      },
      inPanel: {
        problem: t`no item has a name and an address, so the page keeps its own cards`,
        remedy: t`Learn what goes together again, with a catalog, which says them.`,
      },
    },
  ];
}
