// Nothing goes out without the approval that the author asks for, whatever the panel shows; stopping waits for nobody.

import '../../../../support/fake-browser.ts';
import { beforeEach, expect, test, vi } from 'vitest';
import { approve, KEY, writeKey } from '../../../../../extension/panel/draft/approval.ts';
import { approvalsOf } from '../../../../../extension/panel/draft/approvers.ts';
import { draft } from '../../../../../extension/panel/draft/desk.ts';
import { startDraft } from '../../../../../extension/panel/draft/draft.ts';
import { editDraft } from '../../../../../extension/panel/draft/steps.ts';
import { writeHanded } from '../../../../../extension/panel/draft/write-handed.ts';
import { makeParcel } from '../../../../../extension/panel/publish/publishing.ts';
import { look } from '../../../../../extension/panel/site/page.ts';
import { readHanded } from '../../../../../extension/reader/read-handed.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { fake } from '../../../../support/fake-browser.ts';
import { lookAt, shopConfig } from '../../../../support/fake-stage.ts';

const ORIGIN = 'https://shop.example';
const write = (value: string) => (config: Config) => {
  config.experiences[0]!.status = 'live';
  config.experiences[0]!.variants[0]!.changes = [{ kind: 'text', target: { css: 'h1' }, value }];
};
const kind = async (act?: 'stop') => (await makeParcel(ORIGIN, draft.value!, 'json', act))?.kind;

beforeEach(() => {
  fake.reset();
  // what tags are made of: no test here makes one
  vi.stubGlobal('fetch', async () => new Response(''));
  look.value = lookAt();
  const live = shopConfig();
  write('Live')(live);
  draft.value = editDraft(startDraft(structuredClone(live), live, 0), 'x', write('Spring'), 1);
});

test('asked for, missing, given, and used up by the next change', async () => {
  const pair = await crypto.subtle.generateKey(KEY, false, ['sign', 'verify']);
  const approvers = [{ name: 'Bea', key: await writeKey(pair.publicKey) }];
  expect(await kind()).toBe('fit');
  await approvalsOf(ORIGIN).write({ approvers });
  expect(await kind()).toBe('unapproved');
  expect(await kind('stop')).toBe('fit');

  const read = readHanded(writeHanded(draft.value!, ORIGIN, undefined, 2, false));
  if (read.kind !== 'ok') throw new Error(read.why);
  await approvalsOf(ORIGIN).write({ approvers, given: await approve(read.handed.config, ORIGIN, pair, 3) });
  expect(await kind()).toBe('fit');
  draft.value = editDraft(draft.value!, 'x', write('Spring!'), 4);
  expect(await kind()).toBe('unapproved');
});
