// Every template of the gallery: a history that is in, one that is out, and one that is unknown.

import { describe, expect, test } from 'vitest';
import type { TraitValue } from '../../../../shared/engine/profile.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { CONTEXT_VALUES } from '../../../../shared/schema/context-keys.ts';
import { BLANK_NAMES, sayChoice } from '../../../../shared/templates/blank-names.ts';
import { describeTemplate, fillTemplate } from '../../../../shared/templates/fill.ts';
import { GALLERY, getTemplate } from '../../../../shared/templates/gallery.ts';
import { findLacking, isOffered } from '../../../../shared/templates/is-offered.ts';
import { TEXTS } from '../../../../shared/templates/texts.ts';
import { type Act, type History, judge, LEARNED } from './history.ts';

const page = (daysAgo: number, path = '/', props = {}): Act => ['page_view', daysAgo, { path, ...props }];
const view = (daysAgo: number, item_id: string, item_category = 'tents', item_brand = 'Marram'): Act => [
  'view_item',
  daysAgo,
  { items: [{ item_id, item_category, item_brand }] },
];
const buy = (daysAgo: number, value = 60, item_category = 'tents', more = {}): Act => [
  'purchase',
  daysAgo,
  { transaction_id: `t${daysAgo}`, value, items: [{ item_category }], ...more },
];
const minutes = (n: number) => n / 1440;
const came = (daysAgo: number, channel: string, more = {}): Act => [
  'page_view',
  daysAgo,
  { path: '/' },
  { channel, source: channel, ...more },
];
const acts = (...list: Act[]): History => ({ acts: list });
const now = page(0);
const facts = (given: History['facts']): History => ({ facts: given! });
const trait = (key: string, value: TraitValue): History => ({ traits: { [key]: value } });
const at = (hour: number, day = 4): History => ({ now: new Date(2026, 2, day, hour).getTime() });

const gift = { trait: 'for-whom', values: ['gift'] };
const answered = (value: TraitValue) => trait('for-whom', value);

type Row = [id: string, params: Record<string, unknown>, isIn: History, isOut: History];

