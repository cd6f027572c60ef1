// Keeps lists of recommended items ready for the next page's first paint, on file with the snapshot: who erases that erases
// them.
//
// Promises: what stands on file is the only truth, and this page only says what changes of it, so no tab brings back what
// another took away; what the visitor does with items takes all of them away in the same moment, and they are filled anew
// when the page is at rest; nothing is kept for whoever turned suggestions off.

import type { BlockOptions } from '../../shared/dom/block/draw.ts';
import { type KeptLists, keyOnPage, nameList } from '../../shared/engine/lines/kept-lists.ts';
import type { Remembered } from '../../shared/engine/lines/remembered.ts';
import { knownFrom } from '../../shared/page/list-as-block.ts';
import { wantsLists } from '../../shared/page/wants-lists.ts';
import type { ChangeOf } from '../../shared/schema/change.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Begun } from '../begun.ts';
import type { Refill } from './main.ts';

type ListChange = ChangeOf<'recommend'>;
type FileLines = NonNullable<Begun['fileLines']>;

/** What of the tag it needs. */
export interface Lent {
  /** What the next page will find. */
  readFile(): { seed?: string; now?: Remembered };
  idle(): Promise<unknown>;
  load(file: string): Promise<unknown>;
}

/** After these another list may be the right one. */
const OF_ITEMS = ['view_item', 'add_to_cart', 'remove_from_cart', 'purchase'];
/** Characters of all lists together. */
const MOST = 4_096;

/** The latest come first, as far as there is room. */
function fit(lists: KeptLists): KeptLists | undefined {
  const kept: KeptLists = {};
  let room = MOST;
  for (const [key, list] of Object.entries(lists).reverse()) {
    const size = JSON.stringify(list).length;
    if (size > room) continue;
    room -= size;
    kept[key] = list;
  }
  return Object.keys(kept)[0] ? Object.fromEntries(Object.entries(kept).reverse()) : undefined;
}

const changesOf = ({ experiences, items }: Config): Map<string, ListChange> =>
  new Map(
    experiences
      .flatMap(({ variants }) => variants.flatMap(({ changes }) => changes))
      .flatMap((change) =>
        change.kind === 'recommend' ? [[nameList(change, `${knownFrom(items)}`), change] as const] : [],
      ),
  );

type Step = (lists: KeptLists) => KeptLists;

const without = (lists: KeptLists, others: KeptLists): KeptLists =>
  Object.fromEntries(Object.entries(lists).filter(([key]) => !others[key]));

/** @param file the name of the one that chooses and fills */
export function createKeeping(file: string) {
  /** What this page has to say, in its order, until it is filed. */
  let steps: Step[] = [];
  let refileAll: (() => void) | undefined;
  const make = (lists: KeptLists): KeptLists => steps.reduce((made, step) => step(made), lists);
  /** Filed at once, or not at all: later it may be about somebody else. */
  const putDown = (step: Step): void => {
    steps.push(step);
    refileAll?.();
    steps = steps.filter((one) => one !== step);
  };
  /** How often the visitor has done something with items on this page. */
  let turns = 0;
  let fillSoon: ((lists: KeptLists) => void) | undefined;
  /** What keeps a list that is about to be chosen. */
  const createKeep = (): NonNullable<BlockOptions['keep']> => {
    const turn = turns;
    return ({ list, file: items }, tree, isOfPages) => {
      const name = nameList(list, items);
      const key = keyOnPage(name, location.pathname);
      const kept: KeptLists = tree ? { [key]: isOfPages ? [name, tree, 1] : [name, tree] } : {};
      // it knows nothing of what happened since
      if (turn !== turns) fillSoon?.(kept);
      else putDown(({ [key]: _before, ...others }) => ({ ...others, ...kept }));
    };
  };

  /** Files lists beside the lines. */
  const filing =
    (fileLines: FileLines, { readFile, idle, load }: Lent): FileLines =>
    (program, profile, refile) => {
      refileAll = refile;
      const lines = fileLines(program, profile, refile);
      const { config } = program;
      const changes = changesOf(config);
      /** Those of another config are nobody's. */
      const onFile = (): KeptLists =>
        Object.fromEntries(
          Object.entries(readFile().now?.lists ?? {}).filter(([, [name]]) => changes.has(name)),
        );
      /** To be filled anew. */
      let due: KeptLists = {};
      /** Being filled anew. */
      let taken: KeptLists | undefined;
      /** Whose they are. */
      let seed: string | undefined;

      const fillAnew = async (): Promise<void> => {
        await idle();
        taken = due;
        due = {};
        const { refill } = (await load(file)) as { refill: Refill };
        const filled = await refill(
          taken,
          changes,
          `${knownFrom(config.items)}`,
          config.hosts ?? [],
          (key, name) => key === keyOnPage(name, location.pathname),
        );
        const before = taken;
        // meanwhile something happened that they do not know of, or all was erased
        if (!Object.keys(due)[0] && readFile().seed === seed)
          putDown((others) => ({ ...without(others, before), ...filled }));
      };
      const goOn = async (): Promise<void> => {
        if (taken) return;
        taken = {};
        try {
          while (Object.keys(due)[0]) await fillAnew();
        } catch {
          // not there, or nothing is known of items: whoever draws says so
        }
        taken = undefined;
      };

      const waiting = (): KeptLists => (seed === readFile().seed ? { ...taken, ...due } : {});
      const fill = (lists: KeptLists): void => {
        due = lists;
        ({ seed } = readFile());
        void goOn();
      };
      fillSoon = (lists) => fill({ ...waiting(), ...lists });

      return {
        happened(name) {
          lines.happened(name);
          const isOfItems = OF_ITEMS.includes(name);
          if (isOfItems) turns++;
          else if (name !== 'page_view') return;
          const lists = { ...waiting(), ...make(onFile()) };
          if (!Object.values(lists).some(([, , isOfPages]) => isOfItems || isOfPages)) return;
          if (isOfItems) steps.push(() => ({}));
          fill(lists);
        },
        forNext() {
          const next = lines.forNext();
          const lists = wantsLists(profile().traits.selvedge_off) ? fit(make(onFile())) : undefined;
          steps = [];
          return lists && next.now ? { ...next, now: { ...next.now, lists } } : next;
        },
      };
    };
  return { createKeep, filing };
}
