// Pictures are asked for in time, and the original's is never painted; and what media do to a variant.

import { recordFrames } from '../../support/frames.ts';
import { recordPixels } from '../../support/pixels.ts';
import { chromiumOnly, expect, test } from '../../support/test.ts';
import { body } from './every-kind.ts';
import { labHead, picture, seen, t } from './lab.ts';

test('a variant’s image is asked for at the decision, before its element is there', async ({
  page,
  site,
}) => {
  const start = labHead(site, [{ kind: 'image', target: t('img'), src: '/new.svg' }]);
  site.serve('/new.svg', picture);
  site.serve('/', `<!doctype html><head>${start}</head><body></body>`);
  await page.goto(site.origin);
  await expect.poll(() => site.requests).toContain('GET /new.svg');
});

test('the original picture is never painted, though it is there first and the variant comes late', async ({
  page,
  site,
  browserName,
}) => {
  const start = labHead(site, [
    { kind: 'image', target: t('.a'), src: '/new.svg' },
    { kind: 'image', target: t('.late'), src: '/new.svg' },
  ]);
  const paint = (colour: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="90" height="90" fill="${colour}"/></svg>`;
  site.serve('/old.svg', paint('#ff00ff'));
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  site.serve('/new.svg', async () => {
    await arrived;
    return paint('#00aa55');
  });
  const picture = '<img width="90" height="90" src="/old.svg" srcset="/old.svg 2x"';
  site.serve('/', `<!doctype html><head>${start}</head><body>${picture} class="a"><p>Text</p></body>`);
  // what is painted while the next picture is on its way is only seen in pixels
  const pixels = browserName === 'chromium' ? await recordPixels(page) : undefined;
  const frames = await recordFrames(page);
  await page.goto(site.origin, { waitUntil: 'domcontentloaded' });
  await frames.settle();
  // a framework puts a finished picture in its place
  await page.evaluate(async () => {
    const img = new Image();
    img.src = '/old.svg';
    await img.decode();
    img.className = 'late';
    document.body.append(img);
  });
  await frames.settle();
  arrive();
  await expect.poll(() => frames.findFrame('[image /new.svg] Text [image /new.svg]')).toBeDefined();
  expect(frames.findFrame('/old.svg')).toBeUndefined();
  if (!pixels) return;
  await expect.poll(() => pixels.countColour('#00aa55')).toBeGreaterThan(1000);
  expect(await pixels.countColour('#ff00ff')).toBe(0);
});

test('a lazy image far below: the original is never asked for, the variant is painted when it comes', async ({
  page,
  site,
}) => {
  const start = labHead(site, [{ kind: 'image', target: t('img'), src: '/new.svg' }]);
  // a name of its own: what the browser still has of another test it asks for again, lazy or not
  site.serve('/far.svg', picture);
  site.serve('/new.svg', picture);
  site.serve(
    '/',
    `<!doctype html><head>${start}</head><body><p style="height:9000px"></p><img src="/far.svg" loading="lazy" width="9" height="9"></body>`,
  );
  await page.goto(site.origin);
  const state = () =>
    page.evaluate(() => {
      const img = document.querySelector('img')!;
      return [img.loading, img.currentSrc.replace(location.origin, ''), img.naturalWidth].join();
    });
  await page.evaluate(() => document.querySelector('img')!.scrollIntoView());
  await expect.poll(state).toBe('lazy,/new.svg,9');
  expect(site.requests.filter((line) => line.includes('/far.svg'))).toEqual([]);
});
const emulated = chromiumOnly('stock Firefox emulates no media over BiDi');
test(
  'on paper, and for who wants little motion, the variant is the same',
  emulated,
  async ({ page, site }) => {
    const start = labHead(site, [
      { kind: 'text', target: t('h1'), value: 'New' },
      { kind: 'html', target: t('.a'), value: '<b>New</b>' },
      { kind: 'hide', target: t('.b') },
      { kind: 'style', target: t('.c'), properties: { color: 'rgb(1, 2, 3)' }, media: 'print' },
      {
        kind: 'style',
        target: t('.c'),
        properties: { transition: 'none' },
        media: '(prefers-reduced-motion: reduce)',
      },
    ]);
    site.serve('/old.svg', picture);
    site.serve(
      '/',
      `<!doctype html><head><style>.c { transition: color 9s }</style>${start}</head><body>${body}</body>`,
    );
    await page.goto(site.origin);
    const state = () =>
      page.evaluate(() => {
        const { color, transitionDuration } = getComputedStyle(document.querySelector('.c')!);
        return [color, transitionDuration, document.getAnimations().length].join();
      });
    expect(await state()).toBe('rgb(0, 0, 238),9s,0');
    await page.emulateMedia({ media: 'print', reducedMotion: 'reduce' });
    expect(await seen(page, 'h1')).toBe('New');
    expect(await seen(page, '.a')).toBe('New');
    expect(await seen(page, '.b')).toBe('');
    expect(await state()).toBe('rgb(1, 2, 3),0s,0');
  },
);