/** Rules over what the device remembers: in doubt about that they are unknown. */
const REMEMBERED: Row[] = [
  ['new-visitor', {}, acts(now), acts(page(1), now)],
  ['returning-visitor', {}, acts(page(1), now), acts(page(minutes(20)), now)],
  ['regular-visitor', { days: 3 }, acts(page(8), page(4), now), acts(page(40), page(4), now)],
  ['long-known-visitor', {}, acts(page(31), now), acts(page(29), now)],
  ['lapsed-visitor', {}, acts(page(31), now), acts(page(60), page(29), now)],
  [
    'fading-visitor',
    {},
    acts(page(80), page(70), page(60), now),
    acts(page(80), page(70), page(60), page(5), now),
  ],
  ['same-day-return', {}, acts(page(0.5), now), acts(page(1.5), now)],
  [
    'channel-preference',
    {},
    acts(came(9, 'email'), came(5, 'email'), came(1, 'email')),
    acts(came(9, 'email'), came(5, 'social'), came(1, 'email')),
  ],
  [
    'first-came-from',
    {},
    acts(came(9, 'email', { source: 'newsletter' }), came(1, 'search')),
    acts(came(9, 'search'), came(1, 'email', { source: 'newsletter' })),
  ],
  [
    'saw-without-response',
    { experience: 'hero' },
    acts(...[3, 2, 1].map((d): Act => ['exposure', d, { experience: 'hero' }])),
    acts(...[3, 2, 1].map((d): Act => ['exposure', d, { experience: 'hero' }]), buy(0)),
  ],
  [
    'highly-engaged',
    {},
    acts(view(1, 'a'), view(1, 'b'), ['add_to_cart', 1], buy(0.1), page(0.1), view(0, 'c')),
    acts(buy(30), page(1), now),
  ],
  [
    'spends-time',
    {},
    acts(['engagement', 2, { seconds: 200 }], ['engagement', 1, { seconds: 100 }]),
    acts(['engagement', 20, { seconds: 500 }], ['engagement', 1, { seconds: 100 }]),
  ],
  [
    'reads-to-the-end',
    {},
    acts(...[3, 2, 1].map((d): Act => ['scroll', d, { share: 0.9 }])),
    acts(...[3, 2, 1].map((d): Act => ['scroll', d, { share: 0.75 }])),
  ],
  [
    'deep-in-this-visit',
    {},
    acts(...[5, 4, 3, 2, 1].map((m) => page(minutes(m)))),
    acts(...[5, 4, 3, 2].map((m) => page(minutes(m)))),
  ],
  ['searcher', {}, acts(now, ['search', 0, { term: 'tent' }]), acts(['search', 1, { term: 'tent' }], now)],
  ['shares-with-others', {}, acts(['share', 3]), acts(['share', 100], now)],
  ['stage-discovering', {}, acts(page(1), now), acts(view(1, 'a'), now)],
  ['stage-comparing', {}, acts(view(2, 'a'), view(1, 'b')), acts(view(2, 'a'), view(1, 'a'))],
  ['stage-deciding', {}, acts(now, ['add_to_cart', 0]), acts(['add_to_cart', 1], now)],
  ['stage-just-bought', {}, acts(buy(3), now), acts(buy(15), now)],
  ['looks-but-does-not-buy', {}, acts(page(3), page(2), now), acts(page(3), page(2), buy(1), now)],
  [
    'interested-in-topic',
    { topic: 'winter' },
    acts(page(1, '/a', { topics: ['winter'] }), page(1, '/b', { topics: ['repair'] })),
    acts(page(60, '/a', { topics: ['winter'] }), page(0, '/b', { topics: ['repair'] })),
  ],
  [
    'favourite-topic',
    { topic: 'winter' },
    acts(
      page(2, '/a', { topics: ['winter'] }),
      page(1, '/a', { topics: ['winter'] }),
      page(0, '/b', { topics: ['repair'] }),
    ),
    acts(
      page(1, '/a', { topics: ['winter'] }),
      page(0.5, '/b', { topics: ['repair'] }),
      page(0, '/b', { topics: ['repair'] }),
    ),
  ],
  [
    'category-fan',
    { category: 'tents' },
    acts(view(3, 'a'), view(2, 'b'), view(1, 'c')),
    acts(view(3, 'a'), view(2, 'b'), view(1, 'c', 'boots')),
  ],
  [
    'brand-fan',
    { brand: 'Marram' },
    acts(view(3, 'a'), view(2, 'b'), view(1, 'c')),
    acts(view(3, 'a'), view(2, 'b'), view(1, 'c', 'tents', 'Other')),
  ],
  [
    'reads-section',
    { path: '/journal/' },
    acts(page(2, '/journal/a'), page(1, '/journal/b')),
    acts(page(2, '/journal/a'), page(1, '/shop')),
  ],
  [
    'searched-for',
    { word: 'Tent' },
    acts(['search', 3, { term: 'small tents' }]),
    acts(['search', 3, { term: 'boots' }]),
  ],
  ['basket-waiting', {}, acts(['add_to_cart', 0.1], now), acts(['add_to_cart', 0.1], buy(0))],
  ['basket-abandoner', {}, acts(['add_to_cart', 3], now), acts(['add_to_cart', minutes(10)], now)],
  ['checkout-abandoner', {}, acts(['begin_checkout', 3], now), acts(['begin_checkout', 3], buy(2.99), now)],
  [
    'returns-to-one-item',
    {},
    acts(view(3, 'a'), view(2, 'b'), view(2, 'a'), view(1, 'a')),
    acts(view(3, 'a'), view(2, 'b'), view(1, 'a')),
  ],
  ['first-time-buyer', {}, acts(buy(3), now), acts(buy(3), buy(1))],
  ['repeat-buyer', {}, acts(buy(90), buy(30), buy(3)), acts(buy(200), buy(30), buy(3))],
  ['not-yet-buyer', {}, acts(page(8), now), acts(page(8), buy(1))],
  ['lapsed-buyer', {}, acts(buy(61), now), acts(now)],
  ['at-risk-buyer', {}, acts(buy(90), buy(50), now), acts(buy(90), buy(40), now)],
  ['high-value', {}, acts(buy(90, 300), buy(3, 100)), acts(buy(200, 300), buy(3, 100))],
  ['large-orders', {}, acts(buy(90, 250), buy(3, 50)), acts(buy(90, 200), buy(3, 50))],
  ['rfm-best', {}, acts(buy(60), buy(40), buy(20), buy(3)), acts(buy(90), buy(60), buy(50), buy(40))],
  ['rfm-often-lately', {}, acts(buy(60), buy(40), buy(20)), acts(buy(60), buy(40), buy(31), now)],
  ['rfm-seldom-lately', {}, acts(buy(3)), acts(buy(20), buy(3))],
  ['rfm-often-small', {}, acts(buy(9, 10), buy(6, 10), buy(3, 10)), acts(buy(9, 20), buy(6, 20), buy(3, 20))],
  ['rfm-seldom-large', {}, acts(buy(9, 100)), acts(buy(9, 60), buy(6, 60))],
  ['rfm-often-pausing', {}, acts(buy(80), buy(60), buy(40), now), acts(buy(80), buy(60), buy(20))],
  ['rfm-slipping-away', {}, acts(buy(140), buy(130), buy(120), buy(110)), acts(buy(120), buy(110), now)],
  ['rfm-large-long-ago', {}, acts(buy(100, 100), now), acts(buy(80, 100), now)],
  ['rfm-seldom-long-ago', {}, acts(buy(100), now), acts(buy(120), buy(100), now)],
  ['rfm-best-back', {}, acts(buy(90), buy(60), buy(40), now), acts(buy(90), buy(60), buy(40), page(20), now)],
  [
    'rfm-best-looking',
    {},
    acts(buy(90), buy(60), buy(40), view(0, 'a'), view(0, 'b'), view(0, 'a')),
    acts(buy(90), buy(60), buy(40), view(0, 'a'), view(0, 'b'), view(0, 'a'), ['add_to_cart', 0]),
  ],
  [
    'rfm-large-deciding',
    {},
    acts(buy(90, 100), now, ['add_to_cart', 0]),
    acts(buy(90, 100), ['add_to_cart', 1], now),
  ],
  [
    'rfm-seldom-often-here',
    {},
    acts(buy(60), page(9), page(5), page(1), now),
    acts(buy(60), buy(50), page(9), page(5), page(1), now),
  ],
  [
    'rfm-long-ago-looking',
    {},
    acts(buy(100), ...[3, 2, 1].map((m) => page(minutes(m)))),
    acts(buy(100), ...[2, 1].map((m) => page(minutes(m)))),
  ],
  ['persona-of', { persona: 'often' }, acts(buy(20), buy(12), buy(6), now), acts(buy(80, 20), now)],
  [
    'persona-back',
    { persona: 'often' },
    acts(buy(60), buy(50), buy(40), now),
    acts(buy(60), buy(50), buy(40), page(20), now),
  ],
  [
    'persona-looking',
    { persona: 'once' },
    acts(buy(80, 20), view(0, 'a'), view(0, 'b'), view(0, 'a')),
    acts(buy(80, 20), view(0, 'a'), view(0, 'b'), view(0, 'a'), ['add_to_cart', 0]),
  ],
  [
    'persona-deciding',
    { persona: 'once' },
    acts(buy(80, 20), now, ['add_to_cart', 0]),
    acts(buy(20), buy(12), buy(6), now, ['add_to_cart', 0]),
  ],
  ['expected-much', {}, acts(buy(60), buy(40), buy(20), buy(3)), acts(buy(90), now)],
  ['expected-little', {}, acts(buy(170), buy(160), now), acts(buy(60), buy(40), buy(3))],
  ['expected-money', {}, acts(buy(60), buy(40), buy(20), buy(3)), acts(buy(90), now)],
  ['expected-second', {}, acts(buy(1), now), acts(buy(9), buy(1), now)],
  [
    'expected-much-back',
    {},
    acts(buy(100), buy(80), buy(60), buy(40), now),
    acts(buy(100), buy(80), buy(60), buy(40), page(20), now),
  ],
  [
    'expected-much-deciding',
    {},
    acts(buy(60), buy(40), buy(20), buy(3), now, ['add_to_cart', 0]),
    acts(buy(60), buy(40), buy(20), buy(3), now),
  ],
  [
    'expected-little-looking',
    {},
    acts(buy(170), buy(160), ...[3, 2, 1].map((m) => page(minutes(m)))),
    acts(buy(170), buy(160), ...[2, 1].map((m) => page(minutes(m)))),
  ],
  // who ordered on one day is never meant
  ['alive-hardly', {}, acts(buy(170), buy(165), buy(160), now), acts(buy(170), now)],
  [
    'alive-hardly-back',
    {},
    acts(buy(170), buy(165), buy(160), ...[3, 2, 1].map((m) => page(minutes(m)))),
    acts(buy(170), ...[3, 2, 1].map((m) => page(minutes(m)))),
  ],
  ['alive-pausing', {}, acts(buy(170), buy(50), now), acts(buy(50), now)],
  ['goal-near', { model: 'order' }, acts(now, view(0, 'a'), view(0, 'b')), acts(now, view(0, 'a'))],
  // what was looked at in an earlier visit is none of this one
  [
    'goal-open',
    { model: 'order' },
    acts(view(1, 'a'), view(1, 'b'), now, view(0, 'a')),
    acts(now, view(0, 'a'), view(0, 'b'), view(0, 'a')),
  ],
  [
    'goal-near-looking',
    { model: 'order', pages: 3 },
    acts(...[3, 2, 1].map((m) => page(minutes(m))), view(0, 'a'), view(0, 'b')),
    acts(...[2, 1].map((m) => page(minutes(m))), view(0, 'a'), view(0, 'b')),
  ],
  [
    'goal-far-looking',
    { model: 'order' },
    acts(...[3, 2, 1].map((m) => page(minutes(m)))),
    acts(...[3, 2, 1].map((m) => page(minutes(m))), view(0, 'a')),
  ],
  [
    'answered-looking',
    gift,
    { ...acts(view(0, 'a'), view(0, 'b'), view(0, 'a')), ...answered('gift') },
    { ...acts(view(0, 'a'), view(0, 'b'), view(0, 'a')), ...answered('self') },
  ],
  [
    'answered-deciding',
    gift,
    { ...acts(now, ['add_to_cart', 0]), ...answered('gift') },
    { ...acts(now), ...answered('gift') },
  ],
  [
    'answered-bought',
    gift,
    { ...acts(buy(9)), ...answered('gift') },
    { ...acts(buy(200)), ...answered('gift') },
  ],
  [
    'answered-not-bought',
    gift,
    { ...acts(now), ...answered('gift') },
    { ...acts(buy(9)), ...answered('gift') },
  ],
  ['bought-category', { category: 'boots' }, acts(buy(9, 50, 'boots')), acts(buy(9, 50, 'tents'))],
  [
    'bought-this-not-that',
    { bought: 'tents', missing: 'sleep' },
    acts(buy(9, 50, 'tents')),
    acts(buy(9, 50, 'tents'), buy(1, 50, 'sleep')),
  ],
  [
    'due-again',
    { category: 'care' },
    acts(buy(31, 9, 'care'), buy(1, 9, 'tents')),
    acts(buy(31, 9, 'care'), buy(29, 9, 'care')),
  ],
  [
    'coupon-buyer',
    {},
    acts(buy(9, 50, 'tents', { coupon: 'MAY' })),
    acts(buy(9, 50, 'tents', { coupon: '' }), buy(8)),
  ],
  [
    'price-sensitive',
    {},
    acts(['select_promotion', 3], ['select_promotion', 2]),
    acts(['select_promotion', 40], ['select_promotion', 2]),
  ],
  ['rage-clicker', {}, acts(now, ['rage_click', 0]), acts(['rage_click', 1], now)],
  ['met-missing-page', {}, acts(now, ['page_not_found', 0]), acts(['page_not_found', 1], now)],
  [
    'back-and-forth',
    {},
    acts(...[5, 3, 1].map((m) => page(minutes(m), '/a')), page(minutes(4), '/b')),
    acts(...[50, 3, 1].map((m) => page(minutes(m), '/a'))),
  ],
  [
    'back-and-forth',
    {},
    acts(...[7, 5, 3].map((m) => page(minutes(m), '/a')), ...[6, 4].map((m) => page(minutes(m), '/b'))),
    // reloaded twice, after another page and before one
    acts(page(minutes(9), '/b'), ...[5, 4, 3].map((m) => page(minutes(m), '/a')), page(minutes(1), '/b')),
  ],
  [
    'search-without-find',
    {},
    acts(['search', minutes(3), { term: 'a' }], ['search', minutes(2), { term: 'b' }]),
    acts(['search', minutes(3), { term: 'a' }], ['search', minutes(2), { term: 'b' }], view(0, 'a')),
  ],
  [
    'help-seeker',
    { path: '/help' },
    acts(page(2, '/help/a'), page(1, '/help')),
    acts(page(9, '/help/a'), page(1, '/help')),
  ],
];

