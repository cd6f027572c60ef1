// What a script on a page is taken for: a tag in one file, the first of two, the second, or none of ours.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jobs } from '../../../../extension/reader/jobs.ts';
import { bundle } from '../../../../shared/publish/bundle.ts';
import { publishFiles } from '../../../../shared/publish/publish-files.ts';
import { shopConfig } from '../../../support/fake-stage.ts';

const pieces = JSON.parse(readFileSync('dist/selvedge.parts.json', 'utf8'));
const bare = 'listen("selvedge:standby");use("__SELVEDGE_CONFIG__","__SELVEDGE_SHOW__")';
const { now, later } = publishFiles({ pieces, later: bare, show: 'show()', listen: '' }, shopConfig());
const revision = (text: string) => jobs.script(text).checked?.config?.revision;

test('a tag in one file holds the config, and names no other', () => {
  const read = jobs.script(bundle(bare, shopConfig()));
  expect([read.isTag, read.later]).toEqual([true, undefined]);
  expect(read.checked?.config?.revision).toBe(shopConfig().revision);
});
test('the first of two is a tag that names the second, which holds the config', () => {
  expect(jobs.script(now)).toEqual({
    isTag: true,
    later: expect.stringMatching(/^selvedge-later\.js\?\w+$/),
  });
  expect(revision(later)).toBe(shopConfig().revision);
});
test('a script of somebody else is none', () => expect(jobs.script('var a = 1')).toEqual({ isTag: false }));

test('a file that an author opens: the second is a config, the first says where it is', () => {
  expect(jobs.import(later)).toMatchObject({ kind: 'ok', isTrimmed: true });
  expect(jobs.import(now)).toMatchObject({
    kind: 'bad',
    problems: [
      { problem: expect.stringContaining('two files'), remedy: expect.stringContaining('selvedge-later.js') },
    ],
  });
});

test('what is fit to be published is thought over; what is not gets no advice', () => {
  const [first] = shopConfig().experiences;
  const { goal: _goal, ...goalless } = first!;
  const advice = jobs.advice(JSON.stringify({ ...shopConfig(), experiences: [goalless] }));
  expect(advice.map(({ severity }) => severity)).toContain('warning');
  expect(jobs.advice('{ "version": 1 }')).toEqual([]);
});
