// Blocks through the tag as an owner serves it: asked for where one is shown and nowhere else, remembered as the page's own
// events are, and a pop-up once in a visit.

import { enter, eventsOf } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const config = configOf({
  experiences: [
    experienceOf(
      'everyone',
      [{ kind: 'block', shape: 'popup', place: 'centre', fields: { title: 'Come along' } }],
      { id: 'loud', pages: ['/', '/again'] },
    ),
    experienceOf(
      'everyone',
      [
        {
          kind: 'block',
          shape: 'card',
          place: { target: { css: '#p' }, position: 'after' },
          fields: { text: 'Night hike', button: { label: 'See it', href: '/hike' } },
        },
      ],
      { id: 'calm', pages: ['/', '/again'] },
    ),
  ],
});

test('a pop-up is shown once in a visit, a card on each page, and elsewhere nothing is asked for', async ({
  page,
  site,
}) => {
  serveTag(site, config);
  site.serveFile('/selvedge-block.js', 'dist/selvedge-block.js');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const path of ['/', '/again', '/other'])
    site.serve(path, pageWith('<h1>Shop</h1><p id="p">Tents</p>'));

  await enter(page, `${site.origin}/other`);
  await expect(page.locator('selvedge-block')).toHaveCount(0);
  expect(asked).not.toContain('/selvedge-block.js');

  await enter(page, site.origin);
  const dialog = page.getByRole('dialog', { name: 'Come along' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Night hike')).toBeVisible();
  const told = async (name: string) =>
    (await eventsOf(page, name)).map(({ props }) => props.experience).sort();
  await expect.poll(() => told('block_shown')).toEqual(['calm', 'loud']);
  await expect.poll(() => told('block_closed')).toEqual(['loud']);

  await enter(page, `${site.origin}/again`);
  await expect(page.getByText('Night hike')).toBeVisible();
  await expect.poll(() => told('block_shown')).toEqual(['calm', 'calm', 'loud']);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(asked.filter((path) => path.startsWith('/selvedge-purify'))).toEqual([]);
});
