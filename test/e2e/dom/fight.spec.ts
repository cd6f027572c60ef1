// A page that takes back what was changed, again and again: the fight ends, once reported, and costs little.

import type { PageChange } from '../../../shared/dom/claim.ts';
import { chromiumOnly, expect, test } from '../../support/test.ts';
import { labHead, seen, t, text } from './lab.ts';

declare global {
  interface Window {
    lastFrame: number;
  }
}

const fights: [name: string, html: string, change: PageChange, outcome: string][] = [
  ['text', '<button>Old</button>', { kind: 'text', target: t('#it button'), value: 'New' }, 'New'],
  [
    'attribute',
    '<p title="a">Old</p>',
    { kind: 'attribute', target: t('#it p'), name: 'title', value: 'b' },
    'Old',
  ],
  ['class', '<p class="a">Old</p>', { kind: 'class', target: t('#it p'), add: ['b'] }, 'Old'],
  ['link', '<a href="/a">Old</a>', { kind: 'link', target: t('#it a'), href: '/b' }, 'Old'],
  [
    'insert',
    '<p>Old</p>',
    { kind: 'insert', target: t('#it p'), position: 'after', html: '<b>New</b>' },
    'Old',
  ],
  ['html', '<li>Old</li>', { kind: 'html', target: t('#it li'), value: '<b>New</b>' }, 'New'],
  [
    'move',
    '<p>Old</p><q></q>',
    { kind: 'move', target: t('#it q'), to: t('#it p'), position: 'before' },
    'Old',
  ],
];

for (const [name, html, change, outcome] of fights) {
  test(`a page that restores itself ends the fight over ${name}, once reported, and goes on`, async ({
    page,
    site,
  }) => {
    const head = labHead(site, [change]);
    site.serve(
      '/',
      `<!doctype html><head><title>Fight</title>${head}</head><body><div id="it">${html}</div><script>
        const it = document.getElementById('it');
        let rounds = 0;
        new MutationObserver(() => {
          const now = it.cloneNode(true);
          for (const e of now.querySelectorAll('*'))
            for (const n of e.getAttributeNames()) if (/^(data-selvedge-|aria-)/.test(n)) e.removeAttribute(n);
          if (now.innerHTML.replace(/<!--.*?-->/g, '') === html) return;
          rounds++;
          for (const e of [...it.querySelectorAll('[data-selvedge]')]) e.remove();
          // one that was moved, back to its place
          for (const e of [...it.querySelectorAll('q')]) it.append(e);
          const at = it.firstElementChild;
          const own = document.createElement('div');
          own.innerHTML = html;
          for (const n of own.firstElementChild.getAttributeNames()) at.setAttribute(n, own.firstElementChild.getAttribute(n));
          if (at.firstChild.data !== 'Old') at.firstChild.data = 'Old';
        }).observe(it, { childList: true, subtree: true, attributes: true, characterData: true });
        const html = ${JSON.stringify(html)};
        it.append('');
      </script></body>`,
    );
    await page.goto(site.origin);
    await expect.poll(() => page.evaluate(() => lab.problems)).toEqual(['fight 0']);
    await expect.poll(() => seen(page, '#it')).toBe(outcome);
    expect(await page.evaluate('rounds')).toBeLessThan(25);
  });
}

test('a page that keeps its classes in an order of its own has no fight', async ({ page, site }) => {
  const head = labHead(site, [{ kind: 'class', target: t('p'), add: ['a'] }]);
  site.serve(
    '/',
    `<!doctype html><head><title>Order</title>${head}</head><body><p class="b">Old</p><script>
      const p = document.querySelector('p');
      let rounds = 0;
      new MutationObserver(() => {
        const ordered = [...p.classList].sort().join(' ');
        if (p.className === ordered || ++rounds > 500) return;
        p.className = ordered;
      }).observe(p, { attributes: true });
      p.className = 'c b a';
    </script></body>`,
  );
  await page.goto(site.origin);
  await expect.poll(() => page.evaluate(() => document.querySelector('p')?.className)).toBe('a b c');
  expect(await page.evaluate(() => new Promise(requestAnimationFrame).then(() => lab.problems))).toEqual([]);
  expect(await page.evaluate('rounds')).toBe(1);
  await page.evaluate(() => lab.stop());
  expect(await page.evaluate(() => document.querySelector('p')?.className)).toBe('b c');
});

test('a class with a comma is one word, however its page writes the list anew', async ({ page, site }) => {
  const change = { kind: 'class', target: t('p'), add: ['b,c'], remove: ['b', 'c'] } as const;
  const head = labHead(site, [change]);
  site.serve(
    '/',
    `<!doctype html><head><title>Comma</title>${head}</head><body><p class="a b c">Old</p></body>`,
  );
  await page.goto(site.origin);
  const readClass = () => page.evaluate(() => document.querySelector('p')?.className);
  await expect.poll(readClass).toBe('a b,c');
  await page.evaluate(() => document.querySelector('p')?.setAttribute('class', 'a b c'));
  await expect.poll(readClass).toBe('a b,c');
  await page.evaluate(() => lab.stop());
  expect(await readClass()).toBe('a b c');
});

for (const [name, html, change] of fights) {
  test(`a page that re-creates what ${name} changed, each time it did, is left alone`, async ({
    page,
    site,
  }) => {
    const head = labHead(site, [change, { kind: 'hide', target: t('#it p') }]);
    site.serve(
      '/',
      `<!doctype html><head><title>Fight</title>${head}</head><body><div id="it">${html}</div><script>
        const it = document.getElementById('it');
        let rounds = 0;
        const html = ${JSON.stringify(html)};
        new MutationObserver(() => {
          if (it.innerHTML === html) return;
          rounds++;
          it.innerHTML = html;
        }).observe(it, { childList: true, subtree: true, attributes: true, characterData: true });
        it.append('');
      </script></body>`,
    );
    await page.goto(site.origin);
    await expect.poll(() => page.evaluate(() => lab.problems)).toEqual(['fight 0']);
    await expect.poll(() => page.evaluate('it.innerHTML')).toBe(html);
    expect(await page.evaluate('rounds')).toBeLessThan(40);
  });
}

