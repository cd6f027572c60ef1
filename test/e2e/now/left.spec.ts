// Pages that are left before the rest of a tag in two files is there: the next one that it comes to remembers them.

import { exported } from '../../support/page-api.ts';
import { configOf, pageWith, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

test('two pages left early are views of their visit; half an hour later it is a new one', async ({
  page,
  site,
  travel,
}) => {
  const files = twoFilesWith(configOf());
  const never = new Promise<never>(() => {});
  let comes = false;
  site.serve('/selvedge.js', files['selvedge.js']);
  site.serve('/selvedge-later.js', async () => (comes ? files['selvedge-later.js'] : never));
  site.serve('/', pageWith('<h1>Original</h1>'));
  await page.goto(site.origin);
  await page.goto(`${site.origin}/?again`);
  await travel('30m');
  comes = true;
  await page.goto(site.origin);
  const { events } = await exported(page);
  expect(events.map(({ name }) => name)).toEqual([
    'visit_start',
    'page_view',
    'page_view',
    'visit_start',
    'page_view',
  ]);
});
