// What became of a publish: one at a time, said even when it breaks, and no news of the next site.

import '../../../../support/fake-browser.ts';
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { type Draft, startDraft } from '../../../../../extension/panel/draft/draft.ts';
import { createOutcomeHere } from '../../../../../extension/panel/publish/outcome-here.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';
import { usePanelLife } from '../../../../support/panel-life.ts';

const over = usePanelLife();

test('one at a time, and forgotten with the site', async () => {
  const origin = signal<string | undefined>('https://shop.example');
  const draft = signal<Draft | undefined>(startDraft(shopConfig(), undefined, 0));
  const { result, isPublishing, publishOnce, start } = createOutcomeHere({ origin, draft });
  start(over.signal);
  let fail: (why: Error) => void = () => {};
  const again = () => {};
  const first = publishOnce('shop.example', { again }, () => new Promise((_, reject) => (fail = reject)));
  expect(isPublishing.value).toBe(true);
  await publishOnce('shop.example', { again }, async () => ({ kind: 'forbidden' }));
  expect(result.value).toBeUndefined();
  fail(new Error('no line'));
  await first;
  expect([isPublishing.value, result.value]).toEqual([
    false,
    {
      outcome: { kind: 'broken', message: expect.stringContaining('no line') },
      place: 'shop.example',
      again,
    },
  ]);
  origin.value = 'https://other.example';
  expect(result.value).toBeUndefined();
});
