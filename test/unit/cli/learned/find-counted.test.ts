// Whether a file is what a query answered is seen from its beginning; what can be read once only is left to who reads it.
import { execFileSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { BUYER_COLUMNS } from '../../../../cli/learn/buyers-query.ts';
import { findCounted } from '../../../../cli/learn/find-counted.ts';
import { createCommandLine } from '../command-line.ts';

const line = createCommandLine();
afterAll(line.remove);

test('a header says it', () => {
  line.write('buyers.csv', `\ufeff"${BUYER_COLUMNS.join('","')}"\r\n`);
  line.write('orders.csv', 'Email,Date,Total\n');
  expect(['buyers.csv', 'orders.csv', 'none.csv', '.'].map((name) => findCounted(line.at(name)))).toEqual([
    'buyers',
    undefined,
    undefined,
    undefined,
  ]);
});

test('a pipe that has a name is not opened: this would wait for who writes, and leave who reads without them', () => {
  execFileSync('mkfifo', [line.at('orders.csv.pipe')]);
  expect(findCounted(line.at('orders.csv.pipe'))).toBeUndefined();
});
