// Editing one variant on the page: the page shows it alone, hears what is done there, and is given back.

import '../../../../support/fake-browser.ts';
import { beforeEach, expect, test } from 'vitest';
import { createDesk } from '../../../../../extension/panel/draft/desk.ts';
import { createOnPage } from '../../../../../extension/panel/edit/on-page.ts';
import { createPreview } from '../../../../../extension/panel/see/preview.ts';
import { createPage } from '../../../../../extension/panel/site/page.ts';
import { createPageTurn } from '../../../../../extension/panel/site/page-turn.ts';
import type { PreviewState } from '../../../../../extension/wire/preview-state.ts';
import { fake } from '../../../../support/fake-browser.ts';
import { openPage, shopConfig } from '../../../../support/fake-stage.ts';
import { usePanelLife } from '../../../../support/panel-life.ts';
import { until } from '../../../../support/until.ts';

const over = usePanelLife();
beforeEach(() => openPage());

/** The one preview that is stored. */
const previewed = (): PreviewState | undefined => {
  const [item] = Object.entries(fake.stored()).filter(([key]) => key.startsWith('preview:'));
  return (item?.[1] as { value: PreviewState } | undefined)?.value;
};

async function startEditing() {
  const page = createPage();
  const desk = createDesk(page);
  const turns = createPageTurn();
  const onPage = createOnPage(page, desk, createPreview(page), turns);
  desk.start(over.signal);
  onPage.start(over.signal);
  page.start(undefined, over.signal);
  await until(() => expect(desk.isDraftRead.value).toBe(true));
  await desk.beginDraft(shopConfig());
  desk.goToPlace({ kind: 'variant', experience: 'hero', id: 'a' });
  await until(() => expect(previewed()).toBeDefined());
  return { page, desk, turns, onPage };
}

test('the page shows the variant alone, to everybody, whatever its pages', async () => {
  await startEditing();
  expect(previewed()?.as).toEqual({ kind: 'segments', ids: ['tents'] });
  expect(previewed()?.config.experiences).toMatchObject([
    { pages: ['*'], variants: [{ segment: 'everyone' }] },
  ]);
});

test('what is edited is shown as soon as it is kept', async () => {
  const { onPage } = await startEditing();
  onPage.putOnPage({ kind: 'text', target: { css: 'h1' }, value: 'All tents' }, 'Text');
  await until(() =>
    expect(previewed()?.config.experiences[0]?.variants[0]?.changes).toMatchObject([{ value: 'All tents' }]),
  );
});

test('undo and leaving, done on the page, are done here', async () => {
  const { desk, onPage } = await startEditing();
  await desk.editVariant({ experience: 'hero', id: 'a' }, 'Name', (variant) => {
    variant.name = 'B';
  });
  fake.news('edit', { kind: 'undo' }, 7);
  await until(() => expect(desk.findVariant('hero', 'a')?.name).toBe('A'));
  await onPage.startPicking();
  expect(onPage.mode.value).toBe('pick');
  fake.news('edit', { kind: 'left' }, 7);
  expect(onPage.mode.value).toBe('browse');
  fake.news('edit', { kind: 'chose', change: 0 }, 7);
  expect(onPage.chosenChange.value).toBe(0);
});

test('a tool pressed on the page opens here; hiding is done at once, of what is picked alone', async () => {
  const { desk, onPage } = await startEditing();
  const hidden = () => desk.findVariant('hero', 'a')?.changes.filter(({ kind }) => kind === 'hide');
  fake.news('edit', { kind: 'tool', tool: 'style' }, 7);
  expect(onPage.wantedTool.value).toBe('style');
  fake.news('edit', { kind: 'tool', tool: 'html' }, 7);
  expect(onPage.wantedTool.value).toBe('style');
  fake.news('edit', { kind: 'tool', tool: 'hide' }, 7);
  const target = { css: '#lead' };
  onPage.picked.value = {
    choices: [{ target, stability: 1 }],
    tag: 'p',
    text: 'The lead',
    language: 'en',
    isWordy: true,
    takes: 'links',
    attributes: {},
    beneath: [],
    path: ['page', 'paragraph'],
    hasChildren: false,
    ground: '#fff',
    styles: {},
  };
  fake.news('edit', { kind: 'tool', tool: 'hide' }, 7);
  await until(() => expect(hidden()).toEqual([{ kind: 'hide', target }]));
  expect(onPage.wantedTool.value).toBe('style');
});

