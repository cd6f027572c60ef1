// The page in front: what a look finds, what a new tab forgets, and that nothing goes on when it is over.

import '../../../../support/fake-browser.ts';
import { effect, signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import type { FoundConfig } from '../../../../../extension/panel/site/found-config.ts';
import { createPage } from '../../../../../extension/panel/site/page.ts';
import { trimConfig } from '../../../../../shared/publish/bundle.ts';
import { fake } from '../../../../support/fake-browser.ts';
import { lookAt, openPage, shopConfig, statusOf, URL_HERE } from '../../../../support/fake-stage.ts';
import { usePanelLife } from '../../../../support/panel-life.ts';
import { until } from '../../../../support/until.ts';

const over = usePanelLife();
beforeEach(() => openPage());

async function startPage(tabId?: number) {
  const page = createPage();
  page.start(tabId, over.signal);
  await until(() => expect(page.isLooking.value).toBe(false));
  return page;
}

test('making one asks nobody', () => {
  createPage();
  expect([fake.asked, fake.listeners()]).toEqual([[], 0]);
});

test('a look tells the page, its memory and its host', async () => {
  const page = await startPage();
  expect(page.refusal.value).toBeUndefined();
  const { status: _status, ...look } = lookAt();
  expect([page.tab.value?.id, page.host.value]).toEqual([7, 'shop.example']);
  expect(page.look.value).toMatchObject(look);
  expect(page.memory.value?.seed).toBe('seed');
});

test('segments are answered from what is known', async () => {
  const page = await startPage();
  page.pageConfig.value = { kind: 'ok', config: shopConfig(), from: 'tag', name: 'selvedge.js' };
  expect(page.segments.value).toMatchObject([{ id: 'tents' }]);
  expect(page.nameOfSegment('tents')).toBe('Tent people');
});

test('what is live is called as in the draft, and is what it was', async () => {
  const page = await startPage();
  const live = trimConfig(shopConfig());
  const other = { ...live.experiences[0]!, id: 'other-one' };
  page.pageConfig.value = {
    kind: 'ok',
    config: { ...live, experiences: [...live.experiences, other] },
    from: 'tag',
    name: 'selvedge.js',
  };
  const found = () => page.config.value?.config;
  expect(page.experiences.value.map(({ name }) => name)).toEqual(['Hero', 'Other one']);
  const draft = shopConfig();
  draft.experiences[0]!.name = 'The big picture';
  draft.experiences[0]!.status = 'draft';
  const own = signal<FoundConfig>({ kind: 'ok', config: draft, from: 'draft', name: '' });
  page.ownDraft.value = { isRead: { value: true }, found: own };
  page.wantedSide.value = 'live';
  expect(page.experiences.value.map(({ name }) => name)).toEqual(['The big picture', 'Other one']);
  expect(found()?.experiences[0]?.variants[0]?.name).toBe('A');
  // nothing else of the draft is live
  expect(trimConfig(found()!)).toEqual(trimConfig({ ...live, experiences: [...live.experiences, other] }));
  own.value = { kind: 'none' };
  expect(page.experiences.value.map(({ name }) => name)).toEqual(['Hero', 'Other one']);
});

test('another tab in front is looked at, and nothing of the first one stays', async () => {
  const page = await startPage();
  page.pageConfig.value = { kind: 'ok', config: shopConfig(), from: 'tag', name: 'selvedge.js' };
  openPage(8);
  fake.stage.look = () => lookAt('https://other.example/');
  fake.front(8);
  await until(() => expect(page.host.value).toBe('other.example'));
  expect(page.pageConfig.value).toEqual({ kind: 'none' });
});

test('where the browser does not allow it, the panel says why', async () => {
  fake.tab = { id: 7, url: 'about:addons', windowId: 1 };
  const page = await startPage();
  expect(page.refusal.value).toBeDefined();
  expect(page.look.value).toBeUndefined();
});

test('the stage of this tab says what is previewed', async () => {
  const page = await startPage();
  fake.news('status', statusOf('now'), 7);
  expect(page.status.value?.token).toBe('now');
  fake.news('status', statusOf('then'), 8);
  expect(page.status.value?.token).toBe('now');
});

test('what a stage said before is no news, however late it comes; another document begins anew', async () => {
  const page = await startPage();
  const [first, second] = [statusOf('edited'), statusOf()];
  fake.news('status', second, 7);
  fake.news('status', first, 7);
  expect(page.status.value).toEqual(second);
  const loaded = { ...statusOf('kept'), documentAt: 2, order: 1 };
  fake.news('status', loaded, 7);
  expect(page.status.value).toEqual(loaded);
});

test('what is previewed while a slow look is under way is not forgotten when that ends', async () => {
  const page = await startPage();
  let isAnswered = () => {};
  const { readMemory } = fake.stage;
  fake.stage.readMemory = async () => {
    await new Promise<void>((resolve) => {
      isAnswered = resolve;
    });
    return readMemory?.({} as never);
  };
  fake.asked.length = 0;
  const looked = page.lookAgain();
  await until(() => expect(fake.asked.map(([call]) => call)).toContain('readMemory'));
  fake.news('status', statusOf('now'), 7);
  isAnswered();
  await looked;
  expect(page.status.value?.token).toBe('now');
});

test('a tab that has gone on by now is looked at anew, and one that has not is left alone', async () => {
  const page = await startPage();
  fake.asked.length = 0;
  await page.catchUp();
  expect(fake.asked).toEqual([]);
  const next = 'https://shop.example/stoves';
  fake.tab = { id: 7, url: next, windowId: 1 };
  fake.tabs = [fake.tab];
  fake.stage.look = () => lookAt(next);
  await page.catchUp();
  expect(page.look.value?.url).toBe(next);
});

test('what one page remembers is never told of another, not for a moment', async () => {
  const page = await startPage();
  const pairs = new Set<string>();
  const next = 'https://shop.example/stoves';
  const { readMemory } = fake.stage;
  const remembered = { ...(readMemory?.({} as never) as object), seed: 'next' };
  const goOn = () => {
    const look = lookAt(next);
    fake.stage.look = () => ({ ...look, status: { ...look.status, documentAt: 2 } });
    fake.stage.readMemory = () => remembered;
  };
  const stop = effect(() => {
    pairs.add(`${page.memory.value?.seed} ${page.look.value?.url}`);
  });
  // the tab goes on while it is asked once more
  fake.stage.readMemory = () => {
    goOn();
    return remembered;
  };
  await until(() => expect(page.look.value?.url).toBe(next));
  fake.stage.look = () => lookAt();
  fake.stage.readMemory = () => ({ ...remembered, seed: 'last' });
  await page.lookAgain();
  stop();
  expect([...pairs]).toEqual([`seed ${URL_HERE}`, `next ${next}`, `last ${URL_HERE}`]);
});

test('when it is over nobody listens', async () => {
  const page = await startPage();
  expect(fake.listeners()).toBeGreaterThan(0);
  over.abort();
  expect(fake.listeners()).toBe(0);
  fake.front(8);
  expect(page.isLooking.value).toBe(false);
});
