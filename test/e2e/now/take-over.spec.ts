// A tag in two files: whenever the second comes, if ever, and what it shows changes with, nobody sees them come.

import type { Page } from '@playwright/test';
import type { Change } from '../../../shared/schema/change.ts';
import { recordFrames } from '../../support/frames.ts';
import type { Site } from '../../support/site.ts';
import { addressOfShow, configOf, experienceOf, pageWith, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { watchWrites } from '../../support/watch-writes.ts';
import { body, changes } from '../dom/every-kind.ts';
import { picture } from '../dom/lab.ts';

/** What is moved up may come after the first frame of its page, and then moves what stands there: not the rest's doing. */
const steady = changes.filter(({ kind }) => kind !== 'move');

/** In the page's language as they are, in others other words. */
const byLanguage = (change: Change): Change => {
  switch (change.kind) {
    case 'text':
    case 'html':
      return { ...change, value: { en: `${change.value}`, '*': 'Old' } };
    case 'attribute':
      return change.value === null ? change : { ...change, value: { en: `${change.value}`, '*': 'Old' } };
    case 'insert':
      return { ...change, html: { en: `${change.html}`, '*': 'Old' } };
    default:
      return change;
  }
};

type Held = 'selvedge-later.js' | 'selvedge-show.js';

/** Serves a page with these changes. @returns what lets the file come that is held back, and what waits for both */
function serve(site: Site, changes: Change[], held: Held) {
  for (const name of ['old', 'new']) site.serve(`/${name}.svg`, picture);
  const files = twoFilesWith(configOf({ experiences: [experienceOf('everyone', changes)] }));
  let come: (isThere?: boolean) => void = () => {};
  const asked = new Promise<boolean>((resolve) => {
    come = (isThere = true) => resolve(isThere);
  });
  for (const [name, text] of Object.entries(files)) site.serve(`/${name}`, text);
  site.serve(`/${held}`, async () => ((await asked) ? files[held] : { status: 404, body: 'missing' }));
  site.serve('/', pageWith(body));
  /** The page has asked for it before: when it is there for this one, what asked has gone on. */
  const isTaken = async (page: Page) => {
    await isServed(page);
    await page.evaluate((address) => import(address), addressOfShow(files));
  };
  return { come, isTaken };
}

const readBody = (page: Page): Promise<string> =>
  page.evaluate(() => document.body.outerHTML.replace(/ data-selvedge-\d+=""/g, ''));

const isServed = (page: Page) => page.evaluate(() => window.selvedge?.ready);

/**
 * What a frame showed is still there in the next one. The parser may hand the page over in pieces, a picture comes when it
 * is loaded, and what is moved up may come after the first frame.
 */
function expectOnlyNew(texts: string[]): void {
  expect(texts.join()).not.toMatch(/old|item/i);
  const late = /\[image [^\]]*\]|Moved/g;
  const ending = texts.at(-1)!;
  expect(ending).toContain('[image /new.svg]');
  const inOrder = texts.map((text) => text.replace(late, '').replace(/\s+/g, ' ').trim());
  texts.forEach((text, at) => {
    expect(inOrder.at(-1)!.startsWith(inOrder[at]!), `${text} → ${ending}`).toBe(true);
    for (const [seen] of text.matchAll(late))
      for (const next of texts.slice(at)) expect(next).toContain(seen);
  });
}

/** Resolves when the page is so old (ms). */
const isOld = (page: Page, age: number) => page.waitForFunction((ms) => performance.now() > ms, age);

const rows = (['selvedge-later.js', 'selvedge-show.js'] as const).flatMap((held) => [
  ...[0, 300, 2000].map((age) => ({ held, age, what: 'every kind but what moves', all: steady })),
  { held, age: 300, what: 'every kind', all: changes },
  { held, age: 300, what: 'every kind, its words by language', all: steady.map(byLanguage) },
]);
for (const { held, age, what, all } of rows)
  test(`${held} comes at ${age} ms, ${what}: no write, no flicker, and all goes back`, async ({
    page,
    site,
    guard,
  }) => {
    const { come, isTaken } = serve(site, all, held);
    if (!age) come();
    const frames = await recordFrames(page, { watch: 'body' });
    await page.goto(site.origin);
    let written: string[] = [];
    let before = { moved: 0, shift: 0 };
    if (age) {
      await isOld(page, age);
      await frames.settle();
      if (all === changes) before = { moved: frames.moves.length, shift: frames.layoutShift };
      const readWrites = await watchWrites(page);
      const painted = await readBody(page);
      come();
      await isTaken(page);
      written = await readWrites();
      expect(await readBody(page)).toBe(painted);
    }
    await isTaken(page);
    await frames.settle();
    expect(written).toEqual([]);
    expectOnlyNew(frames.list.map(({ text }) => text));
    expect(frames.moves.slice(before.moved)).toEqual([]);
    expect(frames.layoutShift).toBe(before.shift);
    // of a busy machine's storage it may speak
    expect(guard.warnings.filter((one) => one.includes('selvedge-'))).toEqual([]);
    await page.evaluate(() => window.selvedge?.optOut());
    await expect
      .poll(() => readBody(page))
      .toBe(
        await page.evaluate(
          (html) => new DOMParser().parseFromString(html, 'text/html').body.outerHTML,
          pageWith(body),
        ),
      );
  });

test('the rest never comes: what was painted stays', async ({ page, site, guard }) => {
  const { come } = serve(site, steady, 'selvedge-later.js');
  come(false);
  const frames = await recordFrames(page, { watch: 'body' });
  await page.goto(site.origin);
  await isServed(page);
  await frames.settle();
  expect(frames.list.map(({ text }) => text).join()).not.toContain('Old');
  expect(frames.list.at(-1)?.text).toContain('New');
  expect(frames.moves).toEqual([]);
  expect(frames.layoutShift).toBe(0);
  await expect.poll(() => guard.warnings.length).toBe(1);
});
