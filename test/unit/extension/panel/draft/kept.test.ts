// What version 0.1 of the extension has kept on an author's device opens: the draft with its steps and versions, where
// it was published to, and what was learned. Recorded there (kept-0.1.json), the site's address and a long text cut.

import '../../../../support/fake-browser.ts';
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { redoDraft, undoDraft } from '../../../../../extension/panel/draft/steps.ts';
import { draftOf } from '../../../../../extension/panel/draft/store.ts';
import { destinationOf } from '../../../../../extension/panel/publish/destination.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import { fake } from '../../../../support/fake-browser.ts';

const SITE = 'https://shop.example';
const recorded = JSON.parse(readFileSync(new URL('kept-0.1.json', import.meta.url), 'utf8'));

afterEach(fake.reset);

async function readDraft() {
  const found = await draftOf(SITE).find();
  if (found.kind !== 'draft') throw new Error(`the draft was not read: ${found.kind}`);
  return found.draft;
}

test('the draft of an older extension opens, with every step back and forth', async () => {
  Object.assign(fake.stored(), structuredClone(recorded));
  const draft = await readDraft();
  expect(checkConfig(draft.config).problems).toEqual([]);
  expect(draft.config.experiences[0]?.variants[0]?.changes.map(({ kind }) => kind)).toEqual([
    'text',
    'image',
    'hide',
    'insert',
  ]);
  expect(draft.versions).toHaveLength(1);
  expect(checkConfig(draft.versions[0]?.config).problems).toEqual([]);
  const steps = draft.past.length;
  let turned = draft;
  for (let i = 0; i < steps; i++) turned = undoDraft(turned, 0);
  expect(turned.config.experiences).toEqual([]);
  for (let i = 0; i < steps; i++) turned = redoDraft(turned, 0);
  expect(turned.config).toEqual(draft.config);
});

test('where it was published to is still known', async () => {
  Object.assign(fake.stored(), structuredClone(recorded));
  expect(await destinationOf(SITE).read()).toMatchObject({
    url: `${SITE}/selvedge.js`,
    format: 'js',
    keep: 'open',
    scheme: 'bearer',
  });
});

test('editing the draft goes on from there', async () => {
  Object.assign(fake.stored(), structuredClone(recorded));
  const before = await readDraft();
  await draftOf(SITE).update((draft) => undoDraft(draft as NonNullable<typeof draft>, 5));
  const after = await readDraft();
  expect(after.past).toHaveLength(before.past.length - 1);
  expect(after.versions).toEqual(before.versions);
});
