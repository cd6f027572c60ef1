// The lines of the next page, written bit by bit while a life is lived: what is ready is what would be written at once,
// and what the first paint reads of it, out of the file in which it lies, is what the engine answers on that page.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { readFacts } from '../../../../shared/dom/facts.ts';
import { compile } from '../../../../shared/engine/compile.ts';
import { decide } from '../../../../shared/engine/decide.ts';
import type { VisitorEvent } from '../../../../shared/engine/event.ts';
import { findLeaves, newcomerOf } from '../../../../shared/engine/lines/answers.ts';
import type { Leaf } from '../../../../shared/engine/lines/leaf.ts';
import type { Lines } from '../../../../shared/engine/lines/line.ts';
import { remember } from '../../../../shared/engine/lines/remember.ts';
import type { Remembered } from '../../../../shared/engine/lines/remembered.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import type { Pieces } from '../../../../shared/publish/compose.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import { keepLines } from '../../../../snippet/later/keep-lines.ts';
import { decidingNow } from '../../../support/deciding-now.ts';
import { draws } from '../../../support/draws.ts';
import { configOf, NOW } from '../../shared/engine/arbitraries.ts';
import { arrive, life, live, open, page, site } from '../../shared/engine/lines/lives.ts';
import { templates } from '../../shared/engine/lines/rules.ts';
import { browser, decideIn } from '../now/run-now.ts';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
});
vi.stubGlobal('window', Object.assign(new EventTarget(), { setTimeout, clearTimeout, console }));
for (const [name, value] of Object.entries(browser)) vi.stubGlobal(name, value);
const { writeSnapshot } = await import('../../../../snippet/remember/snapshot.ts');

const ofDays: Condition[] = [
  { kind: 'days', is: { $gte: 3 }, within: '7d' },
  { kind: 'days', event: 'page_view', is: { $gte: 2 } },
  { kind: 'days', event: 'purchase', is: { $lt: 2 }, within: '30d' },
];
const config = configOf([...templates, ...ofDays], { ...site, privacy: { consent: 'implied' } });
const program = compile(config);
const leaves = findLeaves(program);
const newcomer = newcomerOf(program, leaves);
const pieces: Pieces = JSON.parse(readFileSync('dist/selvedge.parts.json', 'utf8'));
const { script } = decidingNow(pieces, config);

const counted = { ready: 0, open: 0, answers: 0, unknown: 0 };
afterAll(() => console.log(counted));
afterEach(() => void vi.restoreAllMocks());

const never = () => false;
/** So many at a time. */
const some = (count: number) => {
  let left = count;
  return () => --left < 0;
};
const linesIn = ({ answers, days }: Remembered) => ({ ...answers, ...days?.lines });
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Without what no page can meet any more; lines that were written earlier hold it still. */
function tidy(lines: Lines | undefined, from: number): unknown {
  if (lines === undefined || typeof lines === 'number') return lines;
  if (!Array.isArray(lines)) {
    const { '': others, ...rest } = Object.fromEntries(
      Object.entries<Lines>(lines).map(([path, each]) => [path, tidy(each, from)]),
    );
    const own = Object.entries(rest).filter(([, each]) => !isSame(each, others));
    return own.length ? { '': others, ...Object.fromEntries(own) } : others;
  }
  if (typeof lines[1] === 'number' && lines[1] > 2) {
    const line: unknown[] = [...lines];
    while (Number(line[1]) <= from) line.splice(0, 2);
    return line.length > 1 ? line : line[0];
  }
  const all = lines.map((line) => tidy(line as Lines, from));
  return all.every((line) => isSame(line, all[0])) ? all[0] : all;
}
/** What is written down of one condition; what is left out is a newcomer's. */
const lineOf = (from: Remembered, key: string) =>
  tidy(linesIn(from)[key] ?? newcomer[key], from.newestAt - 3_600_000);

/** What fades comes to an edge so slowly that rounding decides in which second it does: so far apart (ms) is the same. */
const SLACK_MS = 60_000;
const isFading = ({ condition: { kind } }: Leaf): boolean => kind === 'score' || kind === 'interest';
const instants = /\d{4,}/g;

function expectLine(leaf: Leaf, mine: unknown, theirs: unknown): void {
  const [a, b] = [JSON.stringify(mine), JSON.stringify(theirs)];
  if (!isFading(leaf)) expect(a, leaf.key).toBe(b);
  expect(a.replace(instants, ''), leaf.key).toBe(b.replace(instants, ''));
  const others = b.match(instants) ?? [];
  for (const [i, at] of (a.match(instants) ?? []).entries())
    expect(Math.abs(Number(at) - Number(others[i])), leaf.key).toBeLessThan(SLACK_MS);
}

/** Both say the same to every page, and of themselves. */
function expectSame(mine: Remembered, theirs: Remembered): void {
  for (const leaf of leaves) expectLine(leaf, lineOf(mine, leaf.key), lineOf(theirs, leaf.key));
  const { answers: _mine, days: own, ...rest } = mine;
  const { answers: _theirs, days, ...others } = theirs;
  expect(rest).toEqual(others);
  if (own && days) expect(own.zone).toEqual(days.zone);
}

/** Lives, and writes lines between what happens, in slices; @returns whoever writes them */
function livePart(deeds: Parameters<typeof live>[2], slices: number[]) {
  const profile = createProfile(program);
  const lines = keepLines(program, () => profile);
  let at = 0;
  live(program, profile, deeds, (event: VisitorEvent) => {
    lines.happened(event.name);
    const slice = slices[at++ % slices.length] ?? 0;
    if (slice) lines.work(some(slice));
  });
  return { profile, lines };
}

