// Questions in WebKit, under the strictest policy: one comes on the second page, is dressed, takes an answer by one tap,
// says its thanks, and the next page knows it.

import { configOf, experienceOf, serveTag } from '../support/tag.ts';
import { expect, settle, test, useWebKit, watchedPage } from './test.ts';

const web = useWebKit();

const STRICT =
  "default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** What is seen of it; it lives in a shadow root of its own. */
const readAsked = () =>
  web.page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('selvedge-ask');
    const frame = host?.shadowRoot?.querySelector('section');
    if (!host || !frame || host.hidden) return undefined;
    const { width, bottom } = frame.getBoundingClientRect();
    const { backgroundColor, borderRadius } = getComputedStyle(frame);
    const buttons = [...frame.querySelectorAll('button')];
    return {
      name: frame.getAttribute('aria-label'),
      status: frame.querySelector('[role=status]')?.textContent,
      answers: buttons.map(({ textContent }) => textContent),
      isDressed: backgroundColor !== 'rgba(0, 0, 0, 0)' && borderRadius !== '0px',
      isInView: width > 200 && bottom <= innerHeight,
      isLarge: buttons.every((one) => one.getBoundingClientRect().height >= 44),
      hasFocus: document.activeElement !== document.body,
    };
  });

test('it comes, is answered by a tap, thanks, and the next page knows the answer', async () => {
  const { page, site } = web;
  serveTag(
    site,
    configOf({
      questions: [
        {
          id: 'need',
          name: 'Need',
          ask: 'What matters most to you?',
          purpose: 'So that we show that first.',
          trait: 'need',
          answer: {
            kind: 'choice',
            options: [
              { value: 'price', label: 'A good price' },
              { value: 'quality', label: 'That it lasts' },
            ],
          },
        },
      ],
      segments: [{ id: 'thrifty', name: 'Thrifty', when: { kind: 'trait', key: 'need', is: 'price' } }],
      experiences: [
        experienceOf('everyone', [{ kind: 'ask', question: 'need' }], { id: 'asks' }),
        experienceOf('thrifty', [{ kind: 'text', target: { css: 'h1' }, value: 'Cheap tents' }], {
          id: 'cheap',
        }),
      ],
    }),
  );
  site.serveFile('/selvedge-ask.js', 'dist/selvedge-ask.js');
  site.serve('/', {
    headers: { 'content-security-policy': STRICT },
    body: watchedPage('<h1>Tents</h1><p>All of them.</p>'),
  });
  await page.goto(site.origin);
  await page.evaluate(() => window.selvedge.ready);
  await settle(page);
  expect(await readAsked(), 'none on the first page').toBeUndefined();
  await page.goto(site.origin);
  await expect.poll(readAsked).toEqual({
    name: 'What matters most to you?',
    status: '',
    answers: ['A good price', 'That it lasts', '×'],
    isDressed: true,
    isInView: true,
    isLarge: true,
    hasFocus: false,
  });
  await page.evaluate(() =>
    document.querySelector('selvedge-ask')?.shadowRoot?.querySelector<HTMLElement>('.o button')?.click(),
  );
  await expect.poll(readAsked).toMatchObject({ status: 'Thank you.', answers: ['×'] });
  await expect
    .poll(() => page.evaluate(async () => (await window.selvedge.export()).traits?.need))
    .toBe('price');
  await page.goto(site.origin);
  await expect.poll(async () => (await web.readSeen()).frames.at(-1)).toBe('Cheap tents');
  await settle(page);
  expect(await readAsked(), 'never asked again').toBeUndefined();
});
