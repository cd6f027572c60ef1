// When a visitor may be asked: seldom, never twice, never where nothing may be stored; and what is remembered of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOG, noteInLog, readLog } from '../../../../shared/engine/ask-log.ts';
import { mayAsk, type Recalled } from '../../../../shared/page/may-ask.ts';
import { toProps } from '../../../../shared/page/props.ts';
import { draws } from '../../../support/draws.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 1_800_000_000_000;
const need = { id: 'need', trait: 'need' };

type Became = Parameters<typeof noteInLog>[2];

/** What is remembered after this became of questions, each so many days ago. */
function after(...acts: [id: string, became: Became, daysAgo: number][]): Record<string, unknown> {
  let traits: Record<string, unknown> = {};
  for (const [id, became, daysAgo] of acts)
    traits = { ...traits, ...noteInLog(traits, id, became, NOW - daysAgo * DAY) };
  return traits;
}
const seen = (more: Partial<Recalled> = {}): Recalled => ({
  mode: 'stored',
  firstSeenAt: NOW - 90 * DAY,
  events: [
    { name: 'visit_start', at: NOW - 60_000 },
    { name: 'page_view', at: NOW - 60_000 },
  ],
  ...more,
});
const first = (...events: [name: string, secondsAgo: number][]): Recalled => ({
  mode: 'stored',
  firstSeenAt: NOW - (events[0]?.[1] ?? 0) * 1000,
  events: events.map(([name, ago]) => ({ name, at: NOW - ago * 1000 })),
});

describe('a visitor', () => {
  test.each<[may: boolean, when: string, recalled: Recalled | undefined, question?: object]>([
    [true, 'who came back, and was never asked', seen()],
    [true, 'in a preview', undefined],
    [false, 'of whom nothing may be stored', seen({ mode: 'memory' })],
    [false, 'of whom nothing is known', {}],
    [false, 'who wants no questions', seen({ traits: { selvedge_off: 'questions' } })],
    [false, 'who wants none, and no counting', seen({ traits: { selvedge_off: ['measure', 'questions'] } })],
    [true, 'who only wants no counting', seen({ traits: { selvedge_off: ['measure'] } })],
    [false, 'who deleted the answer, however long ago', seen({ traits: after(['need', 'refused', 900]) })],
    [
      false,
      'who answered, and then deleted that',
      seen({ traits: after(['need', 'answered', 900], ['need', 'refused', 800]) }),
      { ...need, again: '30d' },
    ],
    [false, 'on the first page of the first visit', first(['visit_start', 9], ['page_view', 9])],
    [true, 'on the second page of it', first(['visit_start', 9], ['page_view', 9], ['page_view', 1])],
    [
      true,
      'on the first page of the second visit',
      first(['visit_start', 90_000], ['page_view', 90_000], ['visit_start', 1], ['page_view', 1]),
    ],
    [false, 'who was asked something else 6 days ago', seen({ traits: after(['b', 'shown', 6]) })],
    [true, 'who was asked something else 7 days ago', seen({ traits: after(['b', 'closed', 7]) })],
    [true, 'whose answer has the name of what every object has', seen(), { trait: 'constructor' }],
    [true, 'who let it stand 7 days ago', seen({ traits: after(['need', 'shown', 7]) })],
    [false, 'who closed it 29 days ago', seen({ traits: after(['need', 'closed', 29]) })],
    [true, 'who closed it 30 days ago', seen({ traits: after(['need', 'closed', 30]) })],
    [
      false,
      'who closed it twice, however long ago',
      seen({ traits: after(['need', 'closed', 900], ['need', 'shown', 860], ['need', 'closed', 860]) }),
    ],
    [false, 'who answered it, however long ago', seen({ traits: after(['need', 'answered', 900]) })],
    [
      false,
      'who deleted the answer',
      seen({ traits: after(['need', 'answered', 900], ['need', 'refused', 800]) }),
    ],
    [
      true,
      'who answered, and may be asked again by now',
      seen({ traits: { ...after(['need', 'answered', 90]), need: 'price' } }),
      { again: '90d' },
    ],
    [
      false,
      'who answered, and may be asked again later',
      seen({ traits: after(['need', 'answered', 89]) }),
      { again: '90d' },
    ],
    [
      false,
      'who closed it as it was asked again',
      seen({ traits: after(['need', 'answered', 200], ['need', 'shown', 20], ['need', 'closed', 20]) }),
      { again: '90d' },
    ],
    [false, 'of whom the site knows it', seen({ traits: { need: 'price' } })],
    [false, 'whose clock was set back since', seen({ traits: after(['b', 'shown', -40]) })],
  ])('%s: %s', (may, _when, recalled, more = {}) => {
    expect(mayAsk({ ...need, ...more }, recalled, NOW)).toBe(may);
  });
});

describe('what became of questions', () => {
  test('is kept for each, without answers, and passes what keeps personal data out', () => {
    const traits = after(['need', 'answered', 9], ['nps-2026', 'shown', 8], ['gift', 'closed', 1]);
    expect(readLog(traits)).toMatchObject([
      { id: 'need', closed: 0, answeredAt: expect.any(Number) },
      { id: 'nps-2026', closed: 0 },
      { id: 'gift', closed: 1 },
    ]);
    expect(toProps(traits, () => expect.unreachable(), true)).toEqual(traits);
  });

  test.each([undefined, null, 5, {}, 'x', ['need', 'need s c0', 'need s1 c0 b', { length: 3 }]])(
    'of what stands there otherwise nothing is read: %j',
    (given) => expect(readLog({ [LOG]: given })).toEqual([]),
  );

  test('the answer stays known while it is asked again', () => {
    const traits = after(['need', 'answered', 90], ['need', 'shown', 8]);
    expect(readLog(traits)[0]?.answeredAt).toBeDefined();
  });

  test('whatever happens: between any two questions lie seven days, and none comes after two times no', () => {
    const acts = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        hours: fc.integer({ min: 0, max: 40 * 24 }),
        became: fc.constantFrom<Became | undefined>('closed', 'answered', undefined),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(acts, (all) => {
        let now = NOW;
        let traits: Record<string, unknown> = {};
        let last = Number.NEGATIVE_INFINITY;
        const nos = new Map<string, number>();
        const answered = new Set<string>();
        for (const { id, hours, became } of all) {
          now += hours * HOUR;
          if (!mayAsk({ id, trait: id }, seen({ traits }), now)) continue;
          expect(now - last).toBeGreaterThanOrEqual(7 * DAY);
          expect(nos.get(id) ?? 0).toBeLessThan(2);
          expect(answered).not.toContain(id);
          last = now;
          traits = { ...traits, ...noteInLog(traits, id, 'shown', now) };
          if (became) traits = { ...traits, ...noteInLog(traits, id, became, now) };
          if (became === 'closed') nos.set(id, (nos.get(id) ?? 0) + 1);
          if (became === 'answered') answered.add(id);
        }
      }),
      { numRuns: draws(300) },
    );
  });
});
