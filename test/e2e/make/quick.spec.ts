// An author who is quicker than the machine: what is pressed before the last press is stored goes on from that, not from what
// the panel still shows.

import type { Condition } from '../../../shared/schema/condition.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { drag } from '../../support/drag.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { whileDraftIsHeld } from '../../support/hold-draft.ts';
import type { Panel } from '../../support/panel.ts';
import { serveBare } from '../../support/tag.ts';
import { config as base, PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

const [first] = base.experiences;
const variants = ['A', 'B', 'C', 'D'].map((name) => ({
  ...first!.variants[0]!,
  id: name.toLowerCase(),
  name,
}));
const config: Config = {
  ...base,
  experiences: [
    { ...first!, variants, frequency: { times: 3, per: '7d' }, trigger: { kind: 'time', after: '10s' } },
    ...base.experiences.slice(1),
  ],
};

const count = (event: string): Condition => ({ kind: 'count', event, is: 1 });
const ruled: Config = {
  ...base,
  segments: [
    {
      id: 'phones',
      name: 'On a phone',
      when: {
        kind: 'all',
        of: [
          count('ann'),
          count('bob'),
          count('cy'),
          { kind: 'sequence', steps: ['one', 'two', 'three'].map((event) => ({ event })), within: '7d' },
        ],
      },
    },
  ],
};

const experiences = (panel: Panel) => panel.page.locator('ol .make-open strong').allTextContents();
const variantsOf = (panel: Panel) =>
  panel.page
    .locator('.make-variants')
    .getByRole('button', { name: /^Remove/ })
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

test('what is pressed before the last press is stored goes on from that', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', JSON.stringify(config));
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  await expect.poll(() => experiences(panel)).toEqual(['First', 'Second', 'Third']);
  const held = (act: () => Promise<void>) => whileDraftIsHeld(panel.page, site.origin, act);
  const twice = async (name: string) => {
    await panel.press(name);
    await panel.press(name);
  };

  await held(() => twice('Move First down'));
  await expect.poll(() => experiences(panel)).toEqual(['Second', 'Third', 'First']);
  // the first behind the last, then the second, which is the first by then
  const rows = panel.page.locator('ol .make-row');
  const behindTheLast = async (at: number) => {
    const { height } = (await rows.nth(2).boundingBox())!;
    await drag(rows.nth(at).locator('.grip'), rows.nth(2), { x: 60, y: height - 4 });
  };
  await held(async () => {
    await behindTheLast(0);
    await behindTheLast(1);
  });
  await expect.poll(() => experiences(panel)).toEqual(['First', 'Second', 'Third']);

  await panel.openExperience('First');
  await held(() => twice('Move A down'));
  await expect.poll(() => variantsOf(panel)).toEqual(['Remove B', 'Remove C', 'Remove A', 'Remove D']);
  // pressed twice, it takes away no other one
  await held(() => twice('Remove B'));
  await expect.poll(() => variantsOf(panel)).toEqual(['Remove C', 'Remove A', 'Remove D']);

  const times = panel.field(/^times$/);
  const per = panel.field(/^per(a|$)/);
  await held(async () => {
    await panel.fill(/^times$/, '5');
    await per.selectOption('visitor');
  });
  await expect(per).toHaveValue('visitor');
  await expect(times).toHaveValue('5');

  // a figure of the moment that was there before makes no other one of that which was chosen since
  const when = panel.field(/^when(at|$)/);
  await held(async () => {
    await when.selectOption('scroll');
    await panel.fill(/^how long/, '20s');
  });
  await expect(when).toHaveValue('scroll');
  await expect(panel.page.getByLabel(/^scrolled/)).toHaveValue('50');
});

test('what is pressed in a rule is about the condition that is shown', async ({ extension, page, site }) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', JSON.stringify(ruled));
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  await panel.page.getByRole('button', { name: 'On a phone' }).click();
  const rule = panel.page.getByRole('region', { name: 'Rule' });
  const events = () =>
    rule
      .getByLabel('Event', { exact: true })
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  const steps = () =>
    rule.getByLabel(/^Step \d/).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  await expect.poll(events).toEqual(['ann', 'bob', 'cy']);
  const held = (act: () => Promise<void>) => whileDraftIsHeld(panel.page, site.origin, act);
  const press = (name: string, at: number) => rule.getByRole('button', { name }).nth(at).click();

  await held(async () => {
    await press('Later', 0);
    await press('Later', 0);
  });
  await expect.poll(events).toEqual(['bob', 'cy', 'ann']);

  await held(async () => {
    await press('Take out this condition', 0);
    await press('Take out this condition', 0);
  });
  await expect.poll(events).toEqual(['cy', 'ann']);

  await held(async () => {
    await press('Take out step 1', 0);
    await press('Take out step 1', 0);
    await press('Take out step 2', 0);
    // one has to stay
    await press('Take out step 3', 0);
  });
  await expect.poll(steps).toEqual(['three']);

  // what is filled in is filled in there
  await held(async () => {
    await press('Take out this condition', 0);
    await rule.getByLabel('Event', { exact: true }).nth(1).fill('dee');
    await panel.page.keyboard.press('Tab');
  });
  await expect.poll(events).toEqual(['dee']);
});
