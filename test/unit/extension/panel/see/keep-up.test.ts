// A preview goes on with what the views show, and ends only where there is nothing to show.

import '../../../../support/fake-browser.ts';
import { effect, signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createKeepUp } from '../../../../../extension/panel/see/keep-up.ts';
import type { FoundConfig } from '../../../../../extension/panel/site/found-config.ts';
import { previewOf, type Side } from '../../../../../extension/wire/preview-state.ts';
import type { Look } from '../../../../../extension/wire/stage-shapes.ts';
import { fake } from '../../../../support/fake-browser.ts';
import { lookAt, shopConfig } from '../../../../support/fake-stage.ts';
import { until } from '../../../../support/until.ts';

type Ok = Extract<FoundConfig, { kind: 'ok' }>;
const ok = (site: string): Ok => ({ kind: 'ok', config: { ...shopConfig(), site }, from: 'tag', name: 'x' });
const TOKEN = '0'.repeat(32);

const read = () => previewOf(TOKEN).read();
const end = vi.fn(async () => undefined);
let stop = () => {};
beforeEach(async () => {
  end.mockClear();
  await previewOf(TOKEN).write({
    tabId: 7,
    origin: 'https://shop.example',
    config: shopConfig(),
    drafts: false,
    side: 'live',
    as: { kind: 'original' },
    seed: 's',
    traits: {},
    choices: {},
  });
});
afterEach(() => {
  stop();
  fake.reset();
});

function follow() {
  const page = {
    look: signal<Look | undefined>(undefined),
    config: signal<Ok | undefined>(undefined),
    ownDraft: signal({ isRead: { value: true }, found: { value: { kind: 'none' } as FoundConfig } }),
    side: signal<Side>('live'),
  };
  const token = signal<string | undefined>(TOKEN);
  stop = effect(createKeepUp(page, token, end));
  return page;
}

test('what is shown instead is previewed instead', async () => {
  const page = follow();
  page.config.value = ok('one.example');
  page.look.value = lookAt();
  page.config.value = ok('two.example');
  await until(async () => expect((await read())?.config.site).toBe('two.example'));
});

test('who is previewed meanwhile stays', async () => {
  const page = follow();
  page.config.value = ok('one.example');
  page.look.value = lookAt();
  const as = { kind: 'segments' as const, ids: ['tents'] };
  page.config.value = ok('two.example');
  await previewOf(TOKEN).update((state) => state && { ...state, as });
  page.config.value = ok('three.example');
  await until(async () => expect(await read()).toMatchObject({ config: { site: 'three.example' } }));
  expect((await read())?.as).toEqual(as);
  await Promise.all([
    previewOf(TOKEN).update((state) => state && { ...state, as: { kind: 'original' as const } }),
    (async () => {
      page.config.value = ok('four.example');
    })(),
  ]);
  await until(async () => expect(await read()).toMatchObject({ config: { site: 'four.example' } }));
  expect((await read())?.as).toEqual({ kind: 'original' });
});

test('where there is nothing on another side it ends', async () => {
  const page = follow();
  page.side.value = 'draft';
  page.config.value = ok('one.example');
  page.look.value = lookAt();
  page.config.value = undefined;
  page.side.value = 'live';
  await until(() => expect(end).toHaveBeenCalledOnce());
});

test('a page that is still looked at says nothing of what there is', async () => {
  const page = follow();
  // a draft of another time, before anything is known of the page
  page.side.value = 'draft';
  page.config.value = ok('one.example');
  page.config.value = undefined;
  page.side.value = 'live';
  page.config.value = ok('two.example');
  page.look.value = lookAt();
  await read();
  expect(end).not.toHaveBeenCalled();
  expect((await read())?.config.site).toBe('shop.example');
});
