// Parts that nothing was read for: of orders alone no visit is learned from, of visits alone no buyer. One line says so in
// place of a card each, which would tell of "0 buyers".

import type { Knowledge } from '../../../shared/learn/learn.ts';
import type { PartName } from '../../../shared/learn/parts.ts';
import { t } from '../../../shared/words/t.ts';

export interface Absent {
  parts: readonly PartName[];
  says: string;
}

export function findAbsent({ read, parts: { intent, items } }: Knowledge): Absent[] {
  const hasEvents = read.files.some(({ kind }) => kind === 'events' || kind === 'ga4');
  const isNameless =
    items?.status === 'refused' && items.report.faults?.some(({ kind }) => kind === 'no items') === true;
  const absent: Absent[] = [];
  if (read.orders === 0)
    absent.push({
      parts: ['rfm', 'personas', 'value'],
      says: t`There are no orders in what was read. Classes, groups of buyers and what to expect are learned from them.`,
    });
  if (intent && !hasEvents)
    absent.push({
      parts: ['intent'],
      says: t`Nothing that was read tells what comes before a goal. The chance of one is learned from events, as JSON lines of this tag or of GA4.`,
    });
  if (isNameless)
    absent.push({
      parts: ['items'],
      says: t`Nothing that was read names an item. What goes together is learned from events, access logs, or tables with a column of items.`,
    });
  return absent;
}

/** It without those parts. */
export function withoutParts(knowledge: Knowledge, absent: readonly Absent[]): Knowledge {
  const names = absent.flatMap(({ parts }): readonly string[] => parts);
  const parts: Knowledge['parts'] = Object.fromEntries(
    Object.entries(knowledge.parts).filter(([name]) => !names.includes(name)),
  );
  return { ...knowledge, parts };
}
