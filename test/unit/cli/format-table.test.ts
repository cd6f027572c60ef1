// Tables of a terminal: what stands to the left, what to the right.
import { expect, test } from 'vitest';
import { formatTable } from '../../../cli/format-table.ts';

test('the first column stands to the left, numbers to the right, and the last as it is', () => {
  const rows = [
    ['level', 'visitors', ''],
    ['exact', '1,200', 'each request says so'],
    ['a longer one', '7', ''],
  ];
  expect(formatTable(rows)).toEqual([
    'level         visitors',
    'exact            1,200  each request says so',
    'a longer one         7',
  ]);
  expect(formatTable([])).toEqual([]);
});
