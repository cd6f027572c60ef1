// Every kind of condition that may be written is one that the engine answers and the panel has words for.

import { describe, expect, test } from 'vitest';
import { sayReason } from '../../../../../extension/panel/kit/say-finding.ts';
import { KINDS } from '../../../../../extension/panel/rules/condition-kinds.ts';
import { compile } from '../../../../../shared/engine/compile.ts';
import { find } from '../../../../../shared/engine/decide.ts';
import { createProfile } from '../../../../../shared/engine/profile.ts';
import type { View } from '../../../../../shared/engine/view.ts';
import { Condition } from '../../../../../shared/schema/condition.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { personas, value } from '../../../shared/engine/arbitraries.ts';
import { modelOf } from '../../../shared/engine/models.ts';
import { readKinds } from '../../../shared/schema/read-schema.ts';

const kinds = [...readKinds('Condition').keys()] as Condition['kind'][];

const findFor = (when: Condition) => {
  const config: Config = {
    version: 1,
    site: 's',
    revision: 1,
    segments: [
      { id: 'asked', name: 'Asked', when },
      { id: 'other', name: 'Other', when: { kind: 'all', of: [] } },
    ],
    experiences: [],
    rfm: { recency: ['7d', '30d', '90d', '180d'], frequency: [1, 2, 3, 4], monetary: [1, 2, 3, 4] },
    personas,
    value,
    models: [modelOf('order', [{ of: { kind: 'count', event: 'page_view' }, as: 'log', weight: 1 }])],
  };
  const program = compile(config);
  const view: View = { program, profile: createProfile(program), facts: {}, now: Date.parse('2026-01-02') };
  return find(when, view);
};

describe.each(kinds)('%s', (kind) => {
  const made = KINDS[kind].make();
  // what has to be chosen first
  const condition: Condition =
    made.kind === 'segment'
      ? { ...made, id: 'other' }
      : made.kind === 'persona'
        ? { ...made, id: 'often' }
        : made.kind === 'model'
          ? { ...made, id: 'order' }
          : made;
  test('begins as something that may be published', () =>
    expect(Condition.safeParse(condition).success).toBe(true));
  test('is answered by the engine', () => expect([true, false]).toContain(findFor(condition).value));
  test('is said in a sentence of its own', () => {
    const said = sayReason(findFor(condition), () => 'Other');
    expect(said).not.toMatch(new RegExp(`^${kind}\\b`));
    expect(said).toMatch(/^[A-Z]/);
  });
});
