// The page in front shows one thing at a time.

import { expect, test } from 'vitest';
import { createPageTurn } from '../../../../../extension/panel/site/page-turn.ts';

test('jobs take turns, whatever becomes of them', async () => {
  const { inPageTurn } = createPageTurn();
  const said: string[] = [];
  const failed = inPageTurn(async () => {
    said.push('one');
    throw new Error('no');
  });
  const second = inPageTurn(async () => void said.push('two'));
  await expect(failed).rejects.toThrow('no');
  await second;
  expect(said).toEqual(['one', 'two']);
});

test('what is edited makes room, and is told when the page is given back', async () => {
  const { borrowPage, givenBack, onBorrow } = createPageTurn();
  const said: string[] = [];
  onBorrow(async () => void said.push('off'));
  await borrowPage(async () => void said.push('job'));
  expect([said, givenBack.value]).toEqual([['off', 'job'], 1]);
});
