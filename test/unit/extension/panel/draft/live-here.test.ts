// What became live since a draft began: the draft's own is noticed in whichever view the author is, another's is news.

import '../../../../support/fake-browser.ts';
import { expect, test } from 'vitest';
import { createDesk } from '../../../../../extension/panel/draft/desk.ts';
import { createLiveHere } from '../../../../../extension/panel/draft/live-here.ts';
import { createKnown } from '../../../../../extension/panel/site/known.ts';
import { trimConfig } from '../../../../../shared/publish/bundle.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { lookAt, shopConfig } from '../../../../support/fake-stage.ts';
import { usePanelLife } from '../../../../support/panel-life.ts';
import { until } from '../../../../support/until.ts';

const over = usePanelLife();

async function start() {
  const known = createKnown();
  const { look, pageConfig } = known;
  look.value = lookAt();
  const desk = createDesk(known);
  desk.start(over.signal);
  const liveHere = createLiveHere(known, desk);
  liveHere.start(over.signal);
  await until(() => expect(desk.isDraftRead.value).toBe(true));
  const goLive = (config: Config) => {
    pageConfig.value = { kind: 'ok', config: trimConfig(config), from: 'tag', name: 'selvedge.js' };
  };
  return { desk, liveHere, goLive };
}

test('a draft that was brought to its site as a file is published, also where it holds what no segment asks for', async () => {
  const { desk, liveHere, goLive } = await start();
  await desk.beginDraft({ ...shopConfig(), revision: 0, value: { purchases: [0.25, 30, 0.8, 2.4] } });
  expect(desk.unpublished.value).toBeGreaterThan(0);
  goLive({ ...desk.publishable.value!, revision: 1 });
  await until(() => expect(desk.draft.value?.base?.revision).toBe(1));
  await until(() => expect(desk.unpublished.value).toBe(0));
  expect(desk.differences.value).toEqual([]);
  expect(liveHere.news.value).toBeUndefined();
  expect(desk.config.value?.value).toBeDefined();
});

test('what somebody else published is news, and changes nothing by itself', async () => {
  const { desk, liveHere, goLive } = await start();
  await desk.beginDraft({ ...shopConfig(), revision: 0 });
  const theirs = structuredClone({ ...desk.publishable.value!, revision: 1 });
  theirs.experiences[0]!.pages = ['/sale'];
  goLive(theirs);
  await until(() => expect(liveHere.news.value?.config.revision).toBe(1));
  expect(desk.draft.value?.base).toBeUndefined();
  // an older one is a copy that some browser kept
  await desk.changeDraft((before) => ({ ...before, base: { ...shopConfig(), revision: 2 } }));
  await until(() => expect(liveHere.news.value).toBeUndefined());
});
