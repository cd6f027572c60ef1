// A script from pieces of text: what is asked for, what that needs, and nothing else.
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { compose, type Pieces, type Wanted } from '../../../../shared/publish/compose.ts';

const pieces: Pieces = {
  names: { start: ['_c', 2], all: ['_e', 4], twice: ['_b', 1], never: ['_d', 3] },
  pieces: [
    { name: 'a.ts', text: 'var _a=2;', needs: [] },
    { name: 'b.ts', text: 'var _b=n=>n*_a;', needs: [0] },
    { name: 'c.ts', text: 'function _c(table,parts){return [table,parts.twice?.(4)]}', needs: [] },
    { name: 'd.ts', text: 'var _d=1;', needs: [] },
    { name: 'e.ts', text: 'var _e=(table,parts)=>parts.a;', needs: [] },
  ],
};
const run = (parts: Wanted, table = '') => runInNewContext(compose(pieces, 'start', parts, table));

test('a part is there with what it needs', () => expect(run({ twice: 'twice' })).toEqual(['', 8]));
test('also within another, by any name', () =>
  expect(runInNewContext(compose(pieces, 'all', { a: { 'b.c': 'twice' } }, ''))['b.c'](2)).toBe(4));
test('or is not', () => {
  expect(run({})).toEqual(['', undefined]);
  expect(compose(pieces, 'start', {}, '')).not.toContain('_a');
});
test.each(['\n#0\t["a\\n`$' + '{x}"]\n', '</script><!--', 'ü \u2028 😀', '\\'])('the table %j', (table) => {
  expect(run({}, table)[0]).toBe(table);
  expect(compose(pieces, 'start', {}, table)).toMatch(/^(?!.*<\/script|.*<!--)[ -~\n\t]*$/s);
});
test('a part of another version is said', () =>
  expect(() => compose(pieces, 'start', { other: 'other' }, '')).toThrow('no part "other"'));
