// One visitor's walk through one host, beside the same walk without the tag; answers a fault or 'ok' for each column.
import { compareBodies, readBody, readSeen } from './read-page.mjs';

export const COLUMNS = {
  text: 'Text',
  button: 'Text on a button',
  html: 'HTML',
  attributes: 'Attribute, image, class, style, hide',
  link: 'Link, and where a click leads',
  insert: 'Insert',
  move: 'Move',
  late: 'A part that comes or is hydrated late',
  first: 'No frame of the original',
  errors: 'No new errors',
  updates: 'Its own updates',
  navigation: 'Client navigation',
  standby: 'HTML after standby',
};

const WATCHED = '#title,#count,#more,#html,#item,#hide,#late-title,#late-more';

/** What is to be seen of the home page, by column; functions get the figure the page's own counter is at. */
const HOME = {
  text: { '#title': () => 'Variant title', '#count': () => 'Variant count' },
  button: { '#more': () => 'Variant more' },
  html: { '#html': () => 'Variant html', '#item': () => 'Variant item' },
  attributes: { '#attr': (n) => `Attribute ${n}`, '#hide': () => '', '#class': (n) => `Class ${n}` },
  insert: { '.note': () => 'Variant note', '#near': (n) => `Near ${n}`, '#next': (n) => `Next ${n}` },
  move: { '#list': (n) => `Three ${n}One ${n}Two ${n}` },
};
const LATE = (m) => ({
  '#late-title': 'Variant late',
  '#late-more': 'Variant late more',
  '.late-note': 'Variant note',
  '#late-next': `Late next ${m}`,
});

const MOST_MS = 8000;

/** Looks again until all is as wanted, or answers what is not. */
async function expectSeen(page, wanted) {
  const until = Date.now() + MOST_MS;
  for (;;) {
    const seen = await page.evaluate(readSeen, Object.keys(wanted)).catch(() => ({}));
    const faults = Object.keys(wanted)
      .filter((css) => (seen[css] ?? null)?.replace(/ (?=One|Two)/g, '') !== wanted[css])
      .map((css) => `${css} shows ${JSON.stringify(seen[css])} instead of ${JSON.stringify(wanted[css])}`);
    if (!faults.length) return [];
    if (Date.now() > until) return faults;
    await page.waitForTimeout(100);
  }
}

const expectHome = async (page, n, faults) => {
  for (const [column, wanted] of Object.entries(HOME)) {
    const figures = Object.fromEntries(Object.entries(wanted).map(([css, make]) => [css, make(n)]));
    faults[column].push(...(await expectSeen(page, figures)));
  }
};

/** Waits until the page has been quiet: everything arrived, hydrated, and 3 s gone. */
async function settle(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(3000);
}

async function openPage(browser, address, frames) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  const errors = [];
  const seen = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith('[frame]')) seen.push(JSON.parse(text.slice(7)));
    // a busy machine's storage is no fault of the page
    else if (message.type() === 'error' || /selvedge\](?! storage)/i.test(text))
      errors.push(`${text} ${message.location().url.replace(/^https?:..[^/]*/, '')}`);
  });
  if (frames) await page.addInitScript(frames, { mark: '[frame]', watch: WATCHED });
  await page.goto(address);
  return { page, errors, seen, close: () => context.close() };
}

/** Shows the late part and presses its button, which is what some hosts wait for. */
async function wake(page) {
  await page.locator('#late').scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  await page.locator('#late-more').click();
}

/** Errors of the control, by their first words: the host's own. */
const findNew = (errors, known) =>
  errors.filter((text) => !known.some((other) => other.slice(0, 60) === text.slice(0, 60)));

/** The body after the same acts, with the tag told to stand by at the end. */
async function readEnd(browser, address) {
  const { page, errors, close } = await openPage(browser, address);
  await settle(page);
  await wake(page);
  await page.locator('#more').click();
  await page.waitForTimeout(1000);
  await page.evaluate(() => document.dispatchEvent(new CustomEvent('selvedge:standby')));
  await page.waitForTimeout(300);
  const body = await page.evaluate(readBody);
  await close();
  return { body, errors };
}

