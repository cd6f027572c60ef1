// The script of the first paint as it is published, run as text: with the parts that its config needs it decides as with
// all there are, and as the engine does. Every template, random lives and pages.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { readFacts } from '../../../../shared/dom/facts.ts';
import { assign } from '../../../../shared/engine/assign.ts';
import { compile } from '../../../../shared/engine/compile.ts';
import { findLeaves, newcomerOf } from '../../../../shared/engine/lines/answers.ts';
import { outcomeOf } from '../../../../shared/engine/lines/page-test.ts';
import { remember } from '../../../../shared/engine/lines/remember.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import { trimConfig } from '../../../../shared/publish/bundle.ts';
import { compose, type Pieces } from '../../../../shared/publish/compose.ts';
import { publishNow } from '../../../../shared/publish/publish-now.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { findPaths } from '../../../../snippet/now/paths.ts';
import { draws } from '../../../support/draws.ts';
import { configOf, NOW } from '../../shared/engine/arbitraries.ts';
import { arrive, life, live, open, own, page, site } from '../../shared/engine/lines/lives.ts';
import { templates } from '../../shared/engine/lines/rules.ts';
import { browser, decideIn } from './run-now.ts';

const pieces: Pieces = JSON.parse(readFileSync('dist/selvedge.parts.json', 'utf8'));
const all = Object.keys(pieces.names).filter((name) => name !== 'start');
const seed = '0123456789abcdef';
const counted = { decided: 0, unsure: 0 };
afterAll(() => console.log(counted));

for (const [name, value] of Object.entries(browser)) vi.stubGlobal(name, value);

/** A config of one rule, for everybody who satisfies it, some of whom see the original. */
const offerTo = (when: Condition): Config =>
  configOf([when], {
    ...site,
    privacy: { consent: 'implied' },
    experiences: [
      {
        id: 'e',
        name: '',
        status: 'live',
        pages: ['*'],
        holdout: 0.1,
        frequency: { times: 3, per: '30d' },
        variants: ['a', 'b'].map((id) => ({ id, name: '', segment: 's0', changes: [] })),
      },
    ],
  });

type Way = (typeof ways)[0];
const ways = templates.map((when) => {
  const config = trimConfig(offerTo(when));
  const { script, table } = publishNow(pieces, config);
  const program = compile(config);
  const leaves = findLeaves(program);
  return {
    when,
    config,
    program,
    leaves,
    script,
    whole: compose(pieces, 'start', all, table),
    newcomer: newcomerOf(program, leaves),
  };
});

test('with the parts it needs a script decides as with all, and as the engine', () => {
  fc.assert(
    fc.property(
      // by number, as what was drawn is printed
      fc.nat({ max: ways.length - 1 }),
      life,
      page,
      fc.integer({ min: -3_600_000, max: 40 * 864e5 }),
      (number, deeds, next, later) => {
        const { when, config, program, leaves, script, whole, newcomer } = ways[number] as Way;
        const profile = createProfile(program);
        live(program, profile, deeds);
        const at = profile.newestAt ? profile.newestAt + later : NOW;
        const { tests = [] } = leaves.find(({ tests }) => tests.length) ?? {};
        if (outcomeOf(tests, own(config, profile, next, at)).place === undefined) return;
        const now = remember(program, leaves, profile, newcomer);
        const stored = JSON.stringify({ consent: 'implied', seed, now });
        const [mine] = decideIn(script, next, at, stored)?.given ?? [];
        const [theirs] = decideIn(whole, next, at, stored)?.given ?? [];
        const isUnsure = findPaths(decodeURI(next.path.split('?')[0] ?? '')).length > 1;
        counted.decided++;
        // where nobody can tell before the rest is there
        if (isUnsure && mine?.outcome === 'original' && theirs?.outcome !== 'original') {
          counted.unsure++;
          return;
        }
        expect(mine, JSON.stringify(when)).toEqual(theirs);
        const [experience] = config.experiences;
        if (!experience) return;
        const opened = open(program, profile, next, at);
        const facts = readFacts(new URL(next.path, 'https://shop.example'), arrive(config, next).arrival);
        const { outcome, variant } = assign(experience, { program, profile: opened, facts, now: at }, seed);
        expect({ outcome: theirs?.outcome, variant: theirs?.variant }, JSON.stringify(when)).toEqual({
          outcome,
          variant,
        });
      },
    ),
    { numRuns: draws(12_000) },
  );
  expect(counted.unsure).toBeLessThan(counted.decided / 50);
});
