// What is known of whole sites outlives a run of one of them, and its table says how each was walked.

import { describe, expect, test } from 'vitest';
import { makeTable, mergeResults, type Row } from '../../sites/results.mjs';

const walked = (date: string) => ({ form: 'two' as const, browser: 'Chromium 156', date });
const row = (title: string, date: string, text = 'ok'): Row => ({
  title,
  walked: walked(date),
  columns: { text },
});
const before = { next: row('Next 16.4, app router', '2026-11-26'), nuxt: row('Nuxt 4.5', '2026-11-26') };
const order = ['next', 'astro', 'nuxt'];

describe('a run of some hosts', () => {
  test('leaves what was found of the others, in the order of the table', () => {
    const found = { astro: row('Astro 7.3', '2026-11-29') };
    expect(Object.entries(mergeResults(before, found, order))).toEqual([
      ['next', before.next],
      ['astro', found.astro],
      ['nuxt', before.nuxt],
    ]);
  });

  test('replaces what was found of its own', () => {
    const found = { nuxt: row('Nuxt 4.6', '2026-11-29', 'a fault') };
    expect(mergeResults(before, found, order)).toEqual({ next: before.next, nuxt: found.nuxt });
  });

  test('keeps what was found where a host cannot be had today', () => {
    const found = {
      nuxt: { title: 'Nuxt 4.6', skipped: 'no network' },
      astro: { title: 'Astro', skipped: 'no' },
    };
    expect(mergeResults(before, found, order)).toEqual({ ...before, astro: found.astro });
  });

  test('drops a host that is no longer there', () => {
    expect(mergeResults(before, {}, ['nuxt'])).toEqual({ nuxt: before.nuxt });
  });
});

describe('the table', () => {
  const columns = { text: 'Text' };

  test('says once how all were walked', () => {
    expect(makeTable(before, columns)).toBe(
      [
        '| host (production build) | Text |',
        '| --- | --- |',
        '| Next 16.4, app router | ok |',
        '| Nuxt 4.5 | ok |',
        '',
        'Each walked with the tag (in two files) and without it in Chromium 156, 2026-11-26.',
      ].join('\n'),
    );
  });

  test('says which were walked otherwise, and nothing of those that were not walked', () => {
    const mixed = {
      ...before,
      astro: row('Astro 7.3, islands', '2026-11-29', 'the title is the original'),
      qwik: { title: 'Qwik 1.20', skipped: 'no network' },
    };
    const table = makeTable(mixed, columns);
    expect(table).toContain('| Astro 7.3, islands | **no** |\n| Qwik 1.20 | not tried here |');
    expect(table.split('\n').at(-1)).toBe(
      'Each walked with the tag (in two files) and without it in Chromium 156, 2026-11-26; ' +
        'Astro 7.3 walked with the tag (in two files) and without it in Chromium 156, 2026-11-29.',
    );
  });
});
