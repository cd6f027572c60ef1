// What became of a publish: one at a time, said even when it breaks, and no news of the next site.

import '../../../../support/fake-browser.ts';
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { type Draft, startDraft } from '../../../../../extension/panel/draft/draft.ts';
import { createOutcomeHere } from '../../../../../extension/panel/publish/outcome-here.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';

const again = () => {};

function startPublishing() {
  const origin = signal<string | undefined>('https://shop.example');
  const draft = signal<Draft | undefined>(startDraft(shopConfig(), undefined, 0));
  const outcomeHere = createOutcomeHere({ origin, draft });
  let fail: (why: Error) => void = () => {};
  const first = outcomeHere.publishOnce(
    'shop.example',
    { again },
    () =>
      new Promise((_, reject) => {
        fail = reject;
      }),
  );
  const broken = {
    outcome: { kind: 'broken', message: expect.stringContaining('no line') },
    place: 'shop.example',
    again,
  };
  return { origin, ...outcomeHere, first, fail: () => fail(new Error('no line')), broken };
}

test('one at a time, and said on its own site alone', async () => {
  const { origin, result, isPublishing, publishOnce, forgetResult, first, fail, broken } = startPublishing();
  expect(isPublishing.value).toBe(true);
  await publishOnce('shop.example', { again }, async () => ({ kind: 'forbidden' }));
  expect(result.value).toBeUndefined();
  fail();
  await first;
  expect([isPublishing.value, result.value]).toEqual([false, broken]);
  origin.value = 'https://other.example';
  expect(result.value).toBeUndefined();
  origin.value = 'https://shop.example';
  forgetResult();
  expect(result.value).toBeUndefined();
});

test('who was on another site when it ended hears of it back on its own', async () => {
  const { origin, result, first, fail, broken } = startPublishing();
  origin.value = 'https://other.example';
  fail();
  await first;
  expect(result.value).toBeUndefined();
  origin.value = 'https://shop.example';
  expect(result.value).toEqual(broken);
});
