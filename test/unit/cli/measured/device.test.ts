// From the browser to the report: what devices count, written into a log as a server does, is what is reported.
import { createHash } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { VisitorEvent } from '../../../../shared/engine/event.ts';
import { groupsOf } from '../../../../shared/engine/groups-of.ts';
import { planOf as planOfReport } from '../../../../shared/measure/planned.ts';
import type { Report } from '../../../../shared/measure/report.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { armOf } from '../../../../snippet/measure/arm.ts';
import { createCounted } from '../../../../snippet/measure/counted.ts';
import { look } from '../../../../snippet/measure/look.ts';
import { planOf } from '../../../../snippet/measure/plan.ts';
import { random } from '../../../support/random.ts';
import { createCommandLine } from '../command-line.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(() => line.empty());

type Ping = NonNullable<NonNullable<Config['measure']>['ping']>;
const variant = (id: string, segment: string, weight?: number) => ({
  id,
  name: id,
  segment,
  changes: [{ kind: 'css' as const, value: 'h1 { color: red }' }],
  ...(weight !== undefined && { weight }),
});
const configOf = (ping: Ping): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 4,
  goals: [
    { id: 'order', name: 'Order', event: 'purchase', value: 'value', cap: 500 },
    { id: 'basket', name: 'Basket', event: 'add_to_cart' },
  ],
  measure: { ping, goals: ['basket'] },
  segments: [{ id: 'keen', name: 'Keen', when: { kind: 'since', event: 'purchase', is: { $lt: '30d' } } }],
  experiences: [
    {
      id: 'tents & tarps',
      name: 'Tents',
      status: 'live',
      pages: ['/**'],
      holdout: 0.25,
      goal: 'order',
      round: 2,
      variants: [variant('k', 'keen'), variant('b c', 'everyone', 2), variant('d', 'everyone')],
    },
  ],
});

interface Truth {
  visitors: Record<string, number>;
  converted: Record<string, number>;
  /** by arm and group */
  groups: Record<string, number>;
  value: number;
}

/** @returns the log, and what happened */
function walk(config: Config, visitors: number): { log: string; truth: Truth } {
  const plan = planOf(config);
  const [experience] = config.experiences;
  if (!plan || !experience) throw new Error('nothing is counted');
  const { share } = random(3);
  const truth: Truth = { visitors: {}, converted: {}, groups: {}, value: 0 };
  const add = (to: Record<string, number>, key: string) => {
    to[key] = (to[key] ?? 0) + 1;
  };
  const lines: string[] = [];
  for (let i = 0; i < visitors; i++) {
    const seed = createHash('sha1').update(`${i}`).digest('hex');
    const counted = createCounted(0);
    const arm = armOf(experience, seed);
    let at = Date.UTC(2026, 10, 1 + (i % 9), 9);
    const see = (name: string, props: VisitorEvent['props'] = {}) => {
      at += 60_000;
      const opened = [experience.id];
      look(counted, [{ name, at, props }], { plan, seed, opened, now: at, strange() {} });
    };
    see('page_view');
    add(truth.visitors, arm);
    // a third is keen, a third sees nothing of it, a third is anybody
    const group = i % 3;
    const segment = group === 1 ? 'keen' : 'everyone';
    if (group) see('exposure', { experience: experience.id, variant: 'k', segment });
    if (share() < 0.4) {
      see('purchase', { value: 120 });
      see('purchase', { value: 80 });
      see('add_to_cart');
      add(truth.converted, arm);
      add(truth.groups, `${arm} ${group}`);
      truth.value += 200;
    }
    for (const [n, { props, at }] of counted.waiting.entries()) {
      const random = createHash('sha1').update(`${i} ${n}`).digest('hex').slice(0, 12);
      lines.push(`${new Date(at).toISOString()} ${props.url}&r=${random}`);
    }
  }
  return { log: `${lines.join('\n')}\n`, truth };
}

