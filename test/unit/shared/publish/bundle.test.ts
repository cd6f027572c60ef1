// A config inside the tag: the bytes are JavaScript, say the same as the config, and hold no more than the page needs.
import { expect, test } from 'vitest';
import { bundle, trimConfig } from '../../../../shared/publish/bundle.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { SAMPLE } from '../schema/sample.ts';

const TAG = 'got("__SELVEDGE_CONFIG__")';
function read(source: string): Config {
  let got: unknown;
  new Function('got', source)((value: unknown) => {
    got = value;
  });
  return got as Config;
}
const withSite = (site: string): Config => ({ ...SAMPLE, site });

test.each([
  ['</script><script>alert(1)</script>'],
  ['<!-- <script>'],
  ['</SCRIPT >'],
  ['\u2028\u2029 $& $1 $` \\ " \''],
])('carries %j unharmed and unseen by the HTML parser', (site) => {
  const source = bundle(TAG, withSite(site));
  expect(source).not.toMatch(/<\/?script|<!--|[\u2028\u2029]/i);
  expect(read(source).site).toBe(site);
});

test.each([["'"], ['`'], ['"']])('takes the placeholder in %s', (quote) => {
  expect(read(bundle(`got(${quote}__SELVEDGE_CONFIG__${quote})`, SAMPLE)).revision).toBe(3);
});

test.each([
  ['none', 'got(1)'],
  ['two', `${TAG};${TAG}`],
])('throws on %s', (_what, tag) => {
  expect(() => bundle(tag, SAMPLE)).toThrow(/instead of once/);
});

test('names the file of items where no list is live, too: a page may ask for items of its own', () => {
  const items = { file: 'selvedge-items-0123abcd.js' };
  expect(trimConfig({ ...SAMPLE, items, experiences: [] }).items).toEqual(items);
});

test('leaves out what only authors read, and keeps what decides, explains and counts', () => {
  const config: Config = structuredClone({ ...SAMPLE, $schema: 'x' });
  config.segments[0]!.description = 'secret thoughts';
  config.experiences[0]!.name = 'secret plan';
  config.experiences[0]!.variants[0]!.name = 'secret variant';
  const change = config.experiences[0]!.variants[0]!.changes[0]!;
  if ('target' in change) change.target.print = { tag: 'h1', text: 'secret print' };
  const page = trimConfig(config);
  expect(JSON.stringify(page)).not.toMatch(/secret|\$schema/);
  expect(page.experiences.map(({ id }) => id)).toEqual(['hero']);
  expect(page.segments.map(({ id, name }) => [id, name])).toEqual([
    ['tents', 'Tents'],
    ['mix', 'Mix'],
  ]);
  expect(page.experiences[0]!.variants.map(({ id, segment, weight }) => [id, segment, weight])).toEqual([
    ['a', 'tents', 2],
    ['b', 'tents', 0],
    ['c', 'everyone', undefined],
  ]);
  expect(page).toMatchObject({
    site: SAMPLE.site,
    revision: 3,
    hosts: SAMPLE.hosts,
    rfm: SAMPLE.rfm,
    topics: SAMPLE.topics,
  });
  expect(config.experiences[0]!.name).toBe('secret plan');
});