/**
 * @param frames what runs in the page before its own scripts and reports each painted frame
 * @returns by column: 'ok', or what is wrong
 */
export async function walk(browser, { tagged, control }, frames) {
  const faults = Object.fromEntries(Object.keys(COLUMNS).map((column) => [column, []]));
  const controls = [await readEnd(browser, control), await readEnd(browser, control)];
  const known = controls.flatMap(({ errors }) => errors);

  const { page, errors, seen, close } = await openPage(browser, tagged, frames);
  await expectHome(page, 0, faults);
  const state = await page.evaluate(() => ({
    title: document.querySelector('#attr').title,
    image: document.querySelector('#hero').getAttribute('src'),
    class: document.querySelector('#class').className,
    color: getComputedStyle(document.querySelector('#style')).color,
    link: document.querySelector('#link').getAttribute('href'),
    note:
      document.querySelector('.note')?.getBoundingClientRect().top <
      document.querySelector('#next').getBoundingClientRect().top,
  }));
  const wanted = { title: 'variant', image: '/new.svg', color: 'rgb(1, 2, 3)' };
  for (const [name, value] of Object.entries(wanted))
    if (state[name] !== value) faults.attributes.push(`${name} is ${state[name]}`);
  if (!/\bours\b/.test(state.class)) faults.attributes.push(`class is ${state.class}`);
  if (state.link !== '/target.html') faults.link.push(`href is ${state.link}`);
  if (!state.note) faults.insert.push('the note does not stand before #next');

  await page.locator('#more').click();
  const own = faultsOf();
  await expectHome(page, 1, own);
  faults.updates.push(...Object.values(own).flat());
  await wake(page);
  faults.late.push(...(await expectSeen(page, LATE(1))));
  faults.first.push(
    ...seen
      .filter(({ kind, text }) => kind === 'frame' && /ORIGINAL|old\.svg/.test(text))
      .map(({ text }) => `a frame shows ${text}`),
  );

  const second = {
    '#second #title': 'Variant second',
    '#second #more': 'Variant more',
    '#second .note': 'Variant note',
  };
  const go = async (act, name, path, look) => {
    try {
      await act();
      await page.waitForURL((url) => url.pathname.replace(/(.)\/$/, '$1') === path, { timeout: 5000 });
      const found = await look();
      if (found.length) faults.navigation.push(`${name}: ${found.join('; ')}`);
    } catch (error) {
      faults.navigation.push(`${name}: ${error.message.split('\n')[0]}`);
    }
  };
  const atHome = async () => {
    const list = faultsOf();
    const [first] = (await page.evaluate(readSeen, ['#next']))['#next']?.match(/\d+/) ?? ['0'];
    await expectHome(page, Number(first), list);
    return Object.values(list).flat();
  };
  const atSecond = () => expectSeen(page, second);
  await go(() => page.locator('#to-two').click(), 'there', '/two', atSecond);
  await go(() => page.locator('#to-home').click(), 'home', '/', atHome);
  await go(() => page.evaluate(() => history.back()), 'back', '/two', atSecond);
  await go(() => page.evaluate(() => history.forward()), 'forward', '/', atHome);
  try {
    await page.locator('#link').click();
    await page.locator('#arrived').waitFor({ timeout: 5000 });
  } catch {
    faults.link.push(`a click leads to ${new URL(page.url()).pathname}`);
  }
  faults.errors.push(...findNew(errors, known));
  await close();

  const end = await readEnd(browser, tagged);
  faults.errors.push(...findNew(end.errors, known));
  const { isRandom, wanted: should, got } = compareBodies(controls[0].body, controls[1].body, end.body);
  if (isRandom) faults.standby.push('two controls differ in length');
  else if (should) faults.standby.push(`${got} instead of ${should}`);
  return Object.fromEntries(
    Object.entries(faults).map(([column, list]) => [column, [...new Set(list)].join(' | ') || 'ok']),
  );
}

const faultsOf = () => Object.fromEntries(Object.keys(HOME).map((column) => [column, []]));
