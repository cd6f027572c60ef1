// `selvedge learn --what intent` from its words to its files: a model for the config, and nothing of an event in anything.
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { linesOf, makeVisits } from '../../../support/made-visits.ts';
import { createCommandLine } from '../command-line.ts';

// five thousand visits are learned from, three times
vi.setConfig({ testTimeout: 240_000 });

const line = createCommandLine();
afterAll(line.remove);
beforeEach(line.empty);

const run = (words: string) => line.runLater(`learn events.jsonl ${words}`.split(' '), []);
const goals = [
  { id: 'order', name: 'Order', event: 'purchase' },
  { id: 'cart', name: 'Cart', event: 'add_to_cart' },
];
const config = { version: 1, site: 'shop.example', revision: 4, goals, segments: [], experiences: [] };
const events = linesOf(makeVisits({ visitors: 1500 }));

/** Learned once, for all that is asked of it. */
let first: Promise<{ code: number; out: string; err: string; written: string }> | undefined;
async function learnFirst() {
  line.write('selvedge.json', JSON.stringify(config));
  line.write('events.jsonl', events);
  return { ...(await run('--config selvedge.json --what intent')), written: line.read('learned.json') };
}
const learned = () => (first ??= learnFirst());

test('is said with its test, and written for the condition that asks it', async () => {
  const { code, out, err, written } = await learned();
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('learned.json: written.') });
  expect(out).toMatch(
    /intent: how likely "Order" is in the visit that is going on, learned from [\d,]+ visits/,
  );
  expect(out).toMatch(/\+\d\.\d+ × how many add_to_cart\n/);
  expect(out).toMatch(/had the higher chance in \d\d of 100 pairs \(\d\d to \d\d; 50 is chance\)/);
  expect(out).toMatch(/of 100 stated, \d.* came \(\d+ page views of \d+ visitors\)/);
  expect(out + err + written).not.toMatch(/mark-|secret|will /);
  const { learned: from, models, ...others } = JSON.parse(written);
  expect(others).toEqual({});
  expect(from.visits).toBeGreaterThan(5000);
  expect(models).toMatchObject([{ id: 'order', name: 'Order', goal: 'order' }]);
});

test('takes the place of what the config had of that goal, under the id and name that it has there', async () => {
  const { written } = await learned();
  const [model] = JSON.parse(written).models;
  const own = { ...model, id: 'soon', name: 'Orders soon', bias: -9 };
  const other = { ...model, id: 'order', name: 'Other', goal: 'cart' };
  line.write('selvedge.json', JSON.stringify({ ...config, models: [other, own] }));
  line.write('events.jsonl', events);
  const { code, err } = await run('--config selvedge.json --what intent --goal order --into');
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('models: soon made anew') });
  const { models } = JSON.parse(line.read('selvedge.json'));
  expect(models).toEqual([other, { ...model, id: 'soon', name: 'Orders soon' }]);
  // the same events say the same, to the byte
  expect(line.read('learned.json')).toBe(written);
  expect(line.run(['check', 'selvedge.json']).code).toBe(0);
});

test('is data on demand, beside what else there is', async () => {
  line.write('selvedge.json', JSON.stringify(config));
  line.write('events.jsonl', events);
  const { code, out } = await run('--config selvedge.json --what rfm,intent --json');
  const { read, parts } = JSON.parse(out);
  expect({ code, kind: read.files[0].kind }).toEqual({ code: 0, kind: 'events' });
  expect(read.visits).toBe(parts.intent.report.visits);
  expect(parts.intent.status).toBe('learned');
  expect(parts.rfm.status).toBeDefined();
  expect(out).not.toMatch(/mark-|secret/);
});

describe('is refused, and nothing is written', () => {
  test.each<[name: string, text: string, says: RegExp]>([
    ['too few goals', linesOf(makeVisits({ visitors: 300 })), /intent: refused\. \d+ goals, 200 needed\./],
    [
      'orders alone',
      'Email,Order date,Total\na@b.example,2025-01-02,5\n',
      /intent: refused\. There are no visits in what was read/,
    ],
  ])('%s', async (_name, text, says) => {
    line.write('selvedge.json', JSON.stringify(config));
    line.write('events.jsonl', text);
    const { code, out, err } = await run('--config selvedge.json --what intent');
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(says) });
    expect(out + err).not.toMatch(/mark-|secret/);
    expect(line.list()).toEqual(['events.jsonl', 'selvedge.json']);
  });

  test.each<[words: string, says: RegExp]>([
    ['--goal order', /--goal names a goal of the config/],
    ['--what intent', /needs a goal: say --config FILE/],
    ['--goal gone --config selvedge.json', /no such goal\. There are: order, cart\./],
  ])('%s is not understood', async (words, says) => {
    line.write('selvedge.json', JSON.stringify(config));
    line.write('events.jsonl', '');
    const { code, out, err } = await run(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
  });
});

test('GA4 and our own events of the same visits say the same', async () => {
  const made = makeVisits({ visitors: 1200 });
  const ga4 = made.map(({ visitor, name, at, props }) => {
    const string = (key: string, value: unknown) => ({ key, value: { string_value: `${value}` } });
    const page = name === 'page_view' ? [string('page_location', `https://shop.example${props.path}`)] : [];
    return JSON.stringify({
      user_pseudo_id: visitor,
      event_name: name === 'visit_start' ? 'session_start' : name,
      event_timestamp: `${at * 1000}`,
      event_params: page,
      ...(name === 'purchase' && {
        ecommerce: { purchase_revenue: props.value, transaction_id: props.transaction_id },
      }),
    });
  });
  line.write('selvedge.json', JSON.stringify(config));
  const reports = [];
  // GA4 does not say here how a visitor came
  const plain = made.map((event) => (event.name === 'visit_start' ? { ...event, props: {} } : event));
  for (const text of [linesOf(plain), ga4.join('\n')]) {
    line.write('events.jsonl', text);
    const { out } = await run('--config selvedge.json --what intent --json');
    reports.push(JSON.parse(out).parts.intent);
  }
  expect(reports[0].report.visits).toBeGreaterThan(4000);
  // learned to the end, whatever the test says of it
  expect(reports[0].report.test).not.toBeNull();
  expect(reports[1]).toEqual(reports[0]);
});
