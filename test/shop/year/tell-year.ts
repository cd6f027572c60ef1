// What `selvedge learn` found in the made-up year, beside what the year was made of; in sentences.

import type { Items } from '../../../shared/items/open-items.ts';
import type { Knowledge, LearnedConfig } from '../../../shared/learn/learn.ts';
import { compareGroups } from './compare-groups.ts';
import { compareNext } from './compare-items.ts';
import type { Year } from './make-orders.ts';

const percent = (share: number): string => `${Math.round(100 * share)} %`;

function tellGroups(year: Year, personas: NonNullable<LearnedConfig['personas']>, until: number): string {
  const rows = compareGroups(year, personas, until).map(
    ({ name, buyers, odds }) => `  ${name}: ${percent(odds / buyers)} of ${buyers} come for odds and ends\n`,
  );
  return `Buyers were made of two purses: odds and ends, and whole expeditions. Learned were ${rows.length} groups:\n${rows.join('')}`;
}

export function tellYear(
  year: Year,
  parts: Knowledge['parts'],
  { personas, value }: LearnedConfig,
  until: number,
): string {
  const test = parts.value?.report.test;
  return [
    value &&
      `Buyers were made by the numbers ${year.truth.purchases.join(', ')}; learned were ${value.purchases.join(', ')}.\n`,
    test && `In the test ${Math.round(test.expected)} order days were expected, and ${test.actual} came.\n`,
    personas && tellGroups(year, personas, until),
  ]
    .filter(Boolean)
    .join('');
}

export function tellItems(items: Items): string {
  const { planted, first } = compareNext(items);
  return `Of ${planted} things it was planted what is looked at next: it stands first in the rows of ${first} of them.\n`;
}
