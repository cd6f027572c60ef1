// A tag holds the conditions of learned numbers, and the numbers themselves, where a segment asks for them; another is byte
// for byte what it would be without.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { bundle } from '../../../../shared/publish/bundle.ts';
import { sourceFor } from '../../../../shared/publish/form.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { configOf, personas, value } from '../engine/arbitraries.ts';
import { modelOf } from '../engine/models.ts';

/** Of the rules, of the words, and of the numbers. */
const RULES = 'bought';
const WORDS = 'Chance that buying';
const read = (file: string) => readFileSync(`dist/${file}`, 'utf8');
const publish = (form: 'two' | 'whole', config: Config) => bundle(read(sourceFor(form, config)), config);
const asking: Record<string, Condition> = {
  persona: { kind: 'persona', id: 'often' },
  expected: { kind: 'expected', within: '90d', is: { $gte: 1 } },
  alive: { kind: 'any', of: [{ kind: 'none', of: [{ kind: 'alive', is: { $lt: 0.5 } }] }] },
};
const other: Condition = { kind: 'rfm', monetary: 5 };
const ping = { measure: { ping: {} } };

test.each(['two', 'whole'] as const)('a tag as %s holds them where a segment asks', (form) => {
  for (const [kind, when] of Object.entries(asking))
    for (const extra of [{}, ping]) {
      const text = publish(form, configOf([other, when], extra));
      expect(text).toContain(RULES);
      expect(text).toContain(WORDS);
      expect(text).not.toContain('__SELVEDGE_learned');
      expect(text).not.toContain('/*part');
      expect(() => transformSync(text)).not.toThrow();
      expect(text.includes('purchases')).toBe(true);
      expect(text.includes('"spread"')).toBe(kind === 'persona');
      expect(text.includes('"spend"')).toBe(kind !== 'persona');
    }
});

test.each(['two', 'whole'] as const)('a tag as %s has no byte of them where none does', (form) => {
  for (const extra of [{}, ping]) {
    const config = configOf([other], extra);
    const { personas: _p, value: _v, ...never } = config;
    const text = publish(form, config);
    expect(text).toBe(publish(form, never));
    for (const word of [RULES, WORDS, '__SELVEDGE_learned', '/*part', personas.groups[0]!.name])
      expect(text).not.toContain(word);
    expect(text).not.toContain(String(value.purchases[3]));
    expect(() => transformSync(text)).not.toThrow();
  }
});

test('at most 1.5 kB come for them', () => {
  const weigh = (text: string) => brotliCompressSync(text).length;
  const cut = (when: Condition, config = configOf([when], ping)) =>
    // the numbers and the rule are the config's
    weigh(publish('two', config).replaceAll(JSON.stringify(config.personas), ''));
  expect(cut(asking.alive!) - cut(other)).toBeLessThanOrEqual(1536);
});

describe('a model', () => {
  const model = modelOf('order', [{ of: { kind: 'count', event: 'page_view' }, as: 'log', weight: 0.7654 }]);
  const unasked = modelOf('other', [{ of: { kind: 'days' }, as: 'log', weight: 0.4567 }]);
  const buyers = modelOf('buyers', [{ when: { kind: 'persona', id: 'often' }, weight: 1 }]);
  const models = [model, unasked, buyers];
  const asksFor = (id: string): Condition => ({ kind: 'model', id, is: { $gte: 0.5 } });
  const MODEL = ['Of 100 such visits', 'in this visit: $n'];

  test.each(['two', 'whole'] as const)('is in a tag as %s where a segment asks, and no other', (form) => {
    for (const extra of [{}, ping]) {
      const text = publish(form, configOf([other, asksFor('order')], { ...extra, models }));
      for (const word of MODEL) expect(text).toContain(word);
      expect(text).toContain('.7654');
      expect(text).not.toContain('.4567');
      // what nobody asks of buyers is not there for it
      expect(text).not.toContain(WORDS);
      expect(text).not.toContain('"spread"');
      expect(text).not.toMatch(/__SELVEDGE_(learned|model|joined)/);
      expect(() => transformSync(text)).not.toThrow();
    }
  });

  test('that weighs what was learned of buyers brings it along', () => {
    const text = publish('two', configOf([asksFor('buyers')], { models }));
    for (const word of [...MODEL, RULES, '"spread"']) expect(text).toContain(word);
  });

  test.each(['two', 'whole'] as const)('is not in a tag as %s where none asks: not a byte', (form) => {
    for (const extra of [{}, ping])
      for (const when of [other, asking.persona!]) {
        const never = configOf([when], extra);
        const text = publish(form, { ...never, models });
        expect(text).toBe(publish(form, never));
        for (const word of MODEL) expect(text).not.toContain(word);
      }
  });

  test('comes with at most 1,950 B', () => {
    const weigh = (text: string) => brotliCompressSync(text).length;
    const config = configOf([asksFor('order')], { ...ping, models });
    const text = publish('two', config).replace(JSON.stringify([{ ...model, name: '' }]), '[]');
    const without = publish('two', configOf([other], ping));
    console.log(`a model comes with ${weigh(text) - weigh(without)} B`);
    expect(weigh(text) - weigh(without)).toBeLessThanOrEqual(1950);
  });
});

describe('what a site states of a buyer', () => {
  const buyer = { orders: 'how_often', last: 'last_order' };
  const count: Condition = { kind: 'count', event: 'purchase', is: { $gte: 5 } };
  const reading: Condition[] = [
    count,
    { kind: 'since', event: 'purchase', is: { $lt: '30d' } },
    { kind: 'last', event: 'purchase', of: 'coupon', is: { $exists: true } },
    other,
    ...Object.values(asking),
  ];
  const STATED = ['As this site stated', '"how_often"', 'last_order'];

  test.each(['two', 'whole'] as const)('is in a tag as %s where a segment reads it', (form) => {
    for (const when of reading)
      for (const extra of [{}, ping]) {
        const text = publish(form, configOf([{ kind: 'none', of: [when] }], { ...extra, buyer }));
        for (const word of STATED) expect(text).toContain(word);
        expect(text).not.toMatch(/__SELVEDGE_(state|found|explain|ground)/);
        expect(text).not.toContain('/*part');
        expect(() => transformSync(text)).not.toThrow();
      }
  });

  test.each(['two', 'whole'] as const)('is not in a tag as %s where none does: not a byte', (form) => {
    const within: Condition = { ...count, within: '30d' };
    const models = [modelOf('order', [{ when: count, weight: 1 }])];
    const never = configOf([within, { kind: 'model', id: 'order', is: { $gte: 0.5 } }], { models });
    for (const config of [never, configOf([within]), configOf([within], ping)])
      expect(publish(form, { ...config, buyer })).toBe(publish(form, config));
    for (const when of reading)
      for (const word of STATED) expect(publish(form, configOf([when], ping))).not.toContain(word);
  });

  test('comes with at most 1,350 B', () => {
    const weigh = (text: string) => brotliCompressSync(text).length;
    const config = configOf([asking.expected!], ping);
    const more = weigh(publish('two', { ...config, buyer })) - weigh(publish('two', config));
    console.log(`what is stated comes with ${more} B`);
    expect(more).toBeLessThanOrEqual(1350);
  });
});
