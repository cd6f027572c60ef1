// What is kept of a draft is never lost without a word: not by a release that cannot read it, not by throwing it away, not
// by a full disk.

import '../../../../support/fake-browser.ts';
import { afterEach, expect, test } from 'vitest';
import { emptyConfig, startDraft } from '../../../../../extension/panel/draft/draft.ts';
import { editDraft } from '../../../../../extension/panel/draft/steps.ts';
import { draftOf } from '../../../../../extension/panel/draft/store.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { fake } from '../../../../support/fake-browser.ts';

const SITE = 'https://shop.example';
const KEY = `draft:${SITE}`;
const fresh = (site = 'shop.example') => startDraft(emptyConfig(site), undefined, 1);

afterEach(fake.reset);

const damaged: [what: string, kept: unknown][] = [
  ['of a newer release', { version: 2, value: fresh() }],
  ['no record', 'draft'],
  ['without a config', { version: 1, value: { ...fresh(), config: null } }],
  [
    'an experience is gone',
    { version: 1, value: { ...fresh(), config: { ...fresh().config, experiences: [null] } } },
  ],
  [
    'a variant without changes',
    {
      version: 1,
      value: {
        ...fresh(),
        config: { ...fresh().config, experiences: [{ id: 'a', pages: ['/'], variants: [{ id: 'b' }] }] },
      },
    },
  ],
  [
    'a segment without an id',
    { version: 1, value: { ...fresh(), config: { ...fresh().config, segments: [{}] } } },
  ],
  ['a version without a config', { version: 1, value: { ...fresh(), versions: [{ name: 'x', at: 1 }] } }],
  ['no steps', { version: 1, value: { ...fresh(), past: {} } }],
];

test.each(damaged)('what cannot be read stays, and is handed out as it is: %s', async (_what, kept) => {
  fake.stored()[KEY] = structuredClone(kept);
  const store = draftOf(SITE);
  expect(await store.find()).toEqual({ kind: 'unreadable', raw: kept });
  await expect(store.update(() => fresh())).rejects.toThrow(/cannot be read.*nothing was changed/i);
  expect(fake.stored()[KEY]).toEqual(kept);
  await store.remove();
  expect(await store.find()).toEqual({ kind: 'nothing' });
});

test('thrown away it is no draft any more, until it is brought back or another begins', async () => {
  const store = draftOf(SITE);
  await store.update(() => fresh('first'));
  const heard: unknown[] = [];
  const leave = store.watch((draft) => heard.push(draft));
  await store.throwAway(77);
  expect(heard).toEqual([undefined]);
  expect(await store.find()).toMatchObject({ kind: 'thrown', at: 77, draft: { config: { site: 'first' } } });

  const back = await store.bringBack();
  expect(back).toEqual(fresh('first'));
  expect(await store.find()).toEqual({ kind: 'draft', draft: fresh('first') });
  expect(heard).toEqual([undefined, fresh('first')]);

  await store.throwAway(78);
  await store.update((before) => {
    expect(before).toBeUndefined();
    return fresh('second');
  });
  expect(await store.find()).toEqual({ kind: 'draft', draft: fresh('second') });
  leave();
});

test('there is nothing to bring back beside a draft, or where none was', async () => {
  const store = draftOf(SITE);
  expect(await store.bringBack()).toBeUndefined();
  await store.throwAway(1);
  expect(fake.stored()).toEqual({});
  await store.update(() => fresh('first'));
  expect(await store.bringBack()).toEqual(fresh('first'));
});

test('a full disk leaves the draft as it was, and says what to do', async () => {
  const store = draftOf(SITE);
  await store.update(() => fresh());
  fake.fill('QUOTA_BYTES quota exceeded');
  const rename = (next: Config) => {
    next.site = 'x';
  };
  await expect(store.update((before) => editDraft(before ?? fresh(), 'Site', rename, 2))).rejects.toThrow(
    /could not be saved \(QUOTA_BYTES quota exceeded\).*nothing was lost/i,
  );
  expect(await store.find()).toEqual({ kind: 'draft', draft: fresh() });
});
