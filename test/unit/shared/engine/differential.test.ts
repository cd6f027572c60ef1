// The core property: what was folded as it happened, what is replayed from the ledger, and a brute-force reading of
// the ledger give one answer, and the answer holds to the ms at which it says it ends.
//
// The run is a share of the whole (see support/draws.ts); SELVEDGE_SEED plays one again.
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { decide } from '../../../../shared/engine/decide.ts';
import type { VisitorEvent } from '../../../../shared/engine/event.ts';
import { fold, missing, rebuild, record } from '../../../../shared/engine/fold.ts';
import { pack, unpack } from '../../../../shared/engine/pack.ts';
import { createProfile, type Profile } from '../../../../shared/engine/profile.ts';
import type { View } from '../../../../shared/engine/view.ts';
import { draws } from '../../../support/draws.ts';
import { type Act, act, configOf, daily, dailyViews, leaf, NOW, rule } from './arbitraries.ts';
import { judge, type World } from './brute-force.ts';
import { asking, models } from './models.ts';

const RULES = 5;
const INSTANTS = 4;
const HISTORIES = draws(12_000);
let triples = 0;
let flips = 0;
const kinds: Record<string, number> = {};
afterAll(() => {
  console.log(
    `${HISTORIES} histories, ${triples} (history, rule, instant) triples, ${flips} flips checked at until - 1 ms and until`,
    kinds,
  );
});

function live(program: ReturnType<typeof compile>, profile: Profile, acts: Act[]): VisitorEvent[] {
  let clock = NOW;
  return acts.flatMap(({ name, wait, props }) => {
    clock += wait;
    return record(program, profile, name, props, clock);
  });
}

const facts = { device: 'phone', languages: ['en-GB', 'de'] };

test('lived, replayed, rebuilt and packed profiles are one, and answer as brute force does until the exact ms', () => {
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 14 }),
      fc.array(rule, { minLength: RULES, maxLength: RULES }),
      models(leaf),
      fc.array(
        fc.oneof(
          fc.integer({ min: -4_000_000, max: 200_000_000 }),
          fc.integer({ min: 0, max: 6_000_000 }),
          fc.constantFrom(0, 1, -1, -3_600_000, -3_600_001, 1_800_000, 3_600_000, 86_400_000),
        ),
        {
          minLength: INSTANTS,
          maxLength: INSTANTS,
        },
      ),
      fc.option(fc.nat(13), { nil: undefined, freq: 3 }),
      fc.option(fc.constantFrom('waiting' as const, 'memory' as const), { nil: undefined, freq: 12 }),
      fc.constantFrom({}, {}, daily, dailyViews),
      (acts, drawn, weighing, instants, cut, doubt, extra) => {
        const rules = [...drawn, ...asking(weighing)];
        const config = configOf(rules, { ...extra, models: weighing });
        const program = compile(config);
        const profile = createProfile(program);
        profile.traits.plan = 'tents';
        let ledger = live(program, profile, acts);
        const everything = ledger;

        const replayed = { ...createProfile(program), traits: profile.traits };
        for (const event of ledger) fold(program, replayed, event);
        expect(replayed).toEqual(profile);

        if (cut !== undefined && cut < ledger.length) {
          profile.prunedAt = ledger[cut]!.at;
          ledger = ledger.slice(cut + 1);
        }
        const building = rebuild(program, profile, [...program.nodes.keys()]);
        for (const event of ledger) building.fold(event);
        building.done();
        expect(missing(program, profile)).toEqual([]);
        if (cut === undefined) expect(profile).toEqual(replayed);

        const unpacked = unpack(pack(profile));
        expect(unpacked).toEqual(profile);

        const world: World = {
          config,
          ledger,
          everything,
          prunedAt: profile.prunedAt,
          traits: profile.traits,
          facts,
          doubt: doubt !== undefined,
        };
        for (const when of rules) {
          kinds[when.kind] = (kinds[when.kind] ?? 0) + 1;
          for (const offset of instants) {
            triples++;
            const now = profile.newestAt + offset;
            const view: View = { program, profile: unpacked, facts, now, doubt };
            const { value, until } = decide(when, view);
            const at = (instant: number) => `${JSON.stringify(when)} at ${instant - profile.newestAt}`;
            expect(value, at(now)).toBe(judge(when, world, now));
            expect(until).toBeGreaterThan(now);
            if (until < Number.POSITIVE_INFINITY) {
              flips++;
              expect(judge(when, world, until - 1), `1 ms before until: ${at(until)}`).toBe(value);
              // A group over hours that come round for ever may stop looking early, after days.
              const isEarly =
                /hour|weekday/.test(JSON.stringify(when)) && 'of' in when && until - now > 8.64e7;
              if (!isEarly) expect(judge(when, world, until), `at until: ${at(until)}`).not.toBe(value);
              const between = Math.floor((now + until) / 2);
              expect(judge(when, world, between), `between: ${at(between)}`).toBe(value);
            } else {
              for (const later of [1, 3_600_000, 86_400_000, 200_000_000, 3e9])
                expect(judge(when, world, now + later), `never: ${at(now + later)}`).toBe(value);
            }
          }
        }
      },
    ),
    { numRuns: HISTORIES, ...(process.env.SELVEDGE_SEED && { seed: Number(process.env.SELVEDGE_SEED) }) },
  );
}, 3_600_000);