test('a page that puts something beside our markup whenever it is there has a fight, and peace', async ({
  page,
  site,
}) => {
  const head = labHead(site, [{ kind: 'html', target: t('#it'), value: '<b>New</b>' }]);
  site.serve(
    '/',
    `<!doctype html><head><title>Fight</title>${head}</head><body><button id="it">Buy</button><script>
      const it = document.getElementById('it');
      const icon = document.createElement('i');
      let rounds = 0;
      new MutationObserver(() => {
        if (rounds > 500) return;
        const isOurs = !!it.querySelector('[data-selvedge]');
        if (isOurs === icon.isConnected) return;
        rounds++;
        if (isOurs) it.append(icon);
        else icon.remove();
      }).observe(it, { childList: true, subtree: true });
      addEventListener('load', () => it.append(''));
    </script></body>`,
  );
  await page.goto(site.origin);
  await expect.poll(() => page.evaluate(() => lab.problems)).toContain('fight 0');
  expect(await page.evaluate('rounds')).toBeLessThan(50);
});

test('a fight that is lost as a root of ours is new leaves no element empty, now or after', async ({
  page,
  site,
}) => {
  const head = labHead(site, [text('#it')]);
  site.serve(
    '/',
    `<!doctype html><head><title>Fight</title>${head}</head><body><button id="it"><svg></svg><span>Buy</span></button><script>
      const it = document.getElementById('it');
      let rounds = 0;
      new MutationObserver(() => {
        const svg = it.querySelector('svg');
        if (!svg.hasAttribute('data-selvedge-off') || rounds++ > 500) return;
        // as a part is made anew: what it does not know goes, and another element comes
        svg.removeAttribute('data-selvedge-off');
        const span = document.createElement('span');
        span.textContent = 'Buy';
        it.querySelector('span').replaceWith(span);
      }).observe(it, { childList: true, subtree: true, attributes: true });
      addEventListener('load', () => it.append(''));
    </script></body>`,
  );
  await page.goto(site.origin);
  await expect.poll(() => page.evaluate(() => lab.problems)).toContain('fight 0');
  await page.evaluate(() => lab.stop());
  await expect.poll(() => seen(page, '#it')).toBe('Buy');
  expect(
    await page.evaluate(() => document.querySelector<HTMLElement>('#it span')?.offsetWidth),
  ).toBeGreaterThan(0);
});

const busy = chromiumOnly('only Chromium tells how long a thread was busy');
test(
  'a page that takes everything back in every frame costs little of its thread, and is soon left alone',
  busy,
  async ({ page, site }) => {
    const all = fights.map(([, html, change], index) => ({
      html: `<div class="f${index}">${html}</div>`,
      change: JSON.parse(JSON.stringify(change).replaceAll('#it', `.f${index}`)) as PageChange,
    }));
    // without us it writes as much: only what we do about it is the difference
    const script = `
    const own = [...document.querySelectorAll('body > div > :not([data-selvedge])')].map((e) => [e, e.cloneNode(true)]);
    window.frames_ = window.restored = 0;
    requestAnimationFrame(function again() {
      frames_++;
      for (const e of document.querySelectorAll('[data-selvedge]')) { restored++; e.remove(); }
      for (const [e, was] of own) {
        for (const name of ['title', 'class', 'href', 'data-selvedge-off']) {
          if (e.getAttribute(name) !== original.get(e)[name]) restored++;
          if (original.get(e)[name] === null) e.removeAttribute(name); else e.setAttribute(name, original.get(e)[name]);
        }
        if (e.localName === 'button' && e.firstChild.data !== 'Old') restored++;
        if (e.firstChild) e.firstChild.data = 'Old';
      }
      if (restored > last) { last = restored; lastFrame = frames_; }
      if (frames_ <= 300) requestAnimationFrame(again);
    });`;
    const before = `
    var last = 0, lastFrame = 0;
    const original = { get: (e) => ({ title: e.parentNode.className === 'f1' ? 'a' : null, class: e.parentNode.className === 'f2' ? 'a' : null, href: e.parentNode.className === 'f3' ? '/a' : null, 'data-selvedge-off': null }) };`;
    const body = all.map(({ html }) => html).join('');
    const make = (start: string) =>
      `<!doctype html><head><title>Fight</title>${start}</head><body>${body}<script>${before}${script}</script></body>`;
    const head = labHead(
      site,
      all.map(({ change }) => change),
    );
    site.serve('/', make(head));
    site.serve('/untouched', make(''));
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    /** Thread seconds for the page's first so many frames. */
    const measure = async (path: string) => {
      const read = async () => {
        const { metrics } = await cdp.send('Performance.getMetrics');
        return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
      };
      await page.goto(site.origin + path);
      const from = await read();
      await page.waitForFunction('frames_ > 300');
      return (await read()) - from;
    };
    const bare = await measure('/untouched');
    const ours = await measure('/');
    // all of it, loading included, beside what the page's own writing costs (about twice); a fight without end is six times
    expect(ours / bare).toBeLessThan(4);
    const { frame, problems } = await page.evaluate(() => ({
      frame: window.lastFrame,
      problems: lab.problems,
    }));
    // over after some rounds for the change itself and, with text, for the rule in its place
    expect(frame).toBeLessThan(60);
    expect(new Set(problems.map((problem) => problem.split(' ')[0]))).toEqual(new Set(['fight']));
  },
);
