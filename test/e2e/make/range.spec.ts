// A range of figures in the form of a rule: two fields, whatever it is of; what is not whole or turned round is said, and
// nothing of the rule is lost over it.

import type { Condition } from '../../../shared/schema/condition.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import type { Panel } from '../../support/panel.ts';
import { serveBare } from '../../support/tag.ts';
import { LEARNED } from '../../unit/shared/templates/history.ts';
import { config as desk, PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

const days = { kind: 'days', event: 'purchase', is: { $gte: 4, $lte: 6 } } as const;
const since = { kind: 'since', event: 'purchase', is: { $lt: '90d', $gte: '55d' } } as const;
const alive = { kind: 'alive', is: { $gt: 0.07, $lt: 0.5 } } as const;
const hour = { kind: 'context', key: 'hour', is: { $gte: 9, $lte: 17 } } as const;
/** more than an operator, or the two of a range */
const odd = { kind: 'count', event: 'page_view', is: { $gte: 1, $lte: 9, $ne: 5 } } as const;
const config: Config = {
  ...desk,
  ...LEARNED,
  segments: [
    ...desk.segments,
    { id: 'persona-1', name: 'Now and then', when: { kind: 'all', of: [days, since, alive, hour, odd] } },
  ],
};

/** The conditions as the draft holds them; undefined where there is none yet. */
const readRule = (panel: Panel): Promise<Condition[] | undefined> =>
  panel.page.evaluate(async () => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    const all: Record<string, unknown> = await browser.storage.local.get(null);
    const [, kept] = Object.entries(all).find(([key]) => key.startsWith('draft:')) ?? [];
    const config = (kept as { value: { config: Config } } | undefined)?.value.config;
    const when = config?.segments.find(({ id }) => id === 'persona-1')?.when;
    return when?.kind === 'all' ? when.of : undefined;
  });

test('is two fields, keeps what it held, and says what is wrong with it', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', { body: JSON.stringify(config) });
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.page.setViewportSize({ width: 320, height: 1600 });
  await panel.begin('live');
  await panel.button(/^Now and then/).click();
  const rule = panel.page.getByRole('region', { name: 'Rule' });
  const [ofDays, ofTime, ofChance, ofHour, ofMore] = [
    'came on so many days',
    'did this so long ago',
    'has not stopped buying, by chance',
    'is here with',
    'did this so often',
  ].map((name) => rule.getByRole('group', { name }));
  const chosen = (node = ofDays) => node!.getByLabel('Compared how').locator('option:checked');
  const operator = ofDays!.getByLabel('Compared how');
  const choose = async (words: string) => {
    await operator.focus();
    await operator.selectOption(words);
  };
  const [from, to] = [ofDays!.getByLabel('Value: from'), ofDays!.getByLabel('Value: to')];
  const write = async (field: typeof from, text: string) => {
    await field.fill(text);
    await field.press('Tab');
  };

  // what stands there is read, whatever it is of
  await expect(chosen()).toHaveText('from … to …');
  await expect(from).toHaveValue('4');
  await expect(to).toHaveValue('6');
  await expect(chosen(ofTime)).toHaveText('from … to less than …');
  await expect(ofTime!.getByLabel('How long: from')).toHaveValue('55 days');
  await expect(ofTime!.getByLabel('How long: to less than')).toHaveValue('90 days');
  await expect(chosen(ofChance)).toHaveText('more than … and less than …');
  await expect(ofChance!.getByLabel('Chance in %: more than')).toHaveValue('7');
  await expect(ofChance!.getByLabel('Chance in %: and less than')).toHaveValue('50');
  await expect(ofHour!.getByLabel('Value: from')).toHaveValue('9');
  await expect(ofHour!.getByLabel('Value: to')).toHaveValue('17');
  const left = ofMore!.locator('code');
  await expect.poll(async () => JSON.parse(await left.innerText())).toEqual(odd.is);
  expect(await findViolations(panel.page)).toEqual([]);
  const isWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  expect(await panel.page.evaluate(isWide)).toBe(false);

  // and is not written anew
  await expect(panel.button(/^Undo: Rule of a segment/)).toHaveCount(0);

  // one figure of it: the rest is as it was
  await write(ofTime!.getByLabel('How long: from'), '8 weeks');
  const later = { ...since, is: { $lt: '90d', $gte: '8w' } };
  await expect.poll(() => readRule(panel)).toEqual([days, later, alive, hour, odd]);
  const readDays = async () => (await readRule(panel))?.map((one) => 'is' in one && one.is)[0];

  // left empty: the rule keeps what it had
  await write(to, '');
  await expect(to).toHaveAttribute('aria-invalid', 'true');
  await expect(to).toHaveAccessibleDescription('Fill in both. Until then the rule keeps 6.');
  await expect(from).not.toHaveAttribute('aria-invalid');
  await expect(rule.getByRole('alert')).toHaveText('Fill in both. Until then the rule keeps 6.');
  expect(await readDays()).toEqual({ $gte: 4, $lte: 6 });
  expect(await findViolations(panel.page)).toEqual([]);
  await write(to, '8');
  await expect(rule.getByRole('alert')).toHaveCount(0);
  await expect(to).not.toHaveAttribute('aria-invalid');
  await expect.poll(readDays).toEqual({ $gte: 4, $lte: 8 });

  // turned round: both figures stay, and one button puts them right
  await write(from, '12');
  await expect(rule.getByRole('alert')).toHaveText(
    'Nothing lies between the two: the first is greater than the second.',
  );
  await expect(from).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(readDays).toEqual({ $gte: 12, $lte: 8 });
  await rule.getByRole('button', { name: 'Turn them round' }).focus();
  await panel.page.keyboard.press('Enter');
  await expect(from).toHaveValue('8');
  await expect(to).toHaveValue('12');
  await expect(from).toBeFocused();
  await expect(rule.getByRole('alert')).toHaveCount(0);
  await expect.poll(readDays).toEqual({ $gte: 8, $lte: 12 });

  // another operator keeps what it can, and the way back finds the rest
  await choose('at most');
  const value = ofDays!.getByLabel('Value', { exact: true });
  await expect(value).toHaveValue('12');
  await expect.poll(readDays).toEqual({ $lte: 12 });
  await write(value, '10');
  await choose('from … to …');
  await expect(from).toHaveValue('8');
  await expect(to).toHaveValue('10');
  await expect(operator).toBeFocused();
  await expect.poll(readDays).toEqual({ $gte: 8, $lte: 10 });
  await panel.undo('Rule of a segment');
  await expect(value).toHaveValue('10');
});
