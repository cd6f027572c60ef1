// Files of two publishes beside each other: an upload half done, or in the wrong order, or an old file that a server keeps
// under the new one's address. What the first has shown nobody changes.

import { recordFrames } from '../../support/frames.ts';
import { eventNames } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const say = (value: string, revision: number) => ({
  ...configOf({
    experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value }])],
  }),
  revision,
});
const older = twoFilesWith(say('Older', 1));
const newer = twoFilesWith(say('Newer', 2));
const NAMES = ['selvedge.js', 'selvedge-later.js', 'selvedge-show.js', 'selvedge-listen.js'] as const;

for (const [what, first, rest, shown] of [
  ['the first is newer', newer, older, 'Newer'],
  ['the first is older', older, newer, 'Older'],
] as const)
  test(`${what}: its words stay, it is said once, and the page is remembered`, async ({
    page,
    site,
    guard,
  }) => {
    for (const name of NAMES) site.serve(`/${name}`, name === 'selvedge.js' ? first[name] : rest[name]);
    site.serve('/', pageWith('<h1>Original</h1>'));
    // who is known is shown their variant before the first paint
    const frames = await recordFrames(page, { watch: 'h1' });
    for (let visit = 0; visit < 2; visit++) {
      await page.goto(site.origin);
      await page.evaluate(() => window.selvedge.ready);
      await expect.poll(() => guard.warnings).toHaveLength(visit + 1);
      expect(guard.warnings.at(-1)).toContain('of two publishes');
      await frames.settle();
      const texts = frames.list.map(({ text }) => text).join();
      expect(texts).toContain(shown);
      expect(texts).not.toMatch(shown === 'Newer' ? /Older|Original/ : /Newer|Original/);
      expect(await eventNames(page)).toContain('page_view');
    }
    await page.evaluate(() => window.selvedge.optOut());
    await expect(page.getByRole('heading')).toHaveAccessibleName('Original');
  });