/** Rules over this page view or over what was stated: they need no memory, so doubt about it does not matter. */
const KNOWN: Row[] = [
  ['email-arrival', {}, acts(came(0, 'email')), acts(came(1, 'email'), came(0, 'search'))],
  ['social-arrival', {}, acts(came(0, 'social')), acts(came(0, 'direct'))],
  ['search-arrival', {}, acts(came(0, 'search')), acts(came(0, 'direct'))],
  ['paid-arrival', {}, acts(came(0, 'paid')), acts(came(0, 'direct'))],
  ['ai-arrival', {}, acts(came(0, 'ai')), acts(came(0, 'direct'))],
  ['direct-arrival', {}, acts(came(0, 'direct')), acts(came(0, 'ai'))],
  [
    'campaign-arrival',
    { campaign: 'spring' },
    acts(came(0, 'email', { campaign: 'Spring-2' })),
    acts(came(0, 'email')),
  ],
  [
    'partner-arrival',
    { host: 'partner.example' },
    acts(came(0, 'referral', { referrer: 'www.partner.example' })),
    acts(came(0, 'referral', { referrer: 'other.example' })),
  ],
  ['on-a-phone', {}, facts({ device: 'phone' }), facts({ device: 'tablet' })],
  ['on-a-large-screen', {}, facts({ 'viewport.width': 1200 }), facts({ 'viewport.width': 1199 })],
  ['uses-apple', {}, facts({ os: 'macos' }), facts({ os: 'windows' })],
  ['prefers-dark', {}, facts({ colorScheme: 'dark' }), facts({ colorScheme: 'light' })],
  ['saves-data', {}, facts({ saveData: true }), facts({ saveData: false })],
  ['speaks', { languages: ['de', 'fr'] }, facts({ language: 'fr' }), facts({ language: 'en' })],
  ['in-country', { countries: ['DE'] }, facts({ country: 'DE' }), facts({})],
  ['time-of-day', {}, at(20), at(12)],
  ['time-of-day', { from: 22, to: 4 }, at(3), at(12)],
  ['weekend', {}, at(12, 7), at(12, 4)],
  ['age-group', { values: ['65+'] }, trait('ageGroup', '65+'), trait('ageGroup', '18-24')],
  ['life-stage', { values: ['parent'] }, trait('lifeStage', 'parent'), trait('lifeStage', 'student')],
  ['industry', { values: ['retail'] }, trait('industry', 'retail'), trait('industry', 'steel')],
  ['company-size', { values: ['1-9'] }, trait('companySize', '1-9'), {}],
  ['job-role', { values: ['buyer'] }, trait('role', 'buyer'), {}],
  [
    'values-and-attitudes',
    { values: ['repair first'] },
    trait('values', ['repair first', 'local']),
    trait('values', ['local']),
  ],
  [
    'stated-need',
    { values: ['fast delivery'], trait: 'wish' },
    trait('wish', 'fast delivery'),
    trait('need', 'fast delivery'),
  ],
  ['member-tier', { values: ['gold', 'silver'] }, trait('tier', 'gold'), trait('tier', 'bronze')],
  ['unhappy-in-survey', {}, trait('nps', 6), {}],
  ['would-recommend', {}, trait('nps', 9), trait('nps', 8)],
  ['existing-client', {}, trait('isClient', true), trait('isClient', false)],
];

