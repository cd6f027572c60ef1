// The draft of the site in front: it is followed from site to site, changed in the store, and kept apart from others'.

import '../../../../support/fake-browser.ts';
import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { createDesk } from '../../../../../extension/panel/draft/desk.ts';
import { createMerging } from '../../../../../extension/panel/draft/merging.ts';
import type { FoundConfig } from '../../../../../extension/panel/site/found-config.ts';
import type { Look } from '../../../../../extension/wire/stage-shapes.ts';
import { fake } from '../../../../support/fake-browser.ts';
import { lookAt, shopConfig } from '../../../../support/fake-stage.ts';
import { usePanelLife } from '../../../../support/panel-life.ts';

const over = usePanelLife();

async function startDesk() {
  const look = signal<Look | undefined>(lookAt());
  const pageConfig = signal<FoundConfig>({ kind: 'none' });
  const desk = createDesk({ look, pageConfig });
  desk.start(over.signal);
  await vi.waitFor(() => expect(desk.isDraftRead.value).toBe(true));
  return { desk, look, pageConfig };
}

test('a draft is begun from nothing, edited, undone and done again', async () => {
  const { desk } = await startDesk();
  expect(desk.draft.value).toBeUndefined();
  await desk.beginDraft('nothing');
  expect(desk.config.value?.site).toBe('shop.example');
  await desk.edit('Site', (next) => {
    next.site = 'Shop';
  });
  expect(desk.config.value?.site).toBe('Shop');
  await desk.undo();
  expect(desk.config.value?.site).toBe('shop.example');
  await desk.redo();
  expect(desk.config.value?.site).toBe('Shop');
});

test('from what is live here, with names', async () => {
  const { desk, pageConfig } = await startDesk();
  const live = shopConfig();
  live.segments[0] = { ...live.segments[0]!, name: '' };
  pageConfig.value = { kind: 'ok', config: live, from: 'tag', name: 'selvedge.js' };
  await desk.beginDraft('live');
  expect(desk.sayWho('tents')).toBe('Tents');
  expect(desk.draft.value?.isTrimmed).toBe(true);
  expect(desk.findVariant('hero', 'a')?.segment).toBe('tents');
});

test('what a newer release made is looked at, never built on', async () => {
  const { desk, pageConfig } = await startDesk();
  const newer = 'made with Selvedge 99.1';
  pageConfig.value = { kind: 'ok', config: shopConfig(), from: 'tag', name: 'selvedge.js', newer };
  await desk.beginDraft('live');
  expect(desk.draft.value).toBeUndefined();
  await desk.beginDraft('nothing');
  expect([desk.config.value?.segments, desk.draft.value?.base]).toEqual([[], undefined]);
});

test('another site has a draft of its own, and the first one is there again', async () => {
  const { desk, look } = await startDesk();
  await desk.beginDraft('nothing');
  desk.place.value = { kind: 'publish' };
  look.value = lookAt('https://other.example/');
  expect([desk.draft.value, desk.place.value]).toEqual([undefined, { kind: 'home' }]);
  await vi.waitFor(() => expect(desk.isDraftRead.value).toBe(true));
  expect(desk.draft.value).toBeUndefined();
  look.value = lookAt();
  await vi.waitFor(() => expect(desk.config.value?.site).toBe('shop.example'));
});

test('what another panel writes is seen; a draft that is gone is said', async () => {
  const { desk } = await startDesk();
  await desk.beginDraft('nothing');
  const other = (await startDesk()).desk;
  await other.edit('Site', (next) => {
    next.site = 'Shop';
  });
  expect(desk.config.value?.site).toBe('Shop');
  await other.dropDraft();
  expect(desk.draft.value).toBeUndefined();
  await desk.edit('Site', () => {});
  expect(desk.trouble.value).toContain('the draft is gone');
});

test('when it is over it follows nothing', async () => {
  const { desk, look } = await startDesk();
  over.abort();
  expect(fake.listeners()).toBe(0);
  look.value = lookAt('https://other.example/');
  expect(desk.isDraftRead.value).toBe(true);
});

test('conflicts of one site are not those of the next', async () => {
  const { desk, look } = await startDesk();
  await desk.beginDraft(shopConfig());
  const merging = createMerging(desk);
  merging.start(over.signal);
  await desk.editExperience('hero', 'Name', (next) => {
    next.name = 'Ours';
  });
  const theirs = shopConfig();
  theirs.experiences[0]!.name = 'Theirs';
  await merging.mergeConfig(theirs, false, 'theirs.json');
  expect(merging.conflicts.value.length).toBeGreaterThan(0);
  const [conflict] = merging.conflicts.value;
  await merging.takeTheirs(conflict!);
  expect(merging.conflicts.value).not.toContain(conflict);
  merging.conflicts.value = [conflict!];
  look.value = lookAt('https://other.example/');
  expect(merging.conflicts.value).toEqual([]);
});
