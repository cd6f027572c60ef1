// What differs in what is recorded without code, as an author reads it before publishing.

import { expect, test } from 'vitest';
import { sayCaptures } from '../../../../../extension/panel/draft/say-captures.ts';
import { sayDifferences } from '../../../../../extension/panel/draft/say-difference.ts';
import type { Capture } from '../../../../../shared/schema/config.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';

const page: Capture = { kind: 'page', event: 'thanked', pages: ['/thanks', '/danke'] };
const target = { css: '#buy', print: { tag: 'button', text: 'Buy now' } };
const click: Capture = { kind: 'click', event: 'bought', target };
const submit: Capture = { kind: 'submit', event: 'joined', target: { css: 'form' }, pages: ['/news/*'] };
const seen: Capture = { kind: 'seen', event: 'read', target: { css: 'footer' } };

test('each kind is said, with where', () => {
  expect(sayCaptures([], [page, click, submit, seen]).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'added: New: “thanked” is recorded when a page is viewed on /thanks, /danke.',
    'added: New: “bought” is recorded when the button “Buy now” is clicked.',
    'added: New: “joined” is recorded when the form is sent on /news/*.',
    'added: New: “read” is recorded when the footer was in view for a second.',
  ]);
});

test('what became another is gone, and new; a fingerprint and an order are no difference', () => {
  const published: Capture = { ...click, target: { css: '#buy' } };
  expect(sayCaptures([published, page], [page, click])).toEqual([]);
  expect(sayCaptures([click], [{ ...click, event: 'ordered' }]).map(({ kind }) => kind)).toEqual([
    'added',
    'removed',
  ]);
});

test('it stands among the differences, and not as a path', () => {
  const before = shopConfig();
  const after = { ...before, capture: [page] };
  expect(sayDifferences(before, after)).toEqual([
    { kind: 'added', text: 'New: “thanked” is recorded when a page is viewed on /thanks, /danke.' },
  ]);
});