async function report(config: Config, log: string): Promise<Report> {
  line.write('a.json', JSON.stringify(config));
  line.write('selvedge.log', log);
  const { code, out, err } = await line.runLater(['report', 'selvedge.log', '--config', 'a.json', '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

describe.each<[level: NonNullable<Ping['level']>]>([['coin'], ['exact'], ['private']])(
  'level %s',
  (level) => {
    test('each visitor, each goal and each value is what it was', async () => {
      const config = configOf({ level, ...(level === 'private' && { epsilon: 1 }) });
      const { log, truth } = walk(config, 900);
      const { source, experiences } = await report(config, log);
      expect(source.skipped).toEqual({ robot: 0, twice: 0, unreadable: 0, outside: 0, unknown: 0 });
      const [experience] = experiences;
      expect(experience).toMatchObject({ id: 'tents & tarps', round: 2, level, days: 9 });
      expect(experience?.split.arms.map(({ arm, visitors }) => [arm, visitors])).toEqual(
        ['holdout', 'variant:b c', 'variant:d'].map((arm) => [arm, truth.visitors[arm]]),
      );
      expect(experience?.split.isBroken).toBe(false);
      const [order, basket] = experience?.goals ?? [];
      expect([order?.isMain, basket?.isMain]).toEqual([true, false]);
      for (const goal of [order, basket])
        expect(goal?.arms.map(({ arm, converted }) => [arm, converted])).toEqual(
          ['holdout', 'variant:b c', 'variant:d'].map((arm) => [arm, truth.converted[arm]]),
        );
      expect(order?.arms.reduce((sum, { value = 0 }) => sum + value, 0)).toBe(truth.value);
      expect(basket?.arms[0]).not.toHaveProperty('value');
      if (level !== 'exact') return;
      // who was shown what, of base and arm together
      for (const { base, arm, group, measure, series } of order?.comparisons ?? []) {
        if (measure !== 'converted') continue;
        const arms = [base, ...(arm === 'on' ? ['variant:b c', 'variant:d'] : [arm])];
        const shown = arms.reduce((sum, one) => sum + (truth.groups[`${one} ${group}`] ?? 0), 0);
        expect([arm, base, group, series.at(-1)?.converted]).toEqual([arm, base, group, shown]);
      }
    });
  },
);

test('a report plans the sides and the groups that a browser places visitors in', () => {
  const { share, below } = random(11);
  for (let run = 0; run < 60; run++) {
    const variants = Array.from({ length: 1 + below(4) }, (_, i) =>
      variant(`v${i}`, ['keen', 'everyone', 'fans'][below(3)] ?? 'keen', below(3)),
    );
    const experience = { id: `e${run}`, name: '', status: 'live' as const, pages: ['*'], variants };
    const holdout = [0, 0.1, share(), 1][below(4)] ?? 0;
    const config: Config = { ...configOf({}), experiences: [{ ...experience, holdout }] };
    const [planned] = planOfReport(config);
    const split = groupsOf(variants).filter((group) => group.length > 1);
    // two that split are refused by the check
    if (split.length > 1) continue;
    expect(planned?.groups).toBe(groupsOf(variants).length);
    const counts = new Map<string, number>();
    const VISITORS = 400;
    for (let i = 0; i < VISITORS; i++) {
      const arm = armOf({ ...experience, holdout }, `seed ${i}`);
      counts.set(arm, (counts.get(arm) ?? 0) + 1);
    }
    const arms = planned?.arms ?? [];
    expect([...counts.keys()].filter((arm) => !arms.some((one) => one.arm === arm))).toEqual([]);
    for (const { arm, share } of arms) {
      const off = Math.abs((counts.get(arm) ?? 0) - VISITORS * (share ?? 0));
      expect(off).toBeLessThan(5 * Math.sqrt(VISITORS * (share ?? 0) * (1 - (share ?? 0))) + 1);
    }
  }
});
