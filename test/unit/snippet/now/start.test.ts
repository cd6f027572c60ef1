// When a first paint decides, and when it leaves all to the rest of the tag; and how it hears the owner.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { trimConfig } from '../../../../shared/publish/bundle.ts';
import type { Pieces } from '../../../../shared/publish/compose.ts';
import { decidingNow } from '../../../support/deciding-now.ts';
import { configOf, NOW } from '../../shared/engine/arbitraries.ts';
import type { Page } from '../../shared/engine/lines/lives.ts';
import { browser, decideIn, HTMLScriptElement } from './run-now.ts';

const pieces: Pieces = JSON.parse(readFileSync('dist/selvedge.parts.json', 'utf8'));
const { script } = decidingNow(
  pieces,
  trimConfig(
    configOf([{ kind: 'all', of: [] }], {
      privacy: { consent: 'implied' },
      experiences: [
        {
          id: 'e',
          name: '',
          status: 'live',
          pages: ['*'],
          variants: [{ id: 'a', name: '', segment: 's0', changes: [] }],
        },
      ],
    }),
  ),
);
const home: Page = { path: '/', from: '', isMissing: false };
const on = (document: object, more: object = {}) => decideIn(script, home, NOW, '', { document, ...more });
const of = (...scripts: HTMLScriptElement[]) => ({ querySelectorAll: () => scripts });

test('decides for a visitor of whom nothing is on file', () => {
  expect(on({})?.standing).toBe('implied');
  expect(on({})?.given).toHaveLength(1);
  expect(decideIn(script, home, NOW, 'of somebody else')?.given).toHaveLength(1);
});

const robot = { ...browser.navigator, userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1)' };
test.each<[who: string, script: () => unknown]>([
  ['a preview link', () => decideIn(script, { ...home, path: '/#selvedge=s0' }, NOW, '')],
  ['a preview of the extension', () => on({}, { sessionStorage: { getItem: () => 'token' } })],
  ['a robot', () => on({}, { navigator: robot })],
  ['a page that is not shown yet', () => on({ prerendering: true })],
  ['a frame of a page with the tag', () => on({}, { parent: { selvedge: { version: '1' } } })],
  ['a frame of an editor', () => on({}, { frameElement: { id: 'elementor-preview-iframe' } })],
  ['a page builder', () => decideIn(script, { ...home, path: '/?fl_builder' }, NOW, '')],
  ['a page that is edited', () => on({ designMode: 'on' })],
])('leaves to the rest: %s', (_who, decided) => expect(decided()).toBeUndefined());

const SIGNAL = { navigator: { ...browser.navigator, globalPrivacyControl: true } };
const GRANTED = '{"consent":"granted"}';
test.each<[who: string, decided: () => unknown, isLeft: boolean]>([
  ['who denied', () => decideIn(script, home, NOW, '{"consent":"denied"}'), false],
  ['whose browser says so', () => decideIn(script, home, NOW, '', SIGNAL), false],
  ['and was remembered before', () => decideIn(script, home, NOW, GRANTED, SIGNAL), true],
])('decides nothing for one %s: the rest has nothing to do unless it is to erase', (_who, decided, isLeft) =>
  expect(decided()).toBe(isLeft ? undefined : null),
);

test('decides in a frame of a page without the tag, and where nobody may look', () => {
  expect(on({}, { parent: {}, frameElement: { id: 'shop' } })).toBeDefined();
  const parent = {
    get selvedge() {
      throw new Error('cross-origin');
    },
  };
  expect(on({}, { parent })).toBeDefined();
});

const named = 'https://shop.example/selvedge.js';
test.each<[where: string, document: object, standing: string | undefined]>([
  [
    'on the script that runs',
    { currentScript: new HTMLScriptElement(named, { consent: 'denied' }) },
    undefined,
  ],
  ['on one with our name that does not', of(new HTMLScriptElement(named, { consent: 'denied' })), undefined],
  [
    'there too where a loader runs it',
    {
      currentScript: new HTMLScriptElement('/loader.js'),
      ...of(new HTMLScriptElement(named, { consent: 'required' })),
    },
    'waiting',
  ],
  [
    'where an image has taken the name',
    { currentScript: { dataset: {} }, ...of(new HTMLScriptElement(named, { consent: 'required' })) },
    'waiting',
  ],
  ['in the page itself', of(new HTMLScriptElement('', { consent: 'denied' })), undefined],
  ["not another one's", of(new HTMLScriptElement('/other.js', { consent: 'no' })), 'implied'],
  ['empty is nothing', { currentScript: new HTMLScriptElement(named, { consent: '' }) }, 'implied'],
  [
    'a document that cannot be searched',
    {
      querySelectorAll: () => {
        throw new Error('not here');
      },
    },
    'implied',
  ],
])('the owner: %s', (_where, document, standing) => expect(on(document)?.standing).toBe(standing));
