// What the files say of items: who looked at which, who ordered which, and what they are called. Whose they are becomes a
// number at once and is never told again; what an item is called must be told, so it is checked for persons first.

import { isPersonal, scrubPath, THING } from '../../page/scrub.ts';
import { createIdTable } from '../id-table.ts';
import { bySource, chooseSource, countAll, type Source } from '../sources.ts';
import { createFacts } from './item-facts.ts';
import type { KnownFact } from './known-facts.ts';
import { createOrderLines, type Line } from './order-lines.ts';
import { createRuns, GAP_MS, type Runs } from './runs.ts';

/** Items by number, as they were met. */
export interface ItemRows {
  ids: string[];
  /** visits are of pages, as nothing tells of items */
  isOfPages: boolean;
  visits: Runs;
  orders: Runs;
  /** what is known of an item: what most rows say, and the rows of at least so many different people */
  factOf(item: number, people?: number): KnownFact | undefined;
}

export interface ItemLine extends Line {
  item: string;
  fact?: KnownFact | undefined;
}

/** The longest id that is one. */
const LONGEST = 100;

/** @returns '' for what names no item, or could name a person */
function idOf(written: string): string {
  const id = written.trim();
  return id.length > LONGEST || isPersonal(id, THING) ? '' : id;
}

function createNames(read: (written: string) => string) {
  const numbers = new Map<string, number>();
  const ids: string[] = [];
  return {
    ids,
    /** @returns −1 for none */
    add(written: string): number {
      let number = numbers.get(written);
      if (number === undefined) {
        const id = read(written);
        number = id ? (numbers.get(id) ?? ids.push(id) - 1) : -1;
        if (id) numbers.set(id, number);
        numbers.set(written, number);
      }
      return number;
    },
  };
}

export function createItemStore() {
  const items = createNames(idOf);
  const paths = createNames((path) => (scrubPath(path, false) === path ? path : ''));
  const [looks, views] = [createRuns(), createRuns()];
  /** whose visits they are, and who is known to have made them or to have bought */
  const people = createIdTable();
  const lines = bySource(() => createOrderLines(people));
  /** whose a visit is, where that is another number than its own */
  const personOf: number[] = [];
  const facts = createFacts();

  /** @returns the number of a visit */
  function visit(who: string, person: string): number {
    const number = people.add(who);
    if (person && person !== who) personOf[number] = people.add(person);
    return number;
  }

  /** Of whose visits they are it is told who made them, where that is known. */
  const ofPeople = (runs: Runs): Runs => ({ ...runs, of: runs.of.map((who) => personOf[who] ?? who) });

  return {
    get count() {
      return looks.count + views.count + countAll(lines);
    },
    /**
     * Somebody looked at an item.
     *
     * @param who what a visit is told by
     * @param person who that was, where something else tells it
     * @returns the place of the look, or −1 where it names none
     */
    see(who: string, at: number, item: string, fact?: KnownFact, person = ''): number {
      const number = items.add(item);
      if (number < 0) return -1;
      const of = visit(who, person);
      if (fact) facts.add(personOf[of] ?? of, number, fact);
      return looks.add(of, number, at);
    },
    setLook: looks.setAt,
    /** Somebody looked at a page: what counts where nothing tells of items. */
    seePage(who: string, at: number, path: string, person = ''): boolean {
      const number = paths.add(path);
      if (number >= 0) views.add(visit(who, person), number, at);
      return number >= 0;
    },
    /** @returns the number of its order, or −1 where it names no item */
    buy({ item, fact, ...line }: ItemLine, source: Source = 'table'): number {
      const what = items.add(item);
      if (what < 0) return -1;
      const number = lines[source].add(line, what);
      if (fact) facts.add(lines[source].whose(number), what, fact);
      return number;
    },
    /** Of orders in tables: whether a line of that one was read, and when it was. */
    hasOrder: lines.table.has,
    setAt: lines.table.setAt,
    /** @param itemAt of a path, where a catalog knows it */
    settle(itemAt?: (path: string) => string | undefined): ItemRows {
      const isOfPages = looks.count === 0;
      const pages = isOfPages ? views.settle(GAP_MS) : undefined;
      // numbers of items come first: pages join them
      const numbers = pages && paths.ids.map((path) => items.add(itemAt?.(path) ?? path));
      return {
        ids: items.ids,
        isOfPages: isOfPages && views.count > 0,
        visits: ofPeople(
          pages
            ? { ...pages, items: pages.items.map((path) => numbers?.[path] ?? -1) }
            : looks.settle(GAP_MS),
        ),
        orders: lines[chooseSource(lines)].settle(),
        factOf: facts.settle(),
      };
    },
  };
}
export type ItemStore = ReturnType<typeof createItemStore>;