test('what is ready is what would be written at once', () => {
  fc.assert(
    fc.property(
      life,
      fc.array(fc.constantFrom(0, 0, 3, 20, 300), { minLength: 1, maxLength: 9 }),
      (deeds, slices) => {
        const { profile, lines } = livePart(deeds, slices);
        const whole = remember(program, leaves, profile, newcomer);
        const part = lines.remembered();
        for (const leaf of leaves) {
          const { key } = leaf;
          const line = lineOf(part, key);
          const isOpen = line === 2 && lineOf(whole, key) !== 2;
          counted[isOpen ? 'open' : 'ready']++;
          if (!isOpen) expectLine(leaf, line, lineOf(whole, key));
        }
        expect(lines.work(never)).toBe(true);
        expectSame(lines.remembered(), whole);
      },
    ),
    { numRuns: draws(200) },
  );
  expect(counted.open).toBeGreaterThan(0);
}, 3_600_000);

test('memory that was made anew, rebuilt or pruned makes all of it anew', () => {
  let profile = createProfile(program);
  const lines = keepLines(program, () => profile);
  const whole = () => remember(program, leaves, profile, newcomer);
  lines.work(never);
  expectSame(lines.remembered(), whole());
  // the first event touches every line
  live(program, profile, [{ wait: 0, name: 'lead', props: {} }]);
  lines.happened('lead');
  expect(Object.values(linesIn(lines.remembered())).every((line) => line === 2)).toBe(true);
  lines.work(never);
  expectSame(lines.remembered(), whole());
  profile = { ...profile, prunedAt: NOW };
  lines.work(never);
  expectSame(lines.remembered(), whole());
  const [key = '', state = []] = Object.entries(profile.nodes)[0] ?? [];
  profile.nodes[key] = [...state];
  delete profile.nodes[Object.keys(profile.nodes)[1] ?? ''];
  lines.work(never);
  expectSame(lines.remembered(), whole());
});

test('what a site states anew makes all of it anew', () => {
  const buying: Condition = { kind: 'count', event: 'purchase', is: { $gte: 3 } };
  const program = compile(configOf([buying], { buyer: { orders: 'orders' } }));
  const [leaf] = findLeaves(program);
  const profile = createProfile(program);
  const lines = keepLines(program, () => profile);
  const said = () => {
    lines.work(never);
    // a newcomer's, which is no, stands nowhere
    return lines.remembered().answers[leaf!.key] ?? 0;
  };
  expect(said()).toBe(0);
  profile.traits.orders = 3;
  expect(lines.remembered().answers[leaf!.key]).toBe(2);
  expect(said()).toBe(1);
  profile.traits.orders = 2;
  expect(said()).toBe(0);
  // what is stated as before costs nothing
  profile.traits.orders = 2;
  expect(lines.remembered().answers[leaf!.key]).toBeUndefined();
});

test('a slice makes one line at least, and says whether that was all', () => {
  const profile = createProfile(program);
  const lines = keepLines(program, () => profile);
  let slices = 1;
  while (!lines.work(() => true)) slices++;
  expect(slices).toBe(leaves.length);
  expect(lines.work(never)).toBe(true);
});

/** As today's tag stores it, and the first paint finds it. */
function store(now: Remembered): string {
  writeSnapshot({
    consent: 'implied',
    rev: 1,
    upTo: 1,
    seed: '0123456789abcdef',
    profile: createProfile(program),
    acts: [],
    now,
  });
  return kept.get('selvedge') ?? '';
}

/** What the first paint says of every segment is what the engine says, or that nobody knows. */
function compare(
  deeds: Parameters<typeof live>[2],
  next: Parameters<typeof open>[2],
  later: number,
  zone?: number,
) {
  const { profile, lines } = livePart(deeds, [0]);
  lines.work(never);
  const stored = store(lines.remembered());
  const at = profile.newestAt ? profile.newestAt + later : NOW;
  if (zone !== undefined) vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(zone);
  const decided = decideIn(script, next, at, stored);
  const opened = open(program, profile, next, at);
  const facts = readFacts(new URL(next.path, 'https://shop.example'), arrive(config, next).arrival);
  for (const [place, when] of [...program.segments.values()].entries()) {
    const { value } = decide(when, { program, profile: opened, facts, now: at });
    const isIn = decided?.ask(place) === 1;
    counted.answers++;
    // of topics that nobody foresaw, and of days in another zone, nobody knows
    const mayBeUnknown = next.path === '/tents/map/winter' || zone !== undefined;
    if (mayBeUnknown && value === true && !isIn) counted.unknown++;
    else expect(isIn, JSON.stringify(when)).toBe(value === true);
  }
  vi.restoreAllMocks();
}

test('the next page reads in the file what the engine answers there', () => {
  fc.assert(
    fc.property(life, page, fc.integer({ min: -3_600_000, max: 40 * 864e5 }), (deeds, next, later) =>
      compare(deeds, next, later),
    ),
    { numRuns: draws(600) },
  );
}, 3_600_000);

test('also after a journey through zones', () => {
  fc.assert(
    fc.property(
      life,
      page,
      fc.integer({ min: 0, max: 3 * 864e5 }),
      fc.constantFrom(-720, -60, 300, 660),
      compare,
    ),
    { numRuns: draws(300) },
  );
}, 3_600_000);
