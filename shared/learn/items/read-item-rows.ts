// Rows of a table that tell of items: who looked at which in which visit, or which are in which order.

import type { Columns } from '../find-columns.ts';
import { type FormFinder, readWall, settleDate } from '../read-date.ts';
import type { Outcome } from '../tally-rows.ts';
import type { ItemStore } from './item-store.ts';

interface Asked {
  name: string;
  /** where a date turns out to be none */
  refuse(outcome: Outcome, line: number): void;
  columns: Columns;
  /** columns of a row that holds all that is needed */
  least: number;
  finder: FormFinder;
  toWall: ((instant: number) => number) | undefined;
  latest: number;
}

/** Takes cells in the order of the roles. */
export function createItemRows(store: ItemStore | undefined, asked: Asked) {
  const { name: file, refuse, columns, least, finder, toWall, latest } = asked;
  const isOfVisits = columns.kind === 'visits';
  const pending: [place: number, at: number, unsettled: number, line: number][] = [];

  function put(place: number, at: number): void {
    if (isOfVisits) store?.setLook(place, at);
    else store?.setAt(place, at);
  }

  return {
    add(cells: string[], count: number, line: number): Outcome {
      const [buyer = '', date = '', , order = '', , cancelled = '', item = '', visit = '', name = ''] = cells;
      if (count < least) return 'too few columns';
      const isCancelled = columns.isCancelled(cancelled);
      if (isCancelled) return 'cancelled';
      if (isCancelled === undefined) return 'cancelled or not';
      const known = buyer.trim().toLowerCase();
      // guests are buyer 0 in some shops
      const owner = known === '0' ? '' : known;
      const whose = isOfVisits ? visit.trim() : order.trim() || owner;
      if (!whose) return isOfVisits ? 'no visit' : 'no buyer';
      const id = item.trim();
      if (!id) return 'no item';
      const isKnown = !isOfVisits && !date.trim() && store?.hasOrder(order.trim());
      const wall = isKnown ? { at: Number.NaN, unsettled: 0 } : readWall(date, columns.form, toWall);
      if (!wall) return 'no readable date';
      const { at, unsettled } = wall;
      if (!unsettled && at > latest) return 'a date to come';
      if (unsettled) finder.see(unsettled);
      const fact = name.trim() ? { name: name.trim() } : undefined;
      // what one buys in a day is one order, where orders have no numbers
      const key = order.trim() || `${whose} ${unsettled} ${Math.floor(at / 864e5)}`;
      const time = unsettled ? Number.NaN : at;
      const place = isOfVisits
        ? (store?.see(whose, time, id, fact, owner) ?? 0)
        : (store?.buy({ order: key, buyer: owner, at: time, item: id, fact }) ?? 0);
      if (place < 0) return 'no item';
      if (unsettled) pending.push([place, at, unsettled, line]);
      return 'added';
    },
    finish(): void {
      for (const [place, at, unsettled, line] of pending) {
        const settled = settleDate(at, unsettled, finder.find(file));
        const isToCome = settled > latest;
        if (Number.isNaN(settled) || isToCome) refuse(isToCome ? 'a date to come' : 'no readable date', line);
        put(place, isToCome ? Number.NaN : settled);
      }
    },
  };
}
