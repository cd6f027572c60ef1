// The panel as its author uses it: what a spec does in it, by the words that stand there.
//
// What only one spec asks stands there, with `panel.page`. How a panel is opened: extension-panel.ts.

import { expect, type Locator, type Page } from '@playwright/test';
import { doubleClick } from './double-click.ts';

export type View = 'here' | 'visitor' | 'preview' | 'people' | 'sheet' | 'checks' | 'make';

export interface Panel {
  page: Page;
  main: Locator;
  /** A button by its whole name, or by a part. */
  button(name: string | RegExp): Locator;
  press(name: string | RegExp): Promise<void>;
  open(view: View): Promise<void>;
  /** What is said somewhere in it, and what it says as an error. */
  says(text: string | RegExp): Locator;
  alert: Locator;
  field(label: string | RegExp): Locator;
  /** Writes into a field and leaves it, as the Tab key does. */
  fill(label: string | RegExp, value: string): Promise<void>;

  /** Shows the page as this segment gets it. */
  preview(segment: string): Promise<void>;
  /** Says what is previewed; gone without a preview. */
  banner: Locator;
  /** Lets the preview go along from page to page. */
  walk(): Promise<void>;
  endPreview(): Promise<void>;

  begin(draft: 'empty' | 'live'): Promise<void>;
  back(): Promise<void>;
  undo(step: string): Promise<void>;
  redo(step: string): Promise<void>;
  /** A new segment, from the template that these words find. */
  openTemplate(words: string, id: string): Promise<void>;
  /** Makes the segment of the template in front; the gallery, whose fields are called as the segment's, is gone then. */
  useTemplate(): Promise<void>;
  openExperience(name: string): Promise<void>;
  /** Puts the first variant of the experience in front onto the page, for editing. */
  openVariant(): Promise<void>;
  /** A new experience for everybody, its variant open for editing. */
  makeVariant(): Promise<void>;
  /** Percent of the visitors, of the experience in front. */
  holdOut(percent: string): Promise<void>;

  startPicking(): Promise<void>;
  /** Clicks the page with the editor in front of it; the page stays in front. */
  clickPage(css: string, count?: 1 | 2): Promise<void>;
  /** Picks the element, and comes back to the panel, which knows of it then. */
  pick(css: string): Promise<void>;
  /** The element that the path of what is picked ends with. */
  picked: Locator;
  /** The changes of the variant in front. */
  changes: Locator;
  /** What may be wrong with them. */
  doubts: Locator;
  /** Opens one of the tools for what is picked. */
  openTool(name: string): Promise<void>;
  /** Double-clicks a text on the page, and writes in the panel. @param before what the field then says */
  writeAt(css: string, before: string, text: string): Promise<void>;
  /** Writes a text for what is picked, until it is in the draft. */
  writeText(text: string): Promise<void>;

  /** With the other ways unfolded. */
  openPublishing(): Promise<void>;
  /** Of the file on the server, and what opens it. */
  address: Locator;
  token: Locator;
  /** `data-outcome` says how the last attempt to publish ended. */
  outcome: Locator;
  publish(): Promise<void>;
  /** What differs from what is live. */
  differences: Locator;
  openHistory(): Promise<void>;
}

/** A place on the element, in sight. In one go: what changes put in may be made anew between two questions. */
export const findPlace = (page: Page, css: string): Promise<{ x: number; y: number }> =>
  page.evaluate((at) => {
    const element = document.querySelector(at)!;
    element.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + Math.min(width / 2, 20), y: y + Math.min(height / 2, 18) };
  }, css);

/** Does on the page what picks there. @returns when the panel has heard of it: until then it shows what was picked before */
async function pickBy(act: () => Promise<void>, panel: Page): Promise<void> {
  const heard = await panel.evaluateHandle(() => {
    // Firefox has both
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    const { onMessage } = browser.runtime;
    const seen = { isPicked: false };
    const hear = (message: { news?: string; value?: { kind?: string } }) => {
      if (message.news !== 'edit' || !/^(picked|chose|moved)$/.test(`${message.value?.kind}`)) return;
      seen.isPicked = true;
      onMessage.removeListener(hear);
    };
    onMessage.addListener(hear);
    return seen;
  });
  await act();
  const isPicked = () => heard.evaluate((seen) => seen.isPicked);
  await expect.poll(isPicked, 'the panel is told what was picked').toBe(true);
}

