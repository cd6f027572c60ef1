// A preview: the stored state is the truth, the page follows it, and who walks is one of its visitors.

import '../../../../support/fake-browser.ts';
import { beforeEach, expect, test } from 'vitest';
import { createDesk } from '../../../../../extension/panel/draft/desk.ts';
import { createPeople } from '../../../../../extension/panel/see/people.ts';
import { createPerson } from '../../../../../extension/panel/see/person.ts';
import { createPreview } from '../../../../../extension/panel/see/preview.ts';
import { createPage } from '../../../../../extension/panel/site/page.ts';
import { createSiteAccess } from '../../../../../extension/panel/site/site-access.ts';
import { previewOf } from '../../../../../extension/wire/preview-state.ts';
import { fake } from '../../../../support/fake-browser.ts';
import { openPage, shopConfig, statusOf } from '../../../../support/fake-stage.ts';
import { usePanelLife } from '../../../../support/panel-life.ts';
import { until } from '../../../../support/until.ts';

const over = usePanelLife();
beforeEach(() => openPage());

async function startPreview() {
  const page = createPage();
  const preview = createPreview(page);
  const people = createPeople(page, preview);
  const access = createSiteAccess(page);
  for (const store of [preview, people, access]) store.start(over.signal);
  page.start(undefined, over.signal);
  await until(() => expect(page.isLooking.value).toBe(false));
  page.pageConfig.value = { kind: 'ok', config: shopConfig(), from: 'tag', name: 'selvedge.js' };
  return { page, preview, people, access };
}

test('it begins, changes and ends in the stored state', async () => {
  const { preview } = await startPreview();
  await preview.previewAs({ kind: 'segments', ids: ['tents'] });
  await until(() => expect(preview.preview.value?.as).toEqual({ kind: 'segments', ids: ['tents'] }));
  const first = preview.token.value;
  await preview.previewAs({ kind: 'original' });
  expect([preview.token.value, preview.preview.value?.as]).toEqual([first, { kind: 'original' }]);
  await preview.choose('hero', 'a');
  expect(preview.preview.value?.choices).toEqual({ hero: 'a' });
  await preview.endPreview();
  expect([preview.preview.value, Object.keys(fake.stored()).filter((key) => /^preview:/.test(key))]).toEqual([
    undefined,
    [],
  ]);
});

test('who chooses again at once changes the one preview, and nothing is left of it', async () => {
  const { preview } = await startPreview();
  await preview.previewAs({ kind: 'segments', ids: ['tents'] });
  await preview.previewAs({ kind: 'original' });
  const kept = () => Object.keys(fake.stored()).filter((key) => /^preview:/.test(key));
  expect(kept()).toEqual([`preview:${preview.token.value}`]);
  await until(() => expect(preview.preview.value?.as).toEqual({ kind: 'original' }));
  await preview.endPreview();
  expect(kept()).toEqual([]);
});

test('one that ends as another is chosen stays ended', async () => {
  const { preview } = await startPreview();
  await preview.previewAs({ kind: 'segments', ids: ['tents'] });
  await until(() => expect(preview.token.value).toBeDefined());
  const first = preview.token.value ?? '';
  const chosen = preview.previewAs({ kind: 'original' });
  await previewOf(first).remove();
  await chosen;
  expect(Object.keys(fake.stored())).not.toContain(`preview:${first}`);
});

test('it shows the draft as that changes, and what is live when the author asks for it', async () => {
  const { page, preview } = await startPreview();
  const desk = createDesk(page);
  desk.start(over.signal);
  await until(() => expect(desk.isDraftRead.value).toBe(true));
  await preview.previewAs({ kind: 'original' });
  await until(() => expect(preview.preview.value).toMatchObject({ side: 'live', drafts: false }));
  await desk.beginDraft('live');
  await desk.editExperience('hero', 'Name', (one) => {
    one.name = 'Ours';
  });
  await until(() =>
    expect(preview.preview.value).toMatchObject({
      side: 'draft',
      drafts: true,
      config: { experiences: [{ name: 'Ours' }] },
    }),
  );
  page.wantedSide.value = 'live';
  await until(() =>
    expect(preview.preview.value).toMatchObject({
      side: 'live',
      drafts: false,
      config: { experiences: [{ name: 'Hero' }] },
    }),
  );
});

test('a draft that cannot be shown for a moment leaves the preview as it is', async () => {
  const { page, preview } = await startPreview();
  const desk = createDesk(page);
  desk.start(over.signal);
  await until(() => expect(desk.isDraftRead.value).toBe(true));
  await desk.beginDraft('live');
  await preview.previewAs({ kind: 'original' });
  const setSegment = (id: string, name: string) =>
    desk.editExperience('hero', 'Segment', (one) => {
      one.name = name;
      one.variants[0]!.segment = id;
    });
  await setSegment('nobody', 'Broken');
  await until(() => expect(page.config.value).toBeUndefined());
  await setSegment('tents', 'Mended');
  await until(() =>
    expect(preview.preview.value).toMatchObject({
      side: 'draft',
      config: { experiences: [{ name: 'Mended' }] },
    }),
  );
});

test('it ends with what it showed, where there is nothing else to show', async () => {
  const { page, preview } = await startPreview();
  page.pageConfig.value = { kind: 'none' };
  const desk = createDesk(page);
  desk.start(over.signal);
  await until(() => expect(desk.isDraftRead.value).toBe(true));
  await desk.beginDraft(shopConfig());
  await until(() => expect(page.side.value).toBe('draft'));
  await preview.previewAs({ kind: 'original' });
  await until(() => expect(preview.preview.value?.side).toBe('draft'));
  page.wantedSide.value = 'live';
  await until(() => expect([preview.token.value, preview.preview.value]).toEqual([undefined, undefined]));
});

test('a page that does not answer is said', async () => {
  const { preview } = await startPreview();
  delete fake.stage.preview;
  await preview.previewAs({ kind: 'original' });
  expect(preview.trouble.value).toContain('could not start');
});

test('what the stage says it previews is read from the store', async () => {
  const { preview } = await startPreview();
  await preview.previewAs({ kind: 'original' });
  fake.news('status', statusOf(), 7);
  expect(preview.preview.value).toBeUndefined();
});

test('made-up visitors are kept for their site, and one of them walks', async () => {
  const { people, preview } = await startPreview();
  await people.keep({ ...createPerson('p'), name: 'Pat' });
  expect(people.kept.value.map(({ id }) => id)).toEqual(['p']);
  const as = {
    kind: 'visitor' as const,
    id: 'p',
    name: 'Pat',
    events: [],
    traits: {},
    facts: {},
    aheadMs: 0,
  };
  await preview.previewAs(as);
  await until(() => expect(people.walking.value).toEqual(as));
  await people.drop('p');
  expect(people.kept.value).toEqual([]);
});

test('whether the site is allowed is asked at each page', async () => {
  const { access, page } = await startPreview();
  expect(access.isSiteAllowed.value).toBe(false);
  fake.allow('https://shop.example/*');
  await page.lookAgain();
  await until(() => expect(access.isSiteAllowed.value).toBe(true));
  await access.disallowSite();
  expect(access.isSiteAllowed.value).toBe(false);
});

test('when it is over nobody listens', async () => {
  const { preview } = await startPreview();
  await preview.previewAs({ kind: 'original' });
  over.abort();
  expect(fake.listeners()).toBe(0);
});