test('going elsewhere gives the page back', async () => {
  const { desk, page, turns } = await startEditing();
  await turns.inPageTurn(async () => {});
  desk.place.value = { kind: 'home' };
  await until(() => expect([previewed(), page.status.value?.token]).toEqual([undefined, undefined]));
});

test('another view has the page to itself, and the variant comes back with its own', async () => {
  const { desk, page, turns } = await startEditing();
  await turns.inPageTurn(async () => {});
  desk.openView.value = 'preview';
  await until(() => expect([previewed(), page.status.value?.token]).toEqual([undefined, undefined]));
  desk.openView.value = 'make';
  await until(() => expect(previewed()).toBeDefined());
});

test('who came to change something picks at once, and only once', async () => {
  const { desk, onPage } = await startEditing();
  await desk.startChange();
  await until(() => expect(onPage.mode.value).toBe('pick'));
  expect(desk.place.value).not.toHaveProperty('picks');
});

test('who picks while another variant is still taken off the page goes on picking', async () => {
  const { desk, turns, onPage } = await startEditing();
  await desk.edit('Variant', (next) => {
    next.experiences[0]!.variants.push({ id: 'b', name: 'B', segment: 'everyone', changes: [] });
  });
  let go = () => {};
  let mode = 'off';
  fake.stage.edit = async ({ kind }: { kind: string }) => {
    if (kind === 'end')
      await new Promise<void>((done) => {
        go = done;
      });
    if (kind !== 'find') mode = kind === 'end' ? 'off' : kind;
    return { mode, ...(kind === 'find' && { found: [] }) };
  };
  await onPage.startPicking();
  let free = () => {};
  const held = new Promise<void>((done) => {
    free = done;
  });
  void turns.inPageTurn(() => held);
  desk.place.value = { kind: 'variant', experience: 'hero', id: 'b' };
  const picking = onPage.startPicking();
  free();
  const ordered = () =>
    fake.asked
      .flatMap(([, input]) => (input as { kind?: string }).kind ?? [])
      .filter((kind) => kind !== 'find');
  await until(() => expect(ordered()).toContain('end'));
  go();
  await picking;
  await turns.inPageTurn(async () => {});
  expect(onPage.mode.value).toBe('pick');
  expect(ordered()).toEqual(['pick', 'end', 'pick']);
});

test('what the page answered before is no news after what it told since', async () => {
  const { onPage } = await startEditing();
  await onPage.startPicking();
  const { edit } = fake.stage;
  let go = () => {};
  fake.stage.edit = async (input) => {
    await new Promise<void>((done) => (go = done));
    return { ...(edit!(input) as object), mode: 'pick' };
  };
  const pointing = onPage.point({ css: 'h1' });
  await until(() => expect(fake.asked.at(-1)?.[1]).toMatchObject({ kind: 'point' }));
  fake.news('edit', { kind: 'left' }, 7);
  go();
  await pointing;
  expect(onPage.mode.value).toBe('browse');
});

test('who leaves while the page is loaded anew finds the next variant unpicked, and no trouble', async () => {
  const { desk, onPage } = await startEditing();
  await onPage.startPicking();
  const asked: string[] = [];
  const answer = fake.stage.edit as (order: { kind: string }) => unknown;
  fake.stage.edit = (order: { kind: string }) => {
    asked.push(order.kind);
    if (order.kind === 'end') throw new Error('the page is gone');
    return answer(order);
  };
  desk.goToPlace({ kind: 'home' });
  await until(() => expect(previewed()).toBeUndefined());
  desk.goToPlace({ kind: 'variant', experience: 'hero', id: 'a' });
  await until(() => expect(asked).toEqual(['end', 'find']));
  await until(() => expect(previewed()).toBeDefined());
  expect([onPage.mode.value, onPage.pageTrouble.value, asked]).toEqual(['off', '', ['end', 'find']]);
});

test('who borrows the page finds nothing edited on it, and it comes back', async () => {
  const { turns } = await startEditing();
  const during = await turns.borrowPage(async () => previewed());
  expect(during).toBeUndefined();
  await until(() => expect(previewed()).toBeDefined());
});

test('when it is over nobody listens', async () => {
  await startEditing();
  over.abort();
  expect(fake.listeners()).toBe(0);
});
