// Random pages, painted with random changes: taken over by the same, by others, by some of both, and let go.
//   SEED=17 one of them again

import { draws } from '../../support/draws.ts';
import { expect, halfInFirefox, test } from '../../support/test.ts';
import { inOrder, picture } from './lab.ts';
import { openPainted, readBare, readPainted, takeOverWatched, withoutMarks } from './painter.ts';
import { write } from './random-page.ts';

const first = Number(process.env.SEED ?? 1);

for (let seed = first; seed < first + (process.env.SEED ? 1 : draws(80)); seed++) {
  const { html, lists } = write(seed);
  const [, same = [], other = []] = lists;
  const longer = same.length > other.length ? same : other;
  const both = longer.map((change, i) => (i % 2 ? other : same)[i] ?? change);
  for (const [who, changes] of Object.entries({ 'the same': same, others: other, 'some of both': both }))
    test(
      `page ${seed}, taken over by ${who}: nothing is left`,
      halfInFirefox(seed),
      async ({ page, site }) => {
        await page.route(/\.svg$/, (route) => route.fulfill({ contentType: 'image/svg+xml', body: picture }));
        await openPainted(page, site, html, same);
        const painted = await readPainted(page);
        const variants = changes.map((change) => (same.includes(change) ? 'v' : 'w'));
        await takeOverWatched(page, changes, variants);
        // what is moved into what is moved ends where it came in the order in which it came
        if (changes === same && !same.some(({ kind }) => kind === 'move'))
          expect(withoutMarks(await readPainted(page))).toBe(withoutMarks(painted));
        await page.evaluate(() => window.paintings.stop());
        await expect.poll(() => readPainted(page).then(inOrder)).toBe(inOrder(await readBare(page, html)));
        const problems = await page.evaluate(() => window.paintings.problems);
        expect(problems.filter((of) => of.startsWith('failed'))).toEqual([]);
      },
    );
}
