// Advice on a config together with the file of items that lies beside it: lists that the file has nothing for. A browser
// keeps the page's own list then, and says nothing.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { holds } from '../shared/engine/predicate.ts';
import { isNamed, listItems } from '../shared/items/find-lost.ts';
import { type Item, type Items, openItems } from '../shared/items/open-items.ts';
import { unpackItems } from '../shared/items/unpack-items.ts';
import { times } from '../shared/learn/times.ts';
import type { ChangeOf } from '../shared/schema/change.ts';
import type { Config } from '../shared/schema/config.ts';
import { formatPath, type Problem } from '../shared/schema/problem.ts';

type List = ChangeOf<'recommend'>;
/** What is said of a list, by the field of it that is to blame. */
type Advice = [field: PropertyKey[], problem: string, remedy: string];

/** Groups that are named of all there are. */
const TOLD = 12;

const LEARN = 'Run `selvedge learn` with --catalog FILE';
const KEEPS = 'so this list shows none and the page keeps its own';

/** @param name of the file, beside the config @returns undefined where it lies elsewhere; null where it cannot be read */
export function readItems(name: string, folder: string): Items | undefined | null {
  const path = resolve(folder, name);
  if (!existsSync(path)) return undefined;
  try {
    return openItems(unpackItems(readFileSync(path, 'utf8'))) ?? null;
  } catch {
    return null;
  }
}

const sayGroups = (items: Item[]): string => {
  const groups = [...new Set(items.flatMap(({ group }) => group || []))];
  if (groups.length === 0) return 'None of them has a group: --catalog FILE of `selvedge learn` says them.';
  const others = groups.length > TOLD ? ' …' : '';
  return `Their groups: ${groups.slice(0, TOLD).join(', ')}${others}.`;
};

/** What a source finds items by, and whether the file has any; what was looked at needs none. */
const SOURCES: Partial<Record<List['from'][number], [what: string, has: (items: Items) => boolean]>> = {
  similar: [
    'looked at together',
    (items) => listItems(items).some(({ rank }) => items.similar(rank)[0] !== undefined),
  ],
  together: [
    'bought together',
    (items) => listItems(items).some(({ rank }) => items.together(rank)[0] !== undefined),
  ],
  trending: ['asked for these days', ({ trending }) => trending.length > 0],
  again: ['ordered again', ({ again }) => Object.keys(again).length > 0],
};

const adviseSources = ({ from }: List, items: Items, file: string): Advice[] =>
  from.flatMap((source, i): Advice[] => {
    const [what, has] = SOURCES[source] ?? [];
    if (!has || has(items)) return [];
    const of = source === 'similar' ? 'visits' : 'orders that say what is in them';
    return [
      [
        ['from', i],
        `${file} holds nothing that is ${what}, so "${source}" finds no item`,
        `Learn it from ${of}, or take "${source}" out.`,
      ],
    ];
  });

function adviseWhere({ where, count, least = count }: List, items: Item[], all: string): Advice[] {
  if (where === undefined) return [];
  const fit = items.filter((item) => item.stock !== 0 && holds(where, item)).length;
  const remedy = JSON.stringify(where).includes('"group"') ? sayGroups(items) : 'Ask for more of them.';
  if (fit === 0) return [[['where'], `none of the ${all} is what "where" asks for, ${KEEPS}`, remedy]];
  if (fit >= least) return [];
  const found = `of the ${all} ${times(fit, 'is', 'are')} what "where" asks for`;
  return [[['where'], `${found}, and with fewer than ${least} the page keeps its own list`, remedy]];
}

function adviseList(list: List, items: Items, file: string): Advice[] {
  const all = `${times(items.count, 'item', 'items')} in ${file}`;
  const named = listItems(items).filter(isNamed);
  if (named.length === 0)
    return [
      [['from'], `none of the ${all} has a name and an address, ${KEEPS}`, `${LEARN}, which says them.`],
    ];
  const { image, price } = list.card;
  const lacks = (field: 'image' | 'price', what: string): Advice => [
    ['card', field],
    `none of the ${all} has a ${what}, so its place in the cards of this list stays empty`,
    `${LEARN}, which says them, or choose a card without it.`,
  ];
  return [
    ...(image !== undefined && !named.some((item) => item.image) ? [lacks('image', 'picture')] : []),
    ...(price !== undefined && !named.some((item) => item.price !== undefined)
      ? [lacks('price', 'price')]
      : []),
    ...adviseWhere(list, named, all),
    ...adviseSources(list, items, file),
  ];
}

/** @param folder that the config lies in */
export function adviseItems({ items, experiences }: Config, folder: string): Problem[] {
  const { file } = items ?? {};
  const known = file === undefined ? undefined : readItems(file, folder);
  if (file === undefined || known === undefined) return [];
  if (known === null)
    return [
      {
        path: 'items.file',
        problem: `${file} beside this file is no file of items, or damaged`,
        remedy: 'Run `selvedge learn` again, which writes it.',
        severity: 'warning',
      },
    ];
  return experiences.flatMap(({ variants }, e) =>
    variants.flatMap(({ changes }, v) =>
      changes.flatMap((change, c) =>
        (change.kind === 'recommend' ? adviseList(change, known, file) : []).map(
          ([field, problem, remedy]): Problem => ({
            path: formatPath(['experiences', e, 'variants', v, 'changes', c, ...field]),
            problem,
            remedy,
            severity: 'warning',
          }),
        ),
      ),
    ),
  );
}
