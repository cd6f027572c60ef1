// What may be written over without a question: what this draft began with, what we wrote, and a tag without a config.

import '../../../../support/fake-browser.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startDraft } from '../../../../../extension/panel/draft/draft.ts';
import { isExpected } from '../../../../../extension/panel/publish/publishing.ts';
import { bundle } from '../../../../../shared/publish/bundle.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';

const bare = 'const made = "__SELVEDGE_CONFIG__";';
const base = shopConfig();
const draft = startDraft(shopConfig(), base, 0);
const toNewer = (text: string) => text.replace('"version":1,', '"version":1,"needs":"99.1","weather":{},');
const toBroken = (text: string) => text.replace('"version":1,', '"version":7,');

describe.each<[how: string, write: (config: Config) => string]>([
  ['as a file', (config) => JSON.stringify(config)],
  ['within a tag', (config) => bundle(bare, config)],
])('%s', (_how, write) => {
  test.each<[what: string, text: string, known: string[], isOurs: boolean]>([
    ['what the draft began with', write(base), [], true],
    ['that with another revision', write({ ...base, revision: 9 }), [], true],
    ['somebody else’s', write({ ...base, segments: [] }), [], false],
    ['what a newer release made', toNewer(write(base)), [], false],
    ['what is none that works', toBroken(write(base)), [], false],
    ['our own, whatever it is', toNewer(write(base)), [toNewer(write(base))], true],
  ])('%s', (_what, text, known, isOurs) => expect(isExpected(text, draft, known)).toBe(isOurs));

  test('a draft from nothing expects nothing', () =>
    expect(isExpected(write(base), startDraft(shopConfig(), undefined, 0), [])).toBe(false));
});

test('a tag without a config is nobody’s work', () => expect(isExpected(bare, draft, [])).toBe(true));
test.each(['selvedge.js', 'selvedge-whole.js', 'selvedge-later.js'])('nor is %s of the build', (name) =>
  expect(isExpected(readFileSync(`dist/${name}`, 'utf8'), draft, [])).toBe(true),
);
test('a first file is what its rest makes it: nobody’s work where that was judged, somebody’s where not', () => {
  const first = 'start(`\n:\t{"rules":"a","later":"abc"}\n`)';
  expect(isExpected(first, draft, [], true)).toBe(true);
  expect(isExpected(first, draft, [])).toBe(false);
  // a tag of one file is judged by itself, whatever lies beside it
  expect(isExpected(bundle(bare, { ...base, segments: [] }), draft, [], true)).toBe(false);
});
test('a page of somebody’s is', () => expect(isExpected('<!doctype html>', draft, [])).toBe(false));
