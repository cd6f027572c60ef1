// Pages that none of us wrote (templates out of npm) are edited and left as they were.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLong } from '../../support/draws.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { readPage, startVariant } from './begin.ts';

test.use({ isEmptied: true });

// of each age one, and every one in the long run
const templates = isLong
  ? ['agency-7', 'creative-7', 'freelancer-7', 'grayscale-7', 'agency-5', 'creative-5']
  : ['agency-7', 'creative-5'];
const more = longInFirefox('a page is a page');
for (const name of templates) {
  const folder = join(import.meta.dirname, `../../../node_modules/template-${name}`);
  const file = ['dist/index.html', 'index.html'].map((path) => join(folder, path)).find(existsSync);
  test(
    `the template ${name} is edited and left as it was`,
    name === 'agency-7' ? {} : more,
    async ({ extension, page, site }) => {
      await extension.allowHost('http://localhost/*');
      // their scripts and styles come from other hosts, which no test asks
      const html = readFileSync(file!, 'utf8')
        .replace(/<script\b[\s\S]*?<\/script>/gi, '')
        .replace(/<link\b[^>]*>/gi, '')
        .replace(/(src|srcset)="[^"]*"/g, '');
      site.serve('/', html);
      await page.goto(site.origin);
      const before = await readPage(page);
      const panel = await openPanelFor(extension, page, 'make');
      await startVariant(panel);
      for (const css of ['h1, h2', 'p', 'footer']) {
        await panel.pick(css);
        await (css === 'footer' ? panel.press('Hide') : panel.openTool('Text'));
        if (css === 'footer') continue;
        await panel.field('New text').fill(`New ${css}`);
        await expect(panel.changes.last()).toContainText(`New ${css}`);
      }
      await expect(panel.changes).toHaveCount(3);
      // each target finds exactly one element here
      await expect(panel.doubts).toHaveCount(0);
      await panel.back();
      await expect.poll(() => readPage(page)).toEqual(before);
    },
  );
}
