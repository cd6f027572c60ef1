// Playbooks: each makes a config that can be published, of what a page has; they are found by a marketer's words, and offered
// by what was seen here.

import { describe, expect, test } from 'vitest';
import { stripNotes } from '../../../../../extension/panel/draft/notes.ts';
import { findPlaybooks } from '../../../../../extension/panel/experience/find-playbooks.ts';
import { makePlaybook } from '../../../../../extension/panel/experience/make-playbook.ts';
import { PLAYBOOKS } from '../../../../../extension/panel/experience/playbooks.ts';
import type { Found, Survey } from '../../../../../extension/wire/survey-shapes.ts';
import { lintConfig } from '../../../../../shared/lint/lint.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import type { Config } from '../../../../../shared/schema/config.ts';

const found = (css: string, label: string, href?: string): Found => ({
  target: { css },
  label,
  text: label,
  isPlain: true,
  ...(href !== undefined && { href }),
});
const PAGE: Survey = {
  heading: found('h1', 'Dry nights'),
  lead: found('p.lead', 'Tents & more for all who sleep outside'),
  button: found('a.btn', 'See <the> tents', '/tents?a=1&b="2"'),
  basket: found('a.basket', 'Basket', '/basket'),
  form: found('form.news', 'Newsletter'),
};
const URL_HERE = 'https://shop.example/';
const bare = (): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: [],
  experiences: [],
});
const none = new Set<string>();
const ids = (wanted: string, events: ReadonlySet<string> = none, page = PAGE) =>
  findPlaybooks(wanted, events, page).map(({ playbook }) => playbook.id);

test('there are at least twelve, each with a name and an aim of its own', () => {
  expect(PLAYBOOKS.length).toBeGreaterThanOrEqual(12);
  for (const key of ['id', 'name', 'does', 'segment'] as const)
    expect(new Set(PLAYBOOKS.map((one) => one[key])).size).toBe(PLAYBOOKS.length);
});

describe.each(PLAYBOOKS.map((one) => [one.name, one] as const))('%s', (_name, playbook) => {
  test.each([
    ['a page that has everything', PAGE],
    ['a page with a headline alone', { heading: PAGE.heading } as Survey],
  ])('%s: a config without an error', (_page, page) => {
    const config = bare();
    const at = makePlaybook(config, playbook, page, URL_HERE);
    const { config: fit, problems } = checkConfig(stripNotes(config));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [experience] = fit!.experiences;
    expect(at).toEqual({ experience: experience!.id, id: experience!.variants[0]!.id });
    expect(experience).toMatchObject({ status: 'live', pages: ['/'] });
    expect(experience!.variants[0]!.changes.length).toBeGreaterThan(0);
    expect(experience!.variants[0]!.segment).toBe(config.segments[0]!.id);
    // what should happen more is answered: nobody is asked, nor warned
    expect(experience!.goal).not.toBeUndefined();
    expect(experience!.holdout).toBe(experience!.goal === null ? undefined : 0.1);
    // nothing to think about but what is still to be written
    const warned = [...problems, ...lintConfig(fit!)].filter(
      ({ problem }) => !problem.includes('would read "['),
    );
    expect(warned).toEqual([]);
  });
});

test('what a page says never becomes markup', () => {
  const config = bare();
  for (const one of PLAYBOOKS) makePlaybook(config, one, PAGE, URL_HERE);
  const html = config.experiences.flatMap(({ variants }) =>
    variants.flatMap(({ changes }) =>
      changes.flatMap((change) => (change.kind === 'insert' ? String(change.html) : [])),
    ),
  );
  expect(html).toContain(
    '<p>New here? Begin with this: <a href="/tents?a=1&amp;b=&quot;2&quot;">See &lt;the> tents</a></p>',
  );
  expect(html.join()).not.toContain('<the>');
});

test('the same rule and the same goal are made once', () => {
  const config = bare();
  const playbook = PLAYBOOKS[0]!;
  makePlaybook(config, playbook, PAGE, URL_HERE);
  makePlaybook(config, playbook, PAGE, URL_HERE);
  expect([config.segments.length, config.goals!.length, config.experiences.length]).toEqual([1, 1, 2]);
  expect(checkConfig(stripNotes(config)).config).toBeDefined();
});

test.each<[wanted: string, first: string]>([
  ['cart', 'bring-back-baskets'],
  ['abandoned carts', 'bring-back-baskets'],
  ['churn', 'win-them-back'],
  ['new user', 'show-newcomers-where-to-begin'],
  ['UTM', 'greet-the-newsletter'],
  ['VIP', 'thank-the-best'],
  ['second purchase', 'second-order'],
  ['lead gen', 'regulars-to-the-newsletter'],
])('%s', (wanted, first) => {
  const all = ids(wanted);
  expect(all).toContain(first);
  expect(all.length).toBeLessThan(PLAYBOOKS.length / 2);
});

test('a short word that is typed to its end is no beginning of another', () => {
  expect(ids('new user')[0]).toBe('show-newcomers-where-to-begin');
  expect(ids('new user')).not.toContain('greet-the-newsletter');
  expect(ids('new')).toContain('greet-the-newsletter');
  expect(ids('abandon cart')).toContain('bring-back-baskets');
});

test('nothing is wanted: all; nobody means this: none', () => {
  expect(ids('')).toHaveLength(PLAYBOOKS.length);
  expect(ids('zeppelin')).toEqual([]);
});

test('what was seen here comes first, with what was seen', () => {
  const events = new Set(['add_to_cart', 'purchase', 'page_view']);
  const [first] = findPlaybooks('', events, PAGE);
  expect(first).toMatchObject({ playbook: { id: 'bring-back-baskets' }, missing: [] });
  expect(first!.seen).toContain('add_to_cart');
  // without it what needs nothing is first
  expect(findPlaybooks('', none, PAGE)[0]!.missing).toEqual([]);
});

test('a page with nothing to change is offered what lies over it, and nothing else', () => {
  expect(ids('', none, {}).sort()).toEqual(['bring-back-baskets', 'greet-the-newsletter']);
});

test('what lies over the page wears its colours, and leads where it leads', () => {
  const [slide] = PLAYBOOKS[0]!.changes({
    ...PAGE,
    looks: { text: '#222', ground: '#fff', font: 'serif', accent: 'rgb(11, 93, 59)', onAccent: '#fff' },
  });
  expect(slide).toMatchObject({
    kind: 'block',
    shape: 'slide',
    place: 'corner',
    fields: { button: { href: '/basket' } },
    dress: { colour: '#222222', ground: '#ffffff', accent: '#0b5d3b' },
  });
});
