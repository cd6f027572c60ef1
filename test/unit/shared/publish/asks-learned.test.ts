// A tag holds the conditions of learned numbers, and the numbers themselves, where a segment asks for them; another is byte
// for byte what it would be without.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { bundle } from '../../../../shared/publish/bundle.ts';
import { sourceFor } from '../../../../shared/publish/form.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { configOf, personas, value } from '../engine/arbitraries.ts';

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
