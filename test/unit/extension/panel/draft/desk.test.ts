// The draft of the site in front: it is followed from site to site, changed in the store, and kept apart from others'.

import '../../../../support/fake-browser.ts';
import { expect, test, vi } from 'vitest';
import { createDesk } from '../../../../../extension/panel/draft/desk.ts';
import { createMerging } from '../../../../../extension/panel/draft/merging.ts';
import { createKnown } from '../../../../../extension/panel/site/known.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { fake } from '../../../../support/fake-browser.ts';
import { lookAt, shopConfig } from '../../../../support/fake-stage.ts';
import { usePanelLife } from '../../../../support/panel-life.ts';
import { until } from '../../../../support/until.ts';

const over = usePanelLife();

async function startDesk() {
  const known = createKnown();
  const { look, pageConfig } = known;
  look.value = lookAt();
  const desk = createDesk(known);
  desk.start(over.signal);
  await until(() => expect(desk.isDraftRead.value).toBe(true));
  return { desk, known, look, pageConfig };
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

test('what has to be counted anew is, without an edit, and says so; undone it is not', async () => {
  const { desk, pageConfig } = await startDesk();
  const live = { ...shopConfig(), measure: { ping: {} } };
  pageConfig.value = { kind: 'ok', config: live, from: 'beside', name: 'selvedge.json' };
  await desk.beginDraft('live');
  const id = live.experiences[0]!.id;
  const roundOf = () => desk.publishable.value?.experiences.find((one) => one.id === id)?.round;
  expect([roundOf(), desk.differences.value]).toEqual([undefined, []]);
  await desk.editExperience(id, 'Share', (one) => {
    one.holdout = 0.35;
  });
  expect(roundOf()).toBe(2);
  expect(desk.differences.value.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/: counted anew from now on, round 2, as these changed: its holdout\.$/),
  );
  await desk.undo();
  expect([roundOf(), desk.differences.value]).toEqual([undefined, []]);
  await desk.editExperience(id, 'Name', (one) => {
    one.name = 'Other';
  });
  expect(roundOf()).toBeUndefined();
});

test('all of it counted anew is one difference, beside what else changed of measuring', async () => {
  const { desk, pageConfig } = await startDesk();
  const live = { ...shopConfig(), measure: { ping: {}, holdout: 0.1, round: 3 } };
  pageConfig.value = { kind: 'ok', config: live, from: 'beside', name: 'selvedge.json' };
  await desk.beginDraft('live');
  const said = () => desk.differences.value.map(({ text }) => text);
  await desk.edit('Anew', ({ measure }) => {
    if (measure) measure.round = 4;
  });
  expect(said()).toEqual(['All of it: counted anew from now on, round 4.']);
  await desk.edit('Window', ({ measure }) => {
    if (measure?.ping) measure.ping.budget = 4;
  });
  expect(said().filter((text) => text.startsWith('Site: measure changed'))).toHaveLength(1);
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
  await until(() => expect(desk.isDraftRead.value).toBe(true));
  expect(desk.draft.value).toBeUndefined();
  look.value = lookAt();
  await until(() => expect(desk.config.value?.site).toBe('shop.example'));
});

test('what was begun for one site is done there, whichever is in front by then', async () => {
  const { desk, look } = await startDesk();
  const { mergeIn, conflicts } = createMerging(desk);
  await desk.beginDraft('nothing');
  const merged = mergeIn(JSON.stringify(shopConfig()), 'theirs.json');
  look.value = lookAt('https://other.example/');
  await until(() => expect(desk.isDraftRead.value).toBe(true));
  await desk.beginDraft('nothing');
  expect(await merged).toBeUndefined();
  const rename = (next: Config) => {
    next.site = 'Shop';
  };
  await desk.edit('Site', rename, false, 'https://shop.example');
  expect([desk.config.value?.site, desk.config.value?.segments]).toEqual(['other.example', []]);
  expect([conflicts.value, desk.trouble.value]).toEqual([[], '']);
  look.value = lookAt();
  await until(() => expect(desk.config.value?.site).toBe('Shop'));
  expect(desk.config.value?.segments).toHaveLength(1);
});

