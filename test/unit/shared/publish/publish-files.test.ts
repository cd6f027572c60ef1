// A config as files that belong together: what is looked up before the first paint, the rest with the config, and what
// listens in its place.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findLines, SETTINGS } from '../../../../shared/engine/lines/table.ts';
import { inlineScript, trimConfig } from '../../../../shared/publish/bundle.ts';
import { compileTable } from '../../../../shared/publish/compile-table.ts';
import { publishFiles } from '../../../../shared/publish/publish-files.ts';
import { readBundled } from '../../../../shared/publish/read-bundled.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { configOf } from '../engine/arbitraries.ts';
import { SAMPLE } from '../schema/sample.ts';

const pieces = JSON.parse(readFileSync('dist/selvedge.parts.json', 'utf8'));
const source = 'import("x");const config="__SELVEDGE_CONFIG__";start(config,"__SELVEDGE_SHOW__")';
const show = 'show()';
const { config } = checkConfig(SAMPLE);
if (!config) throw new Error('the sample is fit');
const built = { pieces, later: source, show, listen: 'export const listen = 0' };
const publish = (config: Config) => publishFiles(built, config);
/** What the first file calls the others. */
const nameIn = (now: string): string => /"later":"(\w+)"/.exec(now)?.[1] ?? '';

test('the rest holds the config, once, and it is read out of there', () => {
  const { now, later } = publish(config);
  expect(readBundled(later)).toEqual(trimConfig(config));
  expect(readBundled(now)).toBeUndefined();
});

test('the first asks for what the others hold, whatever changed in it', () => {
  const { now } = publish(config);
  expect(nameIn(now)).toMatch(/^\w{9,11}$/);
  expect(publish(config)).toEqual(publish(config));
  // neither is looked up before the first paint
  const revised = publish({ ...config, revision: config.revision + 1 });
  expect(nameIn(revised.now)).not.toBe(nameIn(now));
  for (const other of [{ later: `${source};0` }, { listen: 'export const listen = 1' }]) {
    const newer = publishFiles({ ...built, ...other }, config);
    expect(nameIn(newer.now)).not.toBe(nameIn(now));
  }
});

test('the second asks for what shows changes by what that holds, with a hash of it where the owner wants one', () => {
  const nameOfShow = (text: string) => /start\(.*,(\{"hash":.*?\})\)/s.exec(text)?.[1] ?? '';
  const { now, later } = publish(config);
  // it knows what it is asked for by
  expect(JSON.parse(nameOfShow(later))).toEqual({
    hash: expect.stringMatching(/^\w{9,11}$/),
    of: nameIn(now),
  });
  const other = publishFiles({ ...built, show: `${show};0` }, config);
  expect(nameOfShow(other.later)).not.toBe(nameOfShow(later));
  expect(nameIn(other.now)).not.toBe(nameIn(publish(config).now));
  const hashed = publishFiles(built, config, { integrityOf: (text) => `sha384-${text}` });
  expect(JSON.parse(nameOfShow(hashed.later))).toMatchObject({ integrity: `sha384-${show}` });
  // a config may hold the same words
  const alike = configOf([{ kind: 'trait', key: '__SELVEDGE_SHOW__', is: 1 }]);
  expect(readBundled(publish(alike).later)).toEqual(trimConfig(alike));
});

test('a table alone names no other file', () => {
  const [settings = '{}'] = findLines(compileTable(config), SETTINGS);
  expect(JSON.parse(settings)).not.toHaveProperty('later');
});

test('the first may stand in the page itself, the second is read the same in any encoding', () => {
  const hostile = configOf([{ kind: 'trait', key: 'a', is: '</script><!--ü\u2028' }]);
  const { now, later } = publish(hostile);
  expect(inlineScript(now).script).toBe(now);
  for (const text of [now, later]) expect(text).toMatch(/^(?!.*<\/script|.*<!--)[ -~\n\t]*$/s);
});

test('what is of another version is said', () => {
  expect(() => publishFiles({ ...built, later: 'nothing' }, config)).toThrow('0 times instead of once');
  expect(() => publishFiles({ ...built, later: '"__SELVEDGE_CONFIG__"' }, config)).toThrow('no place');
  expect(() => publishFiles({ ...built, pieces: { names: {}, pieces: [] } }, config)).toThrow('no part');
});

test('what the build has cut stands in an order in which each piece comes after those that it needs', () => {
  const all: { needs: number[] }[] = pieces.pieces;
  for (const [i, { needs }] of all.entries()) expect(needs.every((other) => other < i)).toBe(true);
});
