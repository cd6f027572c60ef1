// What the query for pairs answers, by its definition, in plain loops; and made-up looks to ask it of.

import { random } from '../../../support/random.ts';

export interface Look {
  visitor: string;
  /** ms */
  at: number;
  item: string;
}

const DAY_MS = 864e5;
const GAP_MS = 30 * 6e4;

/** Visitors come back, also within minutes; items 4k to 4k + 3 belong together. */
export function makeLooks({ visitors = 900, items = 40, begin = 0, days = 60, seed = 3 } = {}): Look[] {
  const { share, below } = random(seed);
  return Array.from({ length: visitors }, (_, v) => {
    let at = begin + below(days) * DAY_MS + below(DAY_MS / 2);
    let group = below(items / 4);
    return Array.from({ length: 2 + below(12) }, (): Look => {
      const isLater = share() < 0.2;
      at += isLater ? GAP_MS + below(3) * 6e4 : (1 + below(1500)) * 1000;
      if (isLater) group = below(items / 4);
      const item = share() < 0.85 ? 4 * group + below(4) : below(items);
      return { visitor: `v${v}`, at, item: `sku-${String(item).padStart(3, '0')}` };
    });
  }).flat();
}

interface Visit {
  visitor: string;
  at: number;
  items: string[];
}

/** Without what is looked at again at once. */
function visitsOf(looks: readonly Look[]): Visit[] {
  const visits: Visit[] = [];
  const last = new Map<string, { at: number; visit: Visit }>();
  for (const { visitor, at, item } of [...looks].sort((a, b) => a.at - b.at)) {
    const before = last.get(visitor);
    const isNew = !before || at - before.at >= GAP_MS;
    const visit = isNew ? { visitor, at, items: [] } : before.visit;
    if (isNew) visits.push(visit);
    last.set(visitor, { at, visit });
    if (visit.items.at(-1) !== item) visit.items.push(item);
  }
  return visits.filter(({ items }) => items.length <= 200);
}

export interface Asked {
  /** since 1970 */
  until: number;
  days: number;
  together: number;
}

const dayOf = (at: number): number => Math.floor(at / DAY_MS);
const textOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** As the query's rows, in no order. */
export function pairsByDefinition(looks: readonly Look[], { until, days, together }: Asked): string[][] {
  const all = visitsOf(looks).filter(({ at }) => dayOf(at) <= until + days);
  const before = all.filter(({ at }) => dayOf(at) <= until);
  const after = all.filter(({ at }) => dayOf(at) > until);
  const weights = new Map<string, number>();
  const visitors = new Map<string, Set<string>>();
  const next = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, more: number) => to.set(key, (to.get(key) ?? 0) + more);
  for (const { visitor, items } of before) {
    const here = new Set<string>(items);
    items.forEach((one, i) => {
      items.forEach((two, j) => {
        if (one === two || Math.abs(j - i) > 10) return;
        add(weights, `${one} ${two}`, j > i ? 1 / (j - i) : 0.5 / (i - j));
        here.add(`${one} ${two}`);
      });
    });
    for (const key of here) visitors.set(key, (visitors.get(key) ?? new Set()).add(visitor));
  }
  let asked = 0;
  for (const { items } of after)
    items.forEach((item, i) => {
      if (i === 0 || items.indexOf(item) < i) return;
      asked++;
      add(next, item, 1);
      add(next, `${items[i - 1]} ${item}`, 1);
    });
  const rest = [
    textOf(dayOf(Math.min(...looks.map(({ at }) => at)))),
    textOf(until),
    `${days}`,
    `${together}`,
  ];
  const told = [...visitors].flatMap(([key, { size }]): string[][] => {
    if (size < together) return [];
    const [one = '', two = ''] = key.split(' ');
    return [[one, two, `${weights.get(key) ?? 0}`, `${size}`, `${next.get(key) ?? 0}`, ...rest]];
  });
  return [['', '', `${after.length}`, `${before.length}`, `${asked}`, ...rest], ...told];
}

/** To be compared: figures as figures, rows in one order. */
export const plainRows = (rows: readonly string[][]): string[] =>
  rows.map((row) => row.map((cell, i) => (i === 2 ? Number(cell).toFixed(9) : cell)).join()).sort();
