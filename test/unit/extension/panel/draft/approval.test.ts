// An approval is by one of those who may give it, for this site, and for these very bytes.

import '../../../../support/fake-browser.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  approve,
  isKey,
  judgeApproval,
  KEY,
  writeKey,
} from '../../../../../extension/panel/draft/approval.ts';
import { judgeStanding, mayGoOut } from '../../../../../extension/panel/draft/approvers.ts';
import { startDraft } from '../../../../../extension/panel/draft/draft.ts';
import { editDraft } from '../../../../../extension/panel/draft/steps.ts';
import { nextOf, writeHanded } from '../../../../../extension/panel/draft/write-handed.ts';
import { readHanded } from '../../../../../extension/reader/read-handed.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';

const ORIGIN = 'https://shop.example';
const makePair = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(KEY, false, ['sign', 'verify']);

let bea: CryptoKeyPair;
let mallory: CryptoKeyPair;
let list: { name: string; key: string }[];
beforeAll(async () => {
  [bea, mallory] = await Promise.all([makePair(), makePair()]);
  list = [{ name: 'Bea', key: await writeKey(bea.publicKey) }];
});

const makeDraft = () =>
  editDraft(
    startDraft(shopConfig(), shopConfig(), 0),
    'Renamed',
    (config) => {
      config.experiences[0]!.name = 'Spring';
    },
    1,
  );
/** What Publish would send out. */
const outOf = (draft: ReturnType<typeof makeDraft>) => checkConfig(nextOf(draft)).config!;
/** What the colleague gets to see, and signs. */
function handedOf(draft: ReturnType<typeof makeDraft>) {
  const read = readHanded(writeHanded(draft, ORIGIN, 'Anna', 2, false));
  if (read.kind !== 'ok') throw new Error(read.why);
  return read.handed.config;
}

test('what was handed over and signed is approved as it goes out', async () => {
  const draft = makeDraft();
  const text = await approve(handedOf(draft), ORIGIN, bea, 1000);
  const judged = await judgeApproval(text, outOf(draft), ORIGIN, list);
  expect(judged).toEqual({ kind: 'approved', by: 'Bea', at: 1000 });
});

test('a private key leaves by no way', async () => {
  await expect(crypto.subtle.exportKey('pkcs8', bea.privateKey)).rejects.toThrow();
  expect(await approve(shopConfig(), ORIGIN, bea, 1)).not.toContain('"d"');
});

describe('does not count', () => {
  const refused = async (text: string, why: RegExp, config = outOf(makeDraft()), approvers = list) => {
    const judged = await judgeApproval(text, config, ORIGIN, approvers);
    expect(judged.kind === 'refused' && judged.why).toMatch(why);
  };
  const give = (pair = bea, at = ORIGIN) => approve(handedOf(makeDraft()), at, pair, 1000);

  test('of a draft that has changed since, by one letter or by its revision', async () => {
    const draft = makeDraft();
    const text = await give();
    const rename = (config: Config) => {
      config.experiences[0]!.name = 'Springs';
    };
    const other = editDraft(draft, 'x', rename, 3);
    await refused(text, /another state/, outOf(other));
    await refused(text, /another state/, { ...outOf(draft), revision: 9 });
  });
  test('of somebody who is not on the list', async () => refused(await give(mallory), /not on your list/));
  test('under another’s key', async () => {
    const mine = JSON.parse(await give(mallory));
    await refused(JSON.stringify({ ...mine, key: list[0]!.key }), /changed after it was signed/);
  });
  test('for another site', async () => refused(await give(bea, 'https://evil.example'), /another site/));
  test('with another statement', async () => {
    const given = JSON.parse(await give());
    const statement = given.statement.replace('1000', '2000');
    await refused(JSON.stringify({ ...given, statement }), /changed after it was signed/);
  });
  test.each([
    ['', /no approval/],
    ['[]', /no approval/],
    ['{"selvedge":"draft"}', /no approval/],
    ['x'.repeat(20_000), /no approval/],
    ['{"selvedge":"approval","version":2}', /newer/],
    ['{"selvedge":"approval","version":1,"statement":1}', /damaged/],
    ['{"selvedge":"approval","version":1,"statement":"","key":"","signature":""}', /not on your list/],
  ])('%.60s', (text, why) => refused(text, why));
  test('where a key on the list is none', async () => {
    const given = { ...JSON.parse(await give()), key: '%' };
    await refused(JSON.stringify(given), /changed after/, outOf(makeDraft()), [{ name: 'X', key: '%' }]);
  });
});

test('nobody has to approve until somebody is named', async () => {
  const config = outOf(makeDraft());
  const text = await approve(handedOf(makeDraft()), ORIGIN, bea, 1000);
  const kinds = async (...all: Parameters<typeof judgeStanding>) => {
    const standing = await judgeStanding(...all);
    return [standing.kind, mayGoOut(standing)];
  };
  expect(await kinds({ approvers: [] }, config, ORIGIN)).toEqual(['free', true]);
  expect(await kinds({ approvers: list }, config, ORIGIN)).toEqual(['missing', false]);
  expect(await kinds({ approvers: list, given: text }, config, ORIGIN)).toEqual(['approved', true]);
  expect(await kinds({ approvers: list, given: '{}' }, config, ORIGIN)).toEqual(['refused', false]);
});

test('what is written down as a key is one', async () => {
  expect(await isKey(list[0]!.key)).toBe(true);
  for (const text of ['', 'x', '%', 'A'.repeat(87)]) expect(await isKey(text)).toBe(false);
});
