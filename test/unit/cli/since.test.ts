// `selvedge bundle --since OLD`: what would be counted on as before, though it is not as before.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createCommandLine } from './command-line.ts';

const line = createCommandLine();
const config = (more: object = {}) =>
  JSON.stringify({
    version: 1,
    site: 'shop.example',
    revision: 3,
    privacy: { consent: 'implied' },
    goals: [{ id: 'order', name: 'Order', event: 'purchase' }],
    measure: { ping: {} },
    segments: [],
    experiences: [
      {
        id: 'tents',
        name: 'Tents',
        status: 'live',
        pages: ['/'],
        holdout: 0.1,
        goal: 'order',
        variants: [
          { id: 'a', name: 'A', segment: 'everyone', changes: [{ kind: 'hide', target: { css: 'p' } }] },
        ],
        ...more,
      },
    ],
  });
beforeEach(() => {
  line.write('old.json', config());
});
afterAll(line.remove);

test('warns of what has to be counted anew, and bundles', () => {
  line.write('new.json', config({ holdout: 0.5, pages: ['/tents'] }));
  const { code, err } = line.run(['bundle', 'new.json', '--since', 'old.json', '-o', 'new.js']);
  expect([code, err]).toEqual([
    0,
    'new.json: experiences[0]: warning: "tents" is counted on as before, and these changed: its holdout, its pages. Write "round": 2, or its numbers are mixed with those of before.\n',
  ]);
  expect(line.list()).toContain('new.js');
});

test('says nothing where it is counted anew, or as before', () => {
  for (const more of [{ holdout: 0.5, round: 2 }, { name: 'Other' }]) {
    line.write('new.json', config(more));
    expect(line.run(['bundle', 'new.json', '--since', 'old.json', '-o', 'new.js'])).toMatchObject({
      code: 0,
      err: '',
    });
  }
});

test('what cannot be compared with bundles nothing', () => {
  line.write('new.json', config());
  for (const old of ['nowhere.json', 'bad.json']) {
    line.write('bad.json', '{');
    const { code, err, out } = line.run(['bundle', 'new.json', '--since', old, '-o', 'none.js']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${old}: no config to compare with, so nothing was bundled\n`);
    expect(line.list()).not.toContain('none.js');
  }
  expect(line.run(['bundle', 'new.json', '--since', ''])).toMatchObject({ code: 2 });
});
