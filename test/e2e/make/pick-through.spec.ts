// What an author sees is what a click picks: in front of what no pointer can touch, behind what is only laid over it, in a
// menu that is open under the pointer; and on another page than the experience's it is said, once.

import type { Page } from '@playwright/test';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findPlace } from '../../support/panel.ts';
import { startVariant } from './begin.ts';

test.use({ isEmptied: true });

declare global {
  interface Window {
    pressed: string[];
  }
}

const PAGE = `<!doctype html><html lang="en"><head><title>Through</title><style>
  body { margin: 16px; font: 16px/1.5 sans-serif } h2 { pointer-events: none } nav { width: 160px }
  .card { position: relative; width: 200px; height: 90px } .card img { width: 200px; height: 90px }
  .veil { position: absolute; inset: 0 } .go::after { position: absolute; inset: 0; content: "" }
  .shade { position: absolute; inset: 0; background: #000; color: #fff; opacity: 0 } .card:hover .shade { opacity: 1 }
  nav ul { display: none; margin: 0 } #menu:hover ul, #script.open ul { display: block }
  </style></head><body><main><h2 id="mute">Out of <b>reach</b></h2>
  <div class="card"><img id="veiled" src="/p.svg" alt="A tent"><a class="veil" href="/tent" aria-label="See the tent"></a></div>
  <div class="card"><img id="faded" src="/p.svg" alt="A stove"><div class="shade">Read on</div></div>
  <div class="card"><img id="under" src="/p.svg" alt="A lamp"><p><a class="go" href="/lamp">Go</a></p></div>
  <div id="empty" style="width: 200px; height: 40px"></div>
  <nav id="menu">Shop<ul><li id="styled">Tents</li></ul></nav>
  <nav id="script">More<ul><li id="scripted">Stoves</li></ul></nav></main>
  <script>
    const more = document.querySelector('#script');
    more.onmouseenter = () => more.classList.add('open');
    more.onmouseleave = () => more.classList.remove('open');
  </script></body></html>`;
const PICTURE = {
  body: '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="90"><path d="M0 0h200v90H0z"/></svg>',
  headers: { 'content-type': 'image/svg+xml' },
};

const pointAt = async (page: Page, css: string) => {
  await page.bringToFront();
  const { x, y } = await findPlace(page, css);
  await page.mouse.move(x, y);
};

test('a click picks what is seen there, whatever lies over it or keeps pointers off', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/p.svg', PICTURE);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  for (const [css, says] of [
    ['#mute', 'heading “Out of reach”'],
    ['#veiled', 'picture “A tent”'],
    ['#faded', 'picture “A stove”'],
    ['#under', 'picture “A lamp”'],
    // nothing in it, and meant itself
    ['#empty', 'block'],
  ] as const) {
    await panel.pick(css);
    await expect(panel.picked, css).toHaveText(says);
  }
  // what lay over it is not lost
  await panel.pick('#veiled');
  await expect(panel.picked).toHaveText('picture “A tent”');
  await panel.page
    .getByRole('navigation', { name: 'Also here' })
    .getByRole('button', { name: /^link/ })
    .click();
  await expect(panel.picked).toHaveText(/^link/);

  // the page as a whole is not hidden or written anew by surprise
  await panel.page
    .getByRole('navigation', { name: 'Around it' })
    .getByRole('button', { name: /^page/ })
    .click();
  await expect(panel.says('This is the page as a whole.')).toBeVisible();
  for (const tool of ['Text', 'Hide', 'HTML']) await expect(panel.button(tool)).toHaveCount(0);
  await expect(panel.button('Style')).toBeVisible();
});