test('what another panel writes is seen; a draft that is gone is said', async () => {
  const { desk } = await startDesk();
  await desk.beginDraft('nothing');
  const other = (await startDesk()).desk;
  await other.edit('Site', (next) => {
    next.site = 'Shop';
  });
  expect(desk.config.value?.site).toBe('Shop');
  await other.throwDraftAway();
  expect(desk.draft.value).toBeUndefined();
  await desk.edit('Site', () => {});
  expect(desk.trouble.value).toContain('the draft is gone');
});

test('a clock that is set back hides no work of another panel', async () => {
  const { desk } = await startDesk();
  const other = (await startDesk()).desk;
  const clock = vi.spyOn(Date, 'now').mockReturnValue(2_000_000);
  const rename = (of: typeof desk, name: string) =>
    of.edit('Site', (next) => {
      next.site = name;
    });
  await desk.beginDraft('nothing');
  await rename(desk, 'First');
  clock.mockReturnValue(1_000_000);
  await rename(other, 'Second');
  expect([desk.config.value?.site, other.config.value?.site]).toEqual(['Second', 'Second']);
  await rename(desk, 'Third');
  expect(other.config.value?.site).toBe('Third');
  await desk.undo();
  expect([desk.config.value?.site, other.config.value?.site]).toEqual(['Second', 'Second']);
  clock.mockRestore();
});

test('with a draft all views show it, until the author asks for what is live', async () => {
  const { desk, known, pageConfig } = await startDesk();
  pageConfig.value = { kind: 'ok', config: shopConfig(), from: 'tag', name: 'selvedge.js' };
  expect(known.side.value).toBe('live');
  await desk.beginDraft('live');
  await desk.edit('Segments', (next) => {
    next.segments[0]!.name = 'Tent lovers';
  });
  await until(() =>
    expect([known.side.value, known.nameOfSegment('tents')]).toEqual(['draft', 'Tent lovers']),
  );
  known.wantedSide.value = 'live';
  expect([known.side.value, known.nameOfSegment('tents')]).toEqual(['live', 'Tent people']);
  known.wantedSide.value = 'draft';
  await desk.throwDraftAway();
  expect([known.side.value, known.nameOfSegment('tents')]).toEqual(['live', 'Tent people']);
});

test('a file goes before what is live, a draft before a file; what is wrong with a draft is not hidden', async () => {
  const { desk, known } = await startDesk();
  known.openConfig.value = { kind: 'bad', problems: [], name: 'bad.json' };
  expect(known.side.value).toBe('live');
  known.openConfig.value = { kind: 'ok', config: shopConfig(), from: 'file', name: 'good.json' };
  expect(known.side.value).toBe('file');
  await desk.beginDraft(shopConfig());
  await desk.edit('Segment', (next) => {
    next.experiences[0]!.variants[0]!.segment = 'nobody';
  });
  await until(() =>
    expect([known.side.value, known.shown.value.kind, known.config.value]).toEqual([
      'draft',
      'bad',
      undefined,
    ]),
  );
});

test('“change something” makes draft, experience and variant in one go, and goes on with one left untouched', async () => {
  const { desk, pageConfig, known } = await startDesk();
  pageConfig.value = { kind: 'ok', config: shopConfig(), from: 'tag', name: 'selvedge.js' };
  await desk.startChange();
  const at = { kind: 'variant', experience: 'change-on-tents', id: 'a', picks: true };
  expect([desk.openView.value, desk.place.value]).toEqual(['make', at]);
  await until(() => expect(known.side.value).toBe('draft'));
  expect(desk.findExperience('change-on-tents')).toMatchObject({
    name: 'Change on /tents',
    pages: ['/tents'],
    variants: [{ segment: 'everyone', changes: [] }],
  });
  // what is live stands before it
  expect(desk.config.value?.experiences.map(({ id }) => id)).toEqual(['hero', 'change-on-tents']);
  await desk.startChange();
  expect(desk.config.value?.experiences).toHaveLength(2);
  await desk.editVariant({ experience: 'change-on-tents', id: 'a' }, 'Hide', (variant) => {
    variant.changes.push({ kind: 'hide', target: { css: 'h1' } });
  });
  await desk.startChange();
  expect(desk.config.value?.experiences).toHaveLength(3);
});

