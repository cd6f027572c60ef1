// Questions in the panel: taken from the gallery, on the page at once, written, answered otherwise, made into segments, and
// removed.

import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';

test.use({ isEmptied: true });

const PAGE = `<!doctype html><html lang="en"><head><title>Theatre</title></head>
  <body><main><h1>Welcome to the theatre</h1><p>Plays every night but one.</p><div style="height:200vh"></div><footer>Theatre Lane</footer></main></body></html>`;

test('a ready question is asked, written, made into segments and taken back', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', { body: PAGE });
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  const write = (label: string) => panel.page.getByLabel(label, { exact: true });
  const asked = (name: string) => page.getByRole('region', { name });
  const answer = (name: string) => page.getByRole('button', { name, exact: true });
  await panel.begin('empty');
  await expect(panel.main).toContainText('Ask visitors what they came for');
  await panel.press('Ask visitors something');
  await panel.page.locator('[data-question=need] summary').click();
  await expect(panel.main).toContainText('“Looking around”, “Comparing what there is”');
  await panel.press('Begin with this');
  await expect(asked('What brings you here today?')).toBeVisible();

  // each letter is on the page
  await write('What you ask').fill('What may we do for you?');
  await expect(asked('What may we do for you?')).toBeVisible();
  await expect(page.locator('selvedge-ask')).toHaveCount(1);
  await write('Answer 1').fill('Just looking');
  await expect(answer('Just looking')).toBeVisible();
  await expect(answer('Looking around')).toHaveCount(0);
  await write('One more answer').fill('Meeting friends');
  await panel.press('Add');
  await expect(answer('Meeting friends')).toBeVisible();
  await panel.press('Move Meeting friends up');
  await expect(page.locator('selvedge-ask').getByRole('button').nth(3)).toHaveText('Meeting friends');
  await panel.press('Take away “Buying something”');
  await expect(answer('Buying something')).toHaveCount(0);
  await panel.undo('Answer taken away');
  await expect(answer('Buying something')).toBeVisible();

  // tapped by its author it says its thanks, and is there again when it says something else; nothing is kept
  await answer('Just looking').click();
  await expect(page.getByRole('status')).toHaveText('Thank you.');
  await write('Your thanks (empty: “Thank you.”)').fill('See you inside.');
  await answer('Just looking').click();
  await expect(page.getByRole('status')).toHaveText('See you inside.');
  await panel.field('It is answered by').selectOption('number');
  await expect(asked('What may we do for you?').getByRole('button', { name: '1, Not at all' })).toBeVisible();
  await panel.undo('How it is answered');
  await expect(answer('Meeting friends')).toBeVisible();

  // who answered so is a segment by one click
  await panel.press('Make a segment: Need: Meeting friends');
  await panel.press(/^Need: Meeting friends/);
  await expect(write('Name')).toHaveValue('Need: Meeting friends');
  await panel.back();
  await panel.press(/^Need What may we do/);
  await expect(panel.button('Make a segment: Need: Meeting friends')).toHaveCount(0);
  await expect(panel.button('Make a segment: Need: Just looking')).toBeVisible();
  expect(await findViolations(panel.page)).toEqual([]);

  // where it is asked is said at the change, and led to from there
  await panel.press(/^Ask: Need/);
  await expect(panel.changes).toHaveCount(1);
  await panel.changes.getByRole('button', { name: /^More about/ }).click();
  await panel.changes.getByRole('combobox').selectOption('after');
  await expect(page.locator('h1 + selvedge-ask')).toBeVisible();
  await panel.press('Words and answers of the question');
  await expect(write('What you ask')).toHaveValue('What may we do for you?');
  // and back
  await panel.back();
  await expect(panel.changes).toHaveCount(1);

  // one that is begun in a variant leads back there, too
  await panel.press('Add a block');
  await panel.press(/^Question/);
  await panel.press('Write a question of my own');
  await expect(write('Name')).toHaveValue('A question of my own');
  await panel.back();
  await expect(panel.changes).toHaveCount(2);
  await panel.undo('New question');
  await expect(panel.changes).toHaveCount(1);
  await panel.changes.getByRole('button', { name: /^More about/ }).click();
  await panel.press('Words and answers of the question');

  await panel.press('Remove this question');
  await expect(panel.main).toContainText('“Ask: Need” goes with it: it does nothing else.');
  await expect(panel.main).toContainText('The segment “Need: Meeting friends” is made of its answers');
  await panel.press('Remove it');
  await expect(panel.main).toContainText('Ask visitors what they came for');
  await expect(page.locator('selvedge-ask')).toHaveCount(0);
  await panel.undo('Question removed');
  await panel.press(/^Need What may we do/);
  await expect(page.locator('h1 + selvedge-ask')).toBeVisible();
});

test('where it is begun it is said that it is asked on that page alone, and where more are chosen', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/items/tent', { body: PAGE });
  await page.goto(`${site.origin}/items/tent`);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('empty');
  await panel.press('Ask visitors something');
  await expect(panel.main).toContainText(
    'It is asked on /items/tent alone, the page in front, until you choose more pages.',
  );
  await panel.page.locator('[data-question=need] summary').click();
  await panel.press('Begin with this');
  await expect(panel.main).toContainText('It is asked on this one page alone.');
  await panel.press('Choose more pages');
  await panel.page.getByLabel('on pages').fill('/items/*');
  await panel.page.keyboard.press('Tab');
  await panel.back();
  await expect(panel.main).not.toContainText('It is asked on this one page alone');
});
