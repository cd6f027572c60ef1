// Lists that are drawn a part at a time are whole a moment later, in their order.

import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { enter } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';

test.use({ isEmptied: true });

const COUNT = 150;
const ids = Array.from({ length: COUNT }, (_, at) => `s${at}`);

const same = longInFirefox('the same panel; filled.spec.ts opens every view there');

test(
  'of 150 segments and experiences each is listed, in every view',
  same,
  async ({ extension, page, site }) => {
    const hello = [{ kind: 'text' as const, target: { css: 'h1' }, value: 'Hello' }];
    serveTag(
      site,
      configOf({
        segments: ids.map((id, at) => ({
          id,
          name: `Segment ${at}`,
          when: { kind: 'count', event: 'view_item', is: { $gte: at + 1 } },
        })),
        experiences: ids.map((id) => experienceOf(id, hello, { pages: ['/'] })),
      }),
    );
    site.serve('/', pageWith('<h1>Shop</h1>'));
    await enter(page, site.origin);
    const panel = await openPanelFor(extension, page, 'here');
    const { main } = panel;
    await expect(main.locator('[data-experience]')).toHaveCount(COUNT);
    await panel.open('visitor');
    await expect(main.locator('[data-segment]')).toHaveCount(COUNT);
    await expect(main.locator('[data-segment]').last()).toContainText(`Segment ${COUNT - 1}`);
    await panel.open('preview');
    await expect(main.getByRole('radio', { name: /^Segment \d+/ })).toHaveCount(COUNT);
    await panel.open('people');
    await expect(main.locator('[data-person]')).toHaveCount(COUNT);
    await expect(main.locator('.count').filter({ hasText: `${COUNT}` })).toBeVisible();
    await panel.open('make');
    await panel.press('Begin with what is live here');
    await expect(main.locator('ol.list > li')).toHaveCount(COUNT);
    await expect(main.getByRole('button', { name: /^Segment \d+/ })).toHaveCount(COUNT);
  },
);