test('a menu that is open under the pointer stays open while one picks in it, and leaves no trace', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/p.svg', PICTURE);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  for (const [menu, entry, says] of [
    ['#menu', '#styled', 'list item “Tents”'],
    ['#script', '#scripted', 'list item “Stoves”'],
  ] as const) {
    await panel.page.bringToFront();
    await panel.press('Use the page');
    await expect(panel.button('Use the page')).toHaveCount(0);
    await pointAt(page, menu);
    await expect(page.locator(entry)).toBeVisible();
    await page.keyboard.press('Alt+h');
    await expect(panel.button('Use the page')).toBeVisible();
    // the glass is over it by now, and the pointer on it
    await pointAt(page, entry);
    await panel.clickPage(entry);
    await expect(panel.picked).toHaveText(says);
    await pointAt(page, '#mute');
    await expect(page.locator(entry)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel.button('Use the page')).toHaveCount(0);
    await pointAt(page, menu);
    await pointAt(page, '#mute');
    await expect(page.locator(entry)).toBeHidden();
    await panel.page.bringToFront();
    await panel.startPicking();
  }
  await panel.press('Use the page');
  await expect(page.locator('[data-selvedge-held], [popover]')).toHaveCount(0);
});

test('another page than the experience’s is said once, with a way back and a way on', async ({
  extension,
  page,
  site,
  browserName,
}) => {
  await extension.allowHost('http://localhost/*');
  const go = async (path: string) => {
    await page.goto(site.origin + path);
    // Firefox was let in by the click on the button alone, which a new page ends
    if (browserName === 'firefox') await extension.clickAction(page);
  };
  for (const path of ['/', '/other'])
    site.serve(path, path === '/' ? PAGE : '<!doctype html><title>Other</title><p>Other</p>');
  site.serve('/p.svg', PICTURE);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  const said = panel.says(/^This is another page/);
  for (const css of ['#mute', '.go']) {
    await panel.pick(css);
    await panel.writeText(`New ${css}`);
  }
  await expect(panel.changes).toHaveCount(2);
  await expect(said).toHaveCount(0);

  await go('/other');
  await expect(said).toContainText('is for /, and this is /other');
  await expect(panel.says(/Its element is not on this page/)).toHaveCount(0);
  await panel.press('Back to /');
  await expect(page).toHaveURL(`${site.origin}/`);
  // Firefox confuses what is asked for at the end of a load with that load
  await page.waitForLoadState();
  if (browserName === 'firefox') await extension.clickAction(page);
  await expect(said).toHaveCount(0);
  await expect(panel.changes).toHaveCount(2);

  await go('/other');
  await panel.press('Show it here, too');
  await expect(said).toHaveCount(0);
  await expect(panel.says(/Its element is not on this page/)).toHaveCount(2);
});

test('without a pointer: arrows walk the page, Enter takes, Escape leaves, and the page hears no key', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/p.svg', PICTURE);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  // from the panel alone
  await panel.press('Begin at the headline, without a pointer');
  await expect(panel.picked).toHaveText('heading “Out of reach”');
  await panel.press('The element after it');
  await expect(panel.picked).toHaveText('block');
  await panel.press('Use the page');
  await panel.startPicking();

  await page.evaluate(() => {
    window.pressed = [];
    for (const type of ['keydown', 'keyup'])
      addEventListener(type, (event) => window.pressed.push(`${type} ${(event as KeyboardEvent).key}`), true);
  });
  await page.bringToFront();
  const press = async (key: string, says: string | RegExp) => {
    await page.keyboard.press(key);
    await expect(panel.picked, key).toHaveText(says);
  };
  await press('ArrowDown', 'heading “Out of reach”');
  await press('ArrowRight', 'block');
  await press('ArrowDown', 'picture “A tent”');
  await press('ArrowRight', /^link/);
  await press('ArrowUp', 'block');
  for (const key of ['PageDown', 'Home', 'x', ' ', 'End', 'F2']) await page.keyboard.press(key);
  await press('ArrowLeft', 'heading “Out of reach”');
  expect(await page.evaluate(() => window.pressed)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(panel.field('New text')).toHaveText('Out of reach');
  await page.keyboard.press('Escape');
  await expect(panel.button('Use the page')).toHaveCount(0);
  await page.keyboard.press('x');
  await expect.poll(() => page.evaluate(() => window.pressed)).toContain('keydown x');
});
