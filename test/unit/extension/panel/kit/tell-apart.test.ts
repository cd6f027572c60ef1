// Names beside each other.

import { expect, test } from 'vitest';
import { tellApart } from '../../../../../extension/panel/kit/tell-apart.ts';

test('what reads the same is numbered in its order, and nothing else is', () => {
  expect(tellApart(['Seen lately', 'Also bought', 'Seen lately'])).toEqual([
    'Seen lately (1)',
    'Also bought',
    'Seen lately (2)',
  ]);
  expect(tellApart(['Seen lately', 'Also bought'])).toEqual(['Seen lately', 'Also bought']);
  expect(tellApart([])).toEqual([]);
});
