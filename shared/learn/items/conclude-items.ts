// What comes of rows and their tests: the file, or why there is none. Refused, too, where the file is larger than it may be:
// then the curve says what would fit.

import type { ItemsFile } from '../../items/items-file.ts';
import { packItems } from '../../items/pack-items.ts';
import { roundShare } from '../round.ts';
import { findUnmet } from './catalog.ts';
import type { Rows } from './count-pairs.ts';
import type { ItemRows } from './item-store.ts';
import { type Fit, type ItemsFault, type Met, sayItemsFault } from './items-fault.ts';
import type { ItemsReport, LearnedItems } from './items-report.ts';
import type { Left } from './leave-out.ts';
import { type Found, fileOf } from './make-file.ts';
import { nameItems } from './name-items.ts';
import { countListed, type Ranking } from './rank-items.ts';
import { splitPages } from './split-pages.ts';
import { EACHES, type ItemsOptions, type ItemsTest, keyOf, type Tested, TOGETHERS } from './test-rows.ts';

/** With fewer in the test nothing is said of others. */
const LEAST_TESTED = 100;
/** By so many standard errors lists must beat the most frequent items. */
const ERRORS = 2;

/** Why rows are not good enough. */
function findFault(test: ItemsTest | null, met: Met): ItemsFault | undefined {
  if (!test) return { kind: 'untested', met };
  const { asked, gain, error, hr, popular } = test;
  if (asked < LEAST_TESTED) return { kind: 'few', met, asked, needed: LEAST_TESTED };
  return gain > ERRORS * error ? undefined : { kind: 'no gain', met, hr, popular: popular.hr };
}

/** The best that is no larger than it may be. */
const findFit = (curve: readonly Fit[], most: number): Fit | undefined =>
  curve.filter(({ bytes }) => bytes <= most).sort((a, b) => b.hr - a.hr || a.bytes - b.bytes)[0];

const withSome = (rows: Rows | undefined): number => rows?.filter(({ length }) => length > 0).length ?? 0;

type Named = Pick<ItemRows, 'ids' | 'isOfPages'>;

/** A page's own address is its path. */
const countNamed = ({ ids, facts, pages }: ItemsFile): number =>
  ids.filter((id, i) => facts?.name?.[i] && (facts.url?.[i] || (pages && id.startsWith('/')))).length;

/** So many ids are told, by which another spelling of them is seen. */
const TOLD = 3;

function judgeCatalog({ ids }: Named, { catalog }: ItemsOptions): Pick<ItemsReport, 'catalog'> {
  if (!catalog) return {};
  const unmet = findUnmet(catalog, ids);
  const { entries, noted } = catalog;
  return { catalog: { entries: entries.length, unmet: unmet.length, ids: unmet.slice(0, TOLD), noted } };
}

/** Where the two speak of different things. */
function findStrange(
  { ids }: Named,
  findMet: () => Ranking,
  { catalog }: Pick<ItemsReport, 'catalog'>,
): ItemsFault | undefined {
  if (!catalog || catalog.unmet < catalog.entries) return undefined;
  const met = findMet().items.slice(0, TOLD);
  return { kind: 'strange', listed: catalog.ids, met: met.map((item) => ids[item] ?? '') };
}

interface Tests {
  similar: Tested;
  together: Tested;
}

/** Why rows are not good enough, where they are not. */
const findFaults = ({ similar, together }: Tests) => ({
  similar: findFault(similar.test, 'visits'),
  together: findFault(together.test, 'orders'),
});

interface Concluding {
  rows: Named;
  /** how many visits and orders they were made of */
  met: { visits: number; orders: number };
  tests: Tests;
  left: Left;
  /** of all that enough people met, whatever the catalog has; none is sensitive */
  findMet: () => Ranking;
  /** finds the rows that are good enough */
  find: (has: { similar: boolean; together: boolean }) => Found;
  options: ItemsOptions;
  /** the day */
  made: string;
}

function pageItems(file: ItemsFile, report: ItemsReport): LearnedItems {
  const { pages, left } = splitPages(file);
  const bytes = pages.reduce((sum, { text }) => sum + text.length, 0);
  const paged = { files: pages.length, bytes, left };
  return { part: { status: 'learned', value: { pages: true }, report: { ...report, paged } }, pages };
}

export function concludeItems(of: Concluding): LearnedItems {
  const { rows, met, tests, left, find, options, made } = of;
  const why = findFaults(tests);
  const listed = judgeCatalog(rows, options);
  const found = find({ similar: !why.similar, together: !why.together });
  const at = found.togethers.indexOf(options.together);
  const { file, missing } = fileOf(found, rows, made, options.together, options.each);
  const text = packItems(file);
  const bytes = options.weigh(text);
  const isLearned = !why.similar || !why.together;
  const tested = why.similar ? tests.together : tests.similar;
  const curve = TOGETHERS.filter((pairs) => found.togethers.includes(pairs)).flatMap((pairs) =>
    EACHES.map((each): Fit => {
      const weight = isLearned ? options.weigh(packItems(fileOf(found, rows, made, pairs, each).file)) : 0;
      return {
        together: pairs,
        each,
        hr: roundShare(tested.hr.get(keyOf(pairs, each)) ?? 0),
        bytes: weight,
      };
    }),
  );
  const { sensitive, unlisted } = left;
  const { few, beyond } = countListed(found.ranking, options.together);
  const report: ItemsReport = {
    ...met,
    items: file.ids.length,
    named: countNamed(file),
    left: { few, beyond, sensitive, unlisted },
    missing,
    ...listed,
    similar: { items: withSome(found.similar[at]), test: tests.similar.test },
    together: { items: withSome(found.together[at]), test: tests.together.test },
    trending: file.trending?.length ?? 0,
    again: Object.keys(file.again ?? {}).length,
    least: options.together,
    each: options.each,
    bytes: isLearned ? bytes : 0,
    curve: isLearned ? curve : [],
  };
  const refuse = (faults: ItemsFault[]): LearnedItems => ({
    part: { status: 'refused', why: faults.map(sayItemsFault), report: { ...report, faults } },
  });
  if (!isLearned) {
    if (rows.ids.length === 0) return refuse([{ kind: 'no items' }]);
    const strange = findStrange(rows, of.findMet, listed);
    if (strange) return refuse([strange]);
    const asked = met.visits || !met.orders ? [why.similar] : [];
    return refuse([...asked, ...(met.orders ? [why.together] : [])].flatMap((fault) => fault ?? []));
  }
  const { most, isPaged } = options;
  if (isPaged) return pageItems(file, report);
  if (bytes > most) return refuse([{ kind: 'too large', bytes, most, fit: findFit(curve, most) }]);
  return { part: { status: 'learned', value: { file: nameItems(text) }, report }, text };
}
