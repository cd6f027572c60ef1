// Pages of our own, such as the tour's shop, are open to us without a permission; they are no sites.

import '../../../support/fake-browser.ts';
import { afterEach, expect, test } from 'vitest';
import {
  extensionUrl,
  forgetOrigin,
  hasSite,
  isOwnAddress,
  registerStage,
} from '../../../../extension/wire/browser.ts';
import {
  createToken,
  forgetPreviews,
  hasPreview,
  previewOf,
} from '../../../../extension/wire/preview-state.ts';
import { fake } from '../../../support/fake-browser.ts';

const SHOP = extensionUrl('tour/home.html');
const { origin } = new URL(SHOP);
const SITE = 'https://shop.example';

afterEach(fake.reset);

test('they need no permission and no registration, which a site does', async () => {
  expect(await hasSite(SHOP)).toBe(true);
  expect(await hasSite(SITE)).toBe(false);
  await expect(registerStage(SHOP)).resolves.toBeUndefined();
});

test.each([
  [SHOP, true],
  ['https://shop.example/tour/home.html', false],
  ['https://shop.example/?moz-extension://fake/', false],
  ['moz-extension://fake.example/', false],
  [undefined, false],
])('%s is one of them: %s', (url, is) => expect(isOwnAddress(url)).toBe(is));

test('what is kept for one origin goes, and nothing of another', async () => {
  const previewed = (of: string) => ({
    tabId: 1,
    origin: of,
    config: { version: 1 as const, site: '', revision: 1, segments: [], experiences: [] },
    drafts: true,
    as: { kind: 'original' as const },
    seed: '',
    traits: {},
    choices: {},
  });
  for (const one of [origin, SITE]) {
    Object.assign(fake.stored(), { [`draft:${one}`]: 1, [`people:${one}`]: 1 });
    await previewOf(createToken()).write(previewed(one));
  }
  await forgetPreviews(origin);
  await forgetOrigin(origin);
  expect(await hasPreview(origin)).toBe(false);
  expect(await hasPreview(SITE)).toBe(true);
  expect(Object.keys(fake.stored()).filter((key) => !key.startsWith('preview:'))).toEqual([
    `draft:${SITE}`,
    `people:${SITE}`,
  ]);
});