describe('who is in, and who is out', () => {
  test.each([...REMEMBERED, ...KNOWN])('%s %o', (id, params, isIn, isOut) => {
    const when = getTemplate(id).build(params);
    expect(judge(when, isIn)).toBe(true);
    expect(judge(when, isOut)).toBe(false);
  });
});

describe('unknown where the memory is in doubt', () => {
  test.each(REMEMBERED)('%s', (id, params, isIn) => {
    const when = getTemplate(id).build(params);
    expect(judge(when, isIn, 'memory')).toBe('unknown');
    expect(judge(when, isIn, 'waiting')).toBe('unknown');
  });
  test.each(KNOWN)('%s needs no memory', (id, params, isIn, isOut) => {
    const when = getTemplate(id).build(params);
    expect(judge(when, isIn, 'waiting')).toBe(true);
    expect(judge(when, isOut, 'waiting')).toBe(false);
  });
  test('a rule published just now is unknown until it is built', () => {
    const { when } = fillTemplate('category-fan', { category: 'tents' });
    expect(judge(when, acts(view(1, 'a')), 'new')).toBe('unknown');
  });
});

test('every template has its rows, its words, and blanks that are all said', () => {
  expect(GALLERY.length).toBeGreaterThanOrEqual(40);
  const rows = new Set([...REMEMBERED, ...KNOWN].map(([id]) => id));
  expect([...rows].sort()).toEqual(GALLERY.map(({ id }) => id).sort());
  expect(Object.keys(TEXTS).sort()).toEqual(GALLERY.map(({ id }) => id).sort());
  for (const { id, params } of GALLERY) {
    const blanks = [...TEXTS[id]!.sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    for (const blank of blanks) expect(Object.keys(params.shape), `${id} {${blank}}`).toContain(blank);
  }
});

test('what asks for a statement says so, and looks at traits alone', () => {
  for (const template of GALLERY.filter(({ group }) => group === 'stated')) {
    expect(template.needs).toContain('trait');
    const row = KNOWN.find(([id]) => id === template.id)!;
    expect(template.build(row[1]).kind).toBe('trait');
    expect(TEXTS[template.id]!.sentence).toMatch(/[Ss]tated|survey/);
  }
});

describe('what asks what a config must hold is offered where it does', () => {
  const question = { id: 'q', name: '', ask: '', purpose: '', trait: 'q' };
  const scale = { kind: 'scale' as const, from: 1 as const, to: 5 as const, low: '', high: '' };
  const choice = { kind: 'choice' as const, options: [] };
  const bare: Config = { version: 1, site: '', revision: 1, segments: [], experiences: [] };
  test.each<[id: string, missing: Partial<Config>, held: Partial<Config>]>([
    ['persona-of', {}, { personas: LEARNED.personas as Config['personas'] & object }],
    ['expected-much', {}, { value: { purchases: [1, 1, 1, 1] } }],
    ['alive-hardly', {}, { value: { purchases: [1, 1, 1, 1] } }],
    [
      'expected-money',
      { value: { purchases: [1, 1, 1, 1] } },
      { value: { purchases: [1, 1, 1, 1], spend: [1, 2, 3] } },
    ],
    ['goal-near', { models: [] }, { models: LEARNED.models as Config['models'] & object }],
    [
      'answered-bought',
      { questions: [{ ...question, answer: scale }] },
      { questions: [{ ...question, answer: choice }] },
    ],
  ])('%s', (id, missing, held) => {
    expect(isOffered(getTemplate(id), undefined)).toBe(false);
    expect(isOffered(getTemplate(id), { ...bare, ...missing })).toBe(false);
    expect(isOffered(getTemplate(id), { ...bare, ...held })).toBe(true);
  });
  test('what is missing is said, each thing once', () => {
    const config: Config = {
      ...bare,
      value: { purchases: [1, 1, 1, 1] },
      questions: [{ ...question, answer: choice }],
    };
    expect(findLacking(GALLERY, undefined)).toEqual(['personas', 'value', 'spend', 'models', 'questions']);
    expect(findLacking(GALLERY, config)).toEqual(['personas', 'spend', 'models']);
    expect(findLacking([getTemplate('rfm-best'), getTemplate('new-visitor')], bare)).toEqual([]);
  });
  test('all others always', () => {
    const asked = GALLERY.filter((one) => !isOffered(one, undefined)).map(({ group }) => group);
    expect(new Set(asked)).toEqual(new Set(['learned', 'answered']));
  });
});

test('of who ordered on one day it is never asked whether buying has ended', () => {
  for (const template of GALLERY) {
    const row = [...REMEMBERED, ...KNOWN].find(([id]) => id === template.id)!;
    if (!JSON.stringify(template.build(row[1])).includes('"alive"')) continue;
    for (const daysAgo of [1, 50, 170])
      expect(judge(template.build(row[1]), acts(buy(daysAgo), now))).toBe(false);
  }
});

test.each(Object.entries(TEXTS))('%s has a name that a visitor may read', (_id, { name, sentence }) => {
  expect(`${name} ${sentence}`).not.toMatch(/\b(loyal|cheap|at risk|will)\b/i);
});

test('every filled template is a rule that check takes', () => {
  for (const [id, params] of [...REMEMBERED, ...KNOWN]) {
    const segment = fillTemplate(id, params);
    expect(Condition.safeParse(segment.when).success, id).toBe(true);
    const config = {
      version: 1,
      site: 'x',
      revision: 1,
      ...LEARNED,
      segments: [segment],
      experiences: [
        {
          id: 'hero',
          name: 'Hero',
          status: 'draft',
          pages: ['*'],
          variants: [{ id: 'a', name: 'A', segment: id, changes: [] }],
        },
      ],
    };
    expect(
      checkConfig(config).problems.filter(({ severity }) => severity === 'error'),
      id,
    ).toEqual([]);
  }
});

test.each<[id: string, params: Record<string, unknown>, sentence: string]>([
  ['returning-visitor', {}, 'Is on visit number 2 or later.'],
  [
    'category-fan',
    { category: 'tents', window: '1d' },
    'Looked at “tents” 3 times or more in the last 1 day.',
  ],
  [
    'interested-in-topic',
    { topic: 'winter' },
    'At least 30 % of the interest goes to “winter”; older visits count less.',
  ],
  ['member-tier', { values: ['gold', 'silver'] }, 'The site stated the tier: gold, silver.'],
  ['partner-arrival', {}, 'This visit began on …'],
  [
    'alive-hardly',
    {},
    'Ordered on two days or more; the chance that buying has not ended is below 50 %, as your earlier buyers showed.',
  ],
  [
    'goal-open',
    { model: 'An order' },
    'The chance of “An order” in this visit is 10 % or more, but below 30 %, as your earlier visits showed.',
  ],
  [
    'goal-open',
    { model: 'An order', chance: 0.004, below: 0.125 },
    'The chance of “An order” in this visit is 0.4 % or more, but below 12.5 %, as your earlier visits showed.',
  ],
  ['answered-bought', { values: ['gift'] }, 'Answered gift, and ordered in the last 180 days.'],
])('%s is said in a sentence', (id, params, sentence) => expect(describeTemplate(id, params)).toBe(sentence));

test.each<[id: string, params: Record<string, unknown>]>([
  ['category-fan', {}],
  ['category-fan', { category: '' }],
  ['returning-visitor', { visits: 0 }],
  ['lapsed-visitor', { away: 30 }],
  ['channel-preference', { channel: 'mail' }],
  ['interested-in-topic', { topic: 'x', share: 30 }],
])('%s refuses %o', (id, params) => expect(() => fillTemplate(id, params)).toThrow());

test('each blank has a name, and none stands for a blank that is not there', () => {
  const blanks = new Set(GALLERY.flatMap(({ params }) => Object.keys(params.shape)));
  expect(Object.keys(BLANK_NAMES).toSorted()).toEqual([...blanks].toSorted());
});

test('what is chosen stands in the sentence as words', () => {
  const options = CONTEXT_VALUES.channel ?? [];
  for (const one of options) expect(sayChoice('channel', one)).toMatch(/^(a|an|another) /);
  expect(describeTemplate('channel-preference', { channel: 'email' })).toBe(
    'Came by an e-mail 3 times or more in the last 90 days.',
  );
  expect(sayChoice('brand', 'email')).toBe('email');
});
