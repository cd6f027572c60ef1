// From visitors in real browsers to the report: they walk the shop, held out and not, in three segments; its server's own log
// through `selvedge report` is exactly what they did.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../../shared/measure/report.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { armOf } from '../../../snippet/measure/arm.ts';
import { call, enter, exported } from '../../support/page-api.ts';
import { configOf } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const variant = (id: string, segment: string) => ({
  id,
  name: id,
  segment,
  changes: [{ kind: 'css' as const, value: `h1 { letter-spacing: 0.0${id.length}em }` }],
});
const config: Config = configOf({
  goals: [{ id: 'order', name: 'Order', event: 'purchase', value: 'value', cap: 500 }],
  measure: { ping: { level: 'exact' } },
  segments: [
    {
      id: 'keen',
      name: 'Keen',
      when: { kind: 'count', event: 'page_view', where: { path: '/tents' }, is: { $gte: 1 } },
    },
    { id: 'letter', name: 'Letter', when: { kind: 'context', key: 'source', is: 'letter' } },
  ],
  experiences: [
    {
      id: 'home',
      name: 'Home',
      status: 'live',
      pages: ['/'],
      goal: 'order',
      holdout: 0.5,
      variants: [variant('k', 'keen'), variant('le', 'letter'), variant('all', 'everyone')],
    },
  ],
});
const [home] = config.experiences;

/** How each of three comes to the home page, and the group that they are in. */
const WAYS: [group: number, pages: string[]][] = [
  [1, ['/tents', '/']],
  [2, ['/?utm_source=letter&utm_medium=email']],
  [3, ['/']],
];
const VISITORS = 6;

test('visitors of three segments, held out and not', async ({ browser, guard, shop }) => {
  const lines: string[] = [];
  shop.configure({
    isCounting: true,
    tag: 'beside',
    isInTwo: true,
    config,
    log: (line) => void lines.push(line),
  });
  const truth = { visitors: new Map<string, number>(), orders: new Map<string, number>(), value: 0 };
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1);
  let pings = 0;
  for (let i = 0; i < VISITORS; i++) {
    const [group = 0, pages = []] = WAYS[i % 3] ?? [];
    const context = await browser.newContext();
    await guard.watch(context);
    const page = await context.newPage();
    for (const path of pages) await enter(page, shop.origin + path);
    const countedLines = async () =>
      (await exported(page)).events.filter(({ name }) => name === 'counted').length;
    await expect.poll(countedLines).toBe(1);
    await expect
      .poll(async () => (await exported(page)).events.filter(({ name }) => name === 'exposure').length)
      .toBe(1);
    const { seed } = await exported(page);
    const arm = home ? armOf(home, seed) : '';
    add(truth.visitors, arm);
    pings++;
    if (i < 4) {
      await call(page, 'track', 'purchase', { value: 40 + i });
      await expect.poll(countedLines).toBe(2);
      add(truth.orders, `${arm} ${group}`);
      truth.value += 40 + i;
      pings++;
    }
    await expect.poll(() => lines.filter((line) => line.includes('/selvedge-ping?')).length).toBe(pings);
    await context.close();
  }

  const folder = mkdtempSync(join(tmpdir(), 'selvedge-counted-'));
  try {
    writeFileSync(join(folder, 'access.log'), `${lines.join('\n')}\n`);
    writeFileSync(join(folder, 'selvedge.json'), JSON.stringify(config));
    const words = ['report', 'access.log', '--config', 'selvedge.json', '--robots', '^never$', '--json'];
    const cli = join(import.meta.dirname, '../../../dist/cli.js');
    const { source, experiences } = JSON.parse(
      execFileSync(process.execPath, [cli, ...words], { cwd: folder, encoding: 'utf8' }),
    ) as Report;
    expect(source).toMatchObject({
      pings,
      skipped: { robot: 0, twice: 0, unreadable: 0, outside: 0, unknown: 0 },
    });
    const [counted] = experiences;
    expect(counted?.split.arms.map(({ arm, visitors }) => [arm, visitors])).toEqual(
      ['holdout', 'on'].map((arm) => [arm, truth.visitors.get(arm) ?? 0]),
    );
    const [order] = counted?.goals ?? [];
    const of = (arm: string) =>
      [1, 2, 3].reduce((sum, group) => sum + (truth.orders.get(`${arm} ${group}`) ?? 0), 0);
    expect(order?.arms.map(({ arm, converted }) => [arm, converted])).toEqual(
      ['holdout', 'on'].map((arm) => [arm, of(arm)]),
    );
    expect(order?.arms.reduce((sum, { value = 0 }) => sum + value, 0)).toBe(truth.value);
    // who was shown what, of both sides together: the holdout by what it would have been
    for (const group of [1, 2, 3]) {
      const shown = order?.comparisons.find((one) => one.group === group && one.measure === 'converted');
      const orders = ['holdout', 'on'].map((arm) => truth.orders.get(`${arm} ${group}`) ?? 0);
      expect([group, shown?.series.at(-1)?.converted]).toEqual([group, (orders[0] ?? 0) + (orders[1] ?? 0)]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
