// A shop that asks what matters most, for the specs of questions.

import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import type { Question } from '../../../shared/schema/question.ts';
import { exported } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect } from '../../support/test.ts';

export const labels = { price: 'A good price', quality: 'That it lasts' };
export const question: Question = {
  id: 'need',
  name: 'Need',
  ask: 'What matters most to you?',
  purpose: 'So that we show that first.',
  trait: 'need',
  answer: { kind: 'choice', options: Object.entries(labels).map(([value, label]) => ({ value, label })) },
  thanks: 'Thanks: price it is.',
};
export const rating: Question = {
  ...question,
  id: 'rating',
  ask: 'How likely would you tell a friend of us?',
  trait: 'rating',
  answer: { kind: 'scale', from: 0, to: 10, low: 'Not at all', high: 'Surely' },
};
export const asks = (
  place?: Extract<Config['experiences'][0]['variants'][0]['changes'][0], { kind: 'ask' }>['place'],
) =>
  experienceOf('everyone', [{ kind: 'ask', question: 'need', ...(place && { place }) }], {
    id: 'asks',
    pages: ['/shop*'],
  });
const config = (parts: Partial<Config> = {}) =>
  configOf({
    questions: [question],
    segments: [{ id: 'thrifty', name: 'Thrifty', when: { kind: 'trait', key: 'need', is: 'price' } }],
    experiences: [
      asks(),
      experienceOf('thrifty', [{ kind: 'text', target: { css: 'h1' }, value: 'Cheap tents' }], {
        id: 'cheap',
      }),
    ],
    ...parts,
  });

export const BODY =
  '<main><h1>Shop</h1><p><label>Search <input id="i"></label></p><button id="b">Go</button></main>';
export function serve(site: Site, parts?: Partial<Config>, body = BODY): void {
  serveTag(site, config(parts));
  for (const name of ['ask', 'panel', 'languages'])
    site.serveFile(`/selvedge-${name}.js`, `dist/selvedge-${name}.js`);
  for (const path of ['/', '/shop', '/shop/2', '/shop/3', '/last']) site.serve(path, pageWith(body));
}

export const asked = (page: Page) => page.getByRole('region', { name: question.ask as string });
export const hosts = (page: Page) => page.locator('selvedge-ask');
export const traits = async (page: Page) => (await exported(page)).traits;
/** It has come in: it moves no more. */
export const hasComeIn = (page: Page) =>
  hosts(page).evaluate((host) =>
    Promise.all(
      host
        .shadowRoot!.querySelector('section')!
        .getAnimations()
        .map(({ finished }) => finished),
    ).then(() => {}),
  );
/** It asks what is remembered before it shows itself: once this is answered as often, it was first. */
export async function letItAsk(page: Page): Promise<void> {
  for (let times = 0; times < 3; times++) await exported(page);
}
/** Nothing comes: what asks has been there and has answered, and is asked for no more. */
export async function expectNothing(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('selvedge-ask.js')),
  );
  await letItAsk(page);
  await expect(hosts(page)).toHaveCount(0);
}