/** @param site the page that the panel is about */
export function panelOf(page: Page, site: Page): Panel {
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const press = (name: string | RegExp) => button(name).click();
  const field = (label: string | RegExp) => page.getByLabel(label);
  const fill = async (label: string | RegExp, value: string) => {
    await field(label).fill(value);
    await field(label).press('Tab');
  };
  const openVariant = () =>
    button(/Edit on the page/)
      .first()
      .click();
  const clickPage = async (css: string, count = 1) => {
    await site.bringToFront();
    const { x, y } = await findPlace(site, css);
    await (count === 2 ? doubleClick(site, x, y) : site.mouse.click(x, y));
  };

  return {
    page,
    main: page.locator('main'),
    button,
    press,
    open: (view) => page.locator(`#tab-${view}`).click(),
    says: (text) => page.getByText(text),
    alert: page.getByRole('alert'),
    field,
    fill,

    // the whole label says more than the name
    preview: (segment) =>
      page
        .locator('label')
        .filter({ has: page.getByText(segment, { exact: true }) })
        .getByRole('radio')
        .click(),
    banner: page.getByRole('region', { name: 'Preview' }),
    async walk() {
      // asked once a site
      const allow = button('Walk around in the preview');
      const goes = page.getByText('The preview goes with you');
      await expect(allow.or(goes)).toBeVisible();
      if (await allow.isVisible()) await allow.click();
      await expect(goes).toBeVisible();
    },
    endPreview: () => press('End'),

    begin: (draft) => press(draft === 'empty' ? 'Begin with an empty draft' : 'Begin with what is live here'),
    back: () => press('Back'),
    undo: (step) => press(new RegExp(`^Undo: ${step}`)),
    redo: (step) => press(new RegExp(`^Redo: ${step}`)),
    async openTemplate(words, id) {
      await press('New segment');
      await page.getByRole('searchbox').fill(words);
      await page.locator(`[data-template=${id}] summary`).click();
    },
    async useTemplate() {
      await press('Use this segment');
      await expect(page.locator('[data-template]')).toHaveCount(0);
    },
    openExperience: (name) => press(new RegExp(`^${name}`)),
    openVariant,
    async makeVariant() {
      await press('New experience');
      await openVariant();
    },
    holdOut: (percent) => fill(/^keep the original/, percent),

    async startPicking() {
      await press('Pick on the page');
      await expect(button('Use the page')).toBeVisible();
    },
    clickPage,
    async pick(css) {
      await pickBy(() => clickPage(css), page);
      await page.bringToFront();
    },
    picked: page.getByRole('navigation', { name: 'Around it' }).locator('[aria-current]'),
    changes: page.locator('[data-change]'),
    doubts: page.locator('.make-warn'),
    openTool: async (name) => {
      // open already, when the one before was written into the same form
      if ((await button(name).getAttribute('aria-pressed')) !== 'true') await press(name);
    },
    async writeAt(css, before, text) {
      await clickPage(css, 2);
      await expect(field('New text')).toHaveText(before);
      await page.bringToFront();
      await expect(field('New text')).toBeFocused();
      await page.keyboard.type(text);
    },
    async writeText(text) {
      await this.openTool('Text');
      await field('New text').fill(text);
      await expect(page.locator('[data-change]').filter({ hasText: text }).first()).toBeVisible();
    },

    async openPublishing() {
      await press(/^(Check and publish|Save or share it)$/);
      // open by itself for who published by one of them before
      await page.locator('details.ways').evaluate((ways: HTMLDetailsElement) => {
        ways.open = true;
      });
    },
    address: field(/address of the file/),
    token: page.getByLabel('Token', { exact: true }),
    outcome: page.locator('[data-outcome]'),
    publish: () => press('Publish'),
    differences: page.locator('.make-diff'),
    openHistory: () => press('History'),
  };
}
