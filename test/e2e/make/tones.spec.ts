// A text in another tone, by the browser's own language model: with the documented interface, which a test provides.

import { readOver, readShown } from '../../support/element.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';

test.use({ isEmptied: true });
test.skip(({ browserName }) => browserName === 'firefox', 'firefox: it has no such model');

const PAGE = `<!doctype html><html lang="en"><head><title>Theatre</title></head>
  <body><main><h1>Welcome to the theatre</h1></main></body></html>`;

/** It answers when the test says so. */
function provideModel(): void {
  const asked: string[] = [];
  let answer: (text: string) => void = () => {};
  Object.assign(globalThis, {
    asked,
    answerNow: (text: string) => answer(text),
    LanguageModel: {
      availability: async () => 'downloadable',
      async create({ monitor }: { monitor(model: EventTarget): void }) {
        const model = new EventTarget();
        monitor(model);
        model.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded: 0.25 }));
        return {
          prompt(text: string) {
            asked.push(text);
            return new Promise<string>((resolve) => {
              answer = resolve;
            });
          },
          destroy() {},
        };
      },
    },
  });
}

test('three tones are offered on a click, taken by a click and undone; without a model there is no button', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', { body: PAGE });
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page);
  await panel.press('Change something for some visitors');
  await expect(panel.button('Use the page')).toBeVisible();
  await panel.clickPage('h1');
  await panel.press('Text');
  await expect(panel.field('New text')).toHaveText('Welcome to the theatre');
  const offered = { name: 'In another tone …' };
  await expect(panel.page.getByRole('button', offered)).toHaveCount(0);

  await panel.page.evaluate(provideModel);
  for (let i = 0; i < 2; i++) await panel.press('Text');
  const button = panel.page.getByRole('button', offered);
  await expect(panel.says('It is fetched once, by the browser')).toBeVisible();
  expect(await panel.page.evaluate(() => Reflect.get(globalThis, 'asked'))).toEqual([]);
  await button.click();
  await expect(panel.says('The browser fetches its model: 25 %')).toBeVisible();
  await panel.press('Stop');
  await button.click();
  await expect
    .poll(() => panel.page.evaluate(() => Reflect.get(globalThis, 'asked')))
    .toEqual(['Welcome to the theatre', 'Welcome to the theatre']);
  await panel.page.evaluate(() =>
    Reflect.get(
      globalThis,
      'answerNow',
    )(JSON.stringify({ plain: 'The theatre', warm: 'So good that you are here', bold: 'Curtain up!' })),
  );
  const tones = panel.page.getByRole('list', { name: 'In another tone' });
  await expect(tones.getByRole('button')).toHaveCount(4);
  expect(await findViolations(panel.page)).toEqual([]);
  await tones.getByRole('button', { name: /^Bold/ }).click();
  await expect(panel.field('New text')).toHaveText('Curtain up!');
  await expect.poll(() => readOver(page, 'h1')).toBe('Curtain up!');
  await tones.getByRole('button', { name: /^As it was/ }).click();
  // what the page says by itself is no change
  await expect.poll(() => readShown(page, 'h1')).toBe('Welcome to the theatre');
  await expect(panel.changes).toHaveCount(0);
});
