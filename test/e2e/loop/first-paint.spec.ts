// The script of the first paint, in a browser: on a page that has it before the tag, it knows of a first visit what the
// tag knows, out of what the browser itself says.

import { readFileSync } from 'node:fs';
import { compose, type Pieces } from '../../../shared/publish/compose.ts';
import type { Condition } from '../../../shared/schema/condition.ts';
import { allParts } from '../../support/all-parts.ts';
import { decidingNow } from '../../support/deciding-now.ts';
import { call } from '../../support/page-api.ts';
import { configOf, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const pieces: Pieces = JSON.parse(readFileSync('dist/selvedge.parts.json', 'utf8'));
const fact = (key: string, is: unknown): Condition => ({ kind: 'context', key, is }) as Condition;
const rules: Condition[] = [
  ...['timeZone', 'country', 'language', 'languages', 'os', 'browser'].map((key) =>
    fact(key, { $exists: true }),
  ),
  ...['phone', 'tablet', 'desktop'].map((device) => fact('device', device)),
  ...['chrome', 'firefox', 'safari'].map((browser) => fact('browser', browser)),
  fact('viewport.width', { $gte: 600, $lt: 5000 }),
  fact('colorScheme', { $in: ['light'] }),
  fact('pointer', { $ne: 'none' }),
  fact('saveData', false),
  fact('hour', { $gte: 0, $lte: 23 }),
  fact('weekday', { $not: { $gt: 5 } }),
  fact('path', { $startsWith: '/größe' }),
  fact('query.gclid', 'a b'),
  fact('source', { $contains: 'news' }),
  fact('medium', 'email'),
  fact('channel', { $nin: ['direct', 'paid'] }),
  fact('campaign', { $endsWith: '20261126' }),
  fact('landing', { $exists: true }),
  { kind: 'count', event: 'page_view', where: { path: { $startsWith: '/größe' } }, is: { $gte: 1 } },
  { kind: 'count', event: 'page_view', where: { topics: 'sizes' }, is: { $gte: 1 } },
  { kind: 'interest', topic: 'sizes', share: { $gt: 0.5 } },
  { kind: 'count', event: 'search', is: 0 },
  { kind: 'days', is: { $gte: 1 } },
  { kind: 'trait', key: 'plan', is: { $exists: false } },
  { kind: 'since', event: 'purchase', is: { $gt: '30d' } },
  { kind: 'count', event: 'seen_size', is: 1 },
];
const config = configOf({
  segments: rules.map((when, i) => ({ id: `s${i}`, name: `S${i}`, when })),
  topics: [{ topic: 'sizes', pages: ['/gr%C3%B6%C3%9Fe/*'] }],
  capture: [{ kind: 'page', event: 'seen_size', pages: ['/größe/*', '!*?plain=*'] }],
});

declare global {
  interface Window {
    firstPaint: { ask(segment: number): number };
  }
}

const { script, table } = decidingNow(pieces, config);
const ways: [parts: string, script: string][] = [
  ['with the parts it needs', script],
  ['with all parts', compose(pieces, 'start', allParts(pieces), table)],
];
for (const [parts, now] of ways)
  test(`before the tag it is in the segments in which the tag is, ${parts}`, async ({ page, site }) => {
    serveTag(site, config);
    site.serve('/now.js', `window.firstPaint=${now}`);
    const scripts = '<script src="/now.js"></script><script src="/selvedge.js"></script>';
    const path = encodeURI('/größe/40');
    site.serve(
      path,
      `<!doctype html><html lang="en"><head><meta charset="utf-8">${scripts}</head><body><p>x</p></body></html>`,
    );
    const query = 'gclid=a+b&utm_source=newsletter&utm_medium=email&utm_campaign=x-20261126';
    await page.goto(`${site.origin}${path}?${query}`);
    const mine = await page.evaluate(
      (count) =>
        Array.from({ length: count }, (_, at) => `s${at}`).filter(
          (_id, at) => window.firstPaint.ask(at) === 1,
        ),
      rules.length,
    );
    const theirs = await call(page, 'segments');
    expect(theirs.length).toBeGreaterThan(15);
    // a campaign of so many digits may be left out by the tag: before it nobody knows
    const campaign = rules.findIndex((rule) => rule.kind === 'context' && rule.key === 'campaign');
    expect(mine).toEqual(theirs.filter((id) => id !== `s${campaign}`));
  });
