// The frame recorder can fail: pages that are known to flicker or to shift are caught, calm ones are not.

import { recordFrames } from '../../support/frames.ts';
import { recordPixels } from '../../support/pixels.ts';
import { expect, test } from '../../support/test.ts';

const magenta = '#ff00ff';
/** Its body comes with its script: between two parts of a page a slow machine may paint. */
const page = (script: string) => `<!doctype html><title>Frames</title>
  <style>h1 { background: #00aa55 } h1.original { background: ${magenta} }</style><body>
  <script>
    document.body.innerHTML = '<h1 class="original">Original headline</h1><p id="below">Below</p>';
    const h1 = document.querySelector('h1');
    const swap = () => { h1.textContent = 'For you'; h1.className = ''; };
    ${script}
  </script>`;

const twoFrames = (then: string) => `requestAnimationFrame(() => requestAnimationFrame(() => { ${then} }))`;

test.describe('flicker', () => {
  for (const [name, script, isSeen] of [
    ['swapped two frames after load', `addEventListener('load', () => ${twoFrames('swap()')})`, true],
    ['swapped after the first frame', twoFrames('swap()'), true],
    ['swapped while parsing', 'swap()', false],
    ['swapped in the first animation frame, before paint', 'requestAnimationFrame(swap)', false],
    [
      'put back for one frame',
      `swap(); addEventListener('load', () => ${twoFrames(`h1.textContent = 'Original headline'; h1.className = 'original'; ${twoFrames('swap()')}`)})`,
      true,
    ],
    [
      'put back and swapped again within a frame',
      `swap(); requestAnimationFrame(() => { h1.textContent = 'Original headline'; h1.className = 'original'; queueMicrotask(swap) })`,
      false,
    ],
  ] as const) {
    test(`a headline ${name} is ${isSeen ? 'seen' : 'never seen'}`, async ({
      page: tab,
      site,
      browserName,
    }) => {
      site.serve('/', page(script));
      const pixels = browserName === 'chromium' ? await recordPixels(tab) : undefined;
      const frames = await recordFrames(tab);
      await tab.goto(site.origin);
      await expect(tab.locator('h1')).toHaveText('For you');
      await frames.settle();
      expect(Boolean(frames.findFrame('Original headline'))).toBe(isSeen);
      expect(frames.findFrame('For you')).toBeDefined();
      if (!pixels) return;
      await expect.poll(() => pixels.countColour('#00aa55')).toBeGreaterThan(1000);
      // the screencast may leave out a single frame, so pixels can only ever accuse
      if (!isSeen) expect(pixels.countColour(magenta)).toBe(0);
    });
  }

  test('a headline that stays is seen, in pixels too where there are any', async ({
    page: tab,
    site,
    browserName,
  }) => {
    site.serve('/', page(''));
    const pixels = browserName === 'chromium' ? await recordPixels(tab) : undefined;
    const frames = await recordFrames(tab);
    await tab.goto(site.origin);
    await frames.settle();
    expect(frames.findFrame('Original headline')).toBeDefined();
    if (pixels) await expect.poll(() => pixels.countColour(magenta)).toBeGreaterThan(1000);
  });

  test('what was painted while the parser waited is seen, and outlives the page', async ({
    page: tab,
    site,
  }) => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    async function* chunks() {
      yield '<!doctype html><title>Stream</title><h1>Original headline</h1>';
      await gate;
      yield "<script>document.querySelector('h1').textContent = 'For you'</script>";
    }
    site.serve('/', () => ({ body: chunks() }));
    site.serve('/next', '<!doctype html><title>Next</title><h1>Next page</h1>');
    const frames = await recordFrames(tab);
    await tab.goto(site.origin, { waitUntil: 'commit' });
    await expect.poll(() => frames.findFrame('Original headline')).toBeDefined();
    release();
    await expect(tab.locator('h1')).toHaveText('For you');
    // Firefox confuses what is asked for at the end of a load with that load
    await tab.waitForLoadState();
    await tab.goto(`${site.origin}/next`);
    await frames.settle();
    expect(frames.findFrame('Original headline')).toMatchObject({ path: '/' });
    expect(frames.findFrame('Next page')).toMatchObject({ path: '/next' });
  });
});

test.describe('what counts as painted', () => {
  test('text under a shadow root, hidden or transparent is not', async ({ page: tab, site }) => {
    site.serve(
      '/',
      `<!doctype html><title>Painted</title><style>#t { color: transparent } #n { display: none } #o { opacity: 0 }</style>
      <h1>Under</h1><p id="t">Transparent</p><p id="n">None</p><p id="o">Opacity</p><p id="s">Slotted</p><p>Plain</p>
      <script>
        document.querySelector('h1').attachShadow({ mode: 'open' }).textContent = 'Over';
        document.querySelector('#s').attachShadow({ mode: 'open' }).append(document.createElement('slot'));
      </script>`,
    );
    const frames = await recordFrames(tab);
    await tab.goto(site.origin);
    await frames.settle();
    expect(frames.list.at(-1)?.text).toBe('Over Slotted Plain');
  });

  test('generated content of watched elements is', async ({ page: tab, site }) => {
    site.serve(
      '/',
      `<!doctype html><title>Generated</title><style>h1::before { content: 'Made' } h1 { font-size: 20px }</style><h1>Own</h1><p>Other</p>`,
    );
    const frames = await recordFrames(tab, { watch: 'h1' });
    await tab.goto(site.origin);
    await frames.settle();
    expect(frames.list.at(-1)?.text).toBe('Made Own');
  });

  test('a page that was not recorded fails instead of looking calm', async ({ page: tab, site }) => {
    site.serve('/', '<!doctype html><title>Late</title>');
    await tab.goto(site.origin);
    const frames = await recordFrames(tab);
    await expect(frames.settle()).rejects.toThrow();
  });
});

test.describe('layout shift', () => {
  const banner = `h1.before(Object.assign(document.createElement('div'), { textContent: 'Banner' }))`;

  test('a banner inserted after load moves what is below it', async ({ page: tab, site, browserName }) => {
    site.serve('/', page(`addEventListener('load', () => ${twoFrames(banner)})`));
    const frames = await recordFrames(tab);
    await tab.goto(site.origin);
    await expect(tab.getByText('Banner')).toBeVisible();
    await frames.settle();
    expect(frames.moves.map(({ element }) => element)).toEqual(['h1.original', 'p#below']);
    if (browserName === 'chromium') await expect.poll(() => frames.layoutShift).toBeGreaterThan(0);
  });

  test('a banner inserted while parsing moves nothing', async ({ page: tab, site }) => {
    site.serve('/', page(banner));
    const frames = await recordFrames(tab);
    await tab.goto(site.origin);
    await frames.settle();
    expect(frames.findFrame('Banner')).toBeDefined();
    expect(frames.moves).toEqual([]);
    expect(frames.layoutShift).toBe(0);
  });

  test('scrolling moves nothing', async ({ page: tab, site }) => {
    site.serve('/', page("document.body.style.height = '5000px'"));
    const frames = await recordFrames(tab);
    await tab.goto(site.origin);
    await tab.evaluate(() => scrollTo(0, 600));
    await frames.settle();
    expect(frames.moves).toEqual([]);
  });
});
