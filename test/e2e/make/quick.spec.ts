// An author who is quicker than the machine: what is pressed before the last press is stored goes on from that, not from what
// the panel still shows.

import type { Config } from '../../../shared/schema/config.ts';
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