test('what was made is made once and opened once it is kept; an author who went elsewhere meanwhile is not called back', async () => {
  const { desk } = await startDesk();
  await desk.beginDraft('nothing');
  const make = (id: string) =>
    desk.editAndOpen('New segment', (next) => {
      next.segments.push({ id, name: id, when: { kind: 'all', of: [] } });
      return { kind: 'segment', id };
    });
  desk.goToPlace({ kind: 'gallery' });
  const making = make('kept');
  const pressedTwice = make('kept');
  expect(desk.place.value).toEqual({ kind: 'gallery' });
  await Promise.all([making, pressedTwice]);
  expect([desk.place.value, desk.config.value?.segments.length]).toEqual([
    { kind: 'segment', id: 'kept' },
    1,
  ]);

  desk.goToPlace({ kind: 'gallery' });
  const late = make('late');
  desk.place.value = { kind: 'home' };
  await late;
  expect([desk.place.value, desk.config.value?.segments.length]).toEqual([{ kind: 'home' }, 2]);

  desk.goToPlace({ kind: 'gallery' });
  const beside = make('beside');
  desk.openView.value = 'checks';
  await beside;
  expect([desk.openView.value, desk.place.value]).toEqual(['checks', { kind: 'gallery' }]);
});

test('what could not be kept is not opened', async () => {
  const { desk } = await startDesk();
  desk.goToPlace({ kind: 'gallery' });
  await desk.editAndOpen('New segment', () => ({ kind: 'segment', id: 'nobody' }));
  expect([desk.place.value, desk.trouble.value]).toEqual([
    { kind: 'gallery' },
    'the draft is gone; begin a new one',
  ]);
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

test('thrown away, it is offered again until another begins', async () => {
  const { desk } = await startDesk();
  await desk.beginDraft('nothing');
  await desk.edit('Site', (next) => {
    next.site = 'Shop';
  });
  desk.goToPlace({ kind: 'history' });
  await desk.throwDraftAway();
  await until(() => expect(desk.leftOver.value).toMatchObject({ kind: 'thrown' }));
  expect(desk.draft.value).toBeUndefined();
  expect(desk.place.value).toEqual({ kind: 'home' });

  await desk.bringDraftBack();
  await until(() => expect(desk.config.value?.site).toBe('Shop'));
  await desk.undo();
  expect(desk.config.value?.site).toBe('shop.example');

  await desk.throwDraftAway();
  await until(() => expect(desk.draft.value).toBeUndefined());
  await desk.beginDraft('nothing');
  expect(desk.draft.value?.past).toEqual([]);
});

test('what cannot be read is not begun over', async () => {
  const kept = { version: 2, value: 'of a newer release' };
  fake.stored()['draft:https://shop.example'] = kept;
  const { desk } = await startDesk();
  expect(desk.leftOver.value).toEqual({ kind: 'unreadable', raw: kept });
  await desk.startChange();
  expect(desk.draft.value).toBeUndefined();
  expect(desk.trouble.value).toMatch(/cannot be read, so nothing was changed/);
  expect(fake.stored()['draft:https://shop.example']).toEqual(kept);

  await desk.removeLeftOver();
  await until(() => expect(desk.leftOver.value).toEqual({ kind: 'nothing' }));
  await desk.startChange();
  expect(desk.place.value.kind).toBe('variant');
});

test('what was typed a moment ago is in the draft, and checked, once that is asked for', async () => {
  const { desk } = await startDesk();
  await desk.beginDraft({ ...shopConfig(), revision: 0 });
  const { id } = shopConfig().experiences[0]!;
  const readPages = () => desk.publishable.value?.experiences.find((one) => one.id === id)?.pages;
  desk.typeText({ of: 'experience', id, field: 'pages' }, 'Pages', '/typed');
  expect(readPages()).not.toEqual(['/typed']);
  await desk.whenWritten();
  expect(readPages()).toEqual(['/typed']);
  expect(desk.checked.value).toBeDefined();
});

test('nothing is waited for where there is no draft', async () => {
  const { desk } = await startDesk();
  await desk.whenWritten();
  expect(desk.trouble.value).toBe('');
});
