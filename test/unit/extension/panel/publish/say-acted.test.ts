// Nothing is said to be stopped that may not be.

import { expect, test } from 'vitest';
import type { Outcome } from '../../../../../extension/panel/publish/outcome.ts';
import { sayActed } from '../../../../../extension/panel/publish/say-acted.ts';
import { sayOutcome } from '../../../../../extension/panel/publish/say-outcome.ts';

const say = (outcome: Outcome) => sayActed(sayOutcome(outcome, 'shop.example'), outcome, 'stop');

test.each<[outcome: Outcome, title: string]>([
  [{ kind: 'published' }, 'Everything is stopped'],
  [{ kind: 'same' }, 'Everything is stopped'],
  [{ kind: 'refused', status: 401 }, 'Not stopped. shop.example does not know this token'],
  [{ kind: 'unreachable' }, 'Not stopped. No server answered at shop.example'],
  [{ kind: 'unreachable', isLate: true }, 'Not stopped. shop.example takes too long to answer'],
  [{ kind: 'changed', text: '<!doctype html>' }, 'Not stopped. A web page is at this address'],
  [{ kind: 'failed', status: 404 }, 'Not stopped. shop.example takes no file at this address'],
  [{ kind: 'failed', status: 507 }, 'Not stopped. shop.example refused with status 507'],
  [{ kind: 'changed', text: '' }, 'Not stopped. Somebody else published meanwhile'],
  [{ kind: 'unknown' }, 'Perhaps not stopped. It is not known whether this was published'],
  [{ kind: 'differs', text: '' }, 'Perhaps not stopped. shop.example holds something else than was sent'],
])('%o: %s', (outcome, title) => {
  const said = say(outcome);
  expect(said.title).toBe(title);
  expect(said.text).not.toMatch(/publish again/i);
});

test('says what to press then', () =>
  expect(say({ kind: 'unreachable' }).text).toMatch(/connection, then press “Stop everything” again\.$/));
