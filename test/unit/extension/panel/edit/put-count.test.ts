// How many items, digit by digit.

import { expect, test } from 'vitest';
import { putCount } from '../../../../../extension/panel/edit/list/put-count.ts';
import type { ChangeOf } from '../../../../../shared/schema/change.ts';

const LIST: ChangeOf<'recommend'> = {
  kind: 'recommend',
  target: { css: '.list' },
  card: { item: '.card' },
  from: ['viewed'],
  count: 6,
};

test('the least is lowered with it, and is there again once there are as many', () => {
  const typed = putCount({ ...LIST, least: 4 }, 1, 4);
  expect(typed).toEqual({ ...LIST, count: 1, least: 1 });
  expect(putCount(typed, 12, 4)).toEqual({ ...LIST, count: 12, least: 4 });
  expect(putCount(LIST, 3, undefined)).toEqual({ ...LIST, count: 3 });
});
