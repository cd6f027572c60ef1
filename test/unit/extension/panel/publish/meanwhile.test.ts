// Who publishes and goes on to another site publishes that draft, there, and nothing happens to the draft of the other one.

import '../../../../support/fake-browser.ts';
import { beforeEach, expect, test, vi } from 'vitest';
import { desk } from '../../../../../extension/panel/draft/desk.ts';
import { startDraft } from '../../../../../extension/panel/draft/draft.ts';
import { editDraft } from '../../../../../extension/panel/draft/steps.ts';
import { draftOf } from '../../../../../extension/panel/draft/store.ts';
import { isPublishing } from '../../../../../extension/panel/publish/outcome-here.ts';
import { publishByPut } from '../../../../../extension/panel/publish/publishing.ts';
import { noteSaved, savedNames } from '../../../../../extension/panel/publish/saved.ts';
import { look } from '../../../../../extension/panel/site/page.ts';
import { lookAt, shopConfig } from '../../../../support/fake-stage.ts';
import { usePanelLife } from '../../../../support/panel-life.ts';
import { until } from '../../../../support/until.ts';

const over = usePanelLife();
const MINE = 'https://shop.example';
const OTHER = 'https://other.example';
const order = {
  url: `${MINE}/selvedge.json`,
  format: 'json',
  scheme: 'bearer',
  token: 't',
  keep: 'open',
} as const;

/** A server with a file that nobody guards, and what goes on while it answers. */
function serve(meanwhile: (method: string) => void) {
  let text: string | undefined;
  vi.stubGlobal('fetch', async (_url: string, { method = 'GET', body }: RequestInit = {}) => {
    meanwhile(method);
    if (method === 'PUT') text = String(body);
    return text === undefined ? new Response('', { status: 404 }) : new Response(text);
  });
  return () => JSON.parse(text ?? '{}');
}

const draftFor = (site: string) =>
  editDraft(
    startDraft({ ...shopConfig(), site }, { ...shopConfig(), site, revision: 4 }, 0),
    'x',
    (next) => {
      next.experiences[0]!.variants[0]!.changes = [
        { kind: 'text', target: { css: 'h1' }, value: `Spring of ${site}` },
      ];
    },
    1,
  );

beforeEach(async () => {
  await draftOf(MINE).update(() => draftFor('shop.example'));
  await draftOf(OTHER).update(() => draftFor('other.example'));
  look.value = lookAt();
  desk.start(over.signal);
  await until(() => expect(desk.config.value?.site).toBe('shop.example'));
});

const goOn = async () => {
  look.value = lookAt(`${OTHER}/`);
  await until(() => expect(desk.config.value?.site).toBe('other.example'));
};

test.each([
  ['as it is sent', 'PUT'],
  ['before it is read what lies there', 'GET'],
])('another site comes to the front %s', async (_when, at) => {
  const before = await draftOf(OTHER).find();
  let going: Promise<void> | undefined;
  const read = serve((method) => {
    if (method === at) going ??= goOn();
  });
  await publishByPut(order);
  await going;
  expect(read()).toMatchObject({ site: 'shop.example', revision: 5 });
  expect(await draftOf(OTHER).find()).toEqual(before);
  expect(await draftOf(MINE).find()).toMatchObject({ draft: { base: { revision: 5 } } });
});

test('and as the browser asks whether it may: what goes out is of the site that was asked for', async () => {
  const read = serve(() => {});
  const published = publishByPut(order);
  expect(isPublishing.value).toBe(true);
  look.value = lookAt(`${OTHER}/`);
  await published;
  expect(read()).toMatchObject({ site: 'shop.example', revision: 5 });
});

test('what is typed as Publish is pressed goes out', async () => {
  const read = serve(() => {});
  desk.typeText({ of: 'experience', id: 'hero', field: 'name' }, 'Name', 'Typed last');
  await publishByPut(order);
  expect(read().experiences[0].id).toBe('hero');
  expect(await draftOf(MINE).find()).toMatchObject({
    draft: { base: { revision: 5, experiences: [{ name: 'Typed last' }] } },
  });
});

test('a file that was saved of an earlier draft is not marked as saved', async () => {
  const of = desk.config.value;
  await desk.edit('Name', (next) => {
    next.experiences[0]!.name = 'Later';
  });
  noteSaved(of, ['json selvedge.json']);
  expect(savedNames.value).toEqual([]);
  noteSaved(desk.config.value, ['json selvedge.json']);
  expect(savedNames.value).toEqual(['json selvedge.json']);
});
