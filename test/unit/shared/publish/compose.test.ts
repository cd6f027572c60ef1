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

test('what pieces share has the shortest names that one script can have, but for what is written in the table', () => {
  const shared: Pieces = {
    names: { start: ['$_c$', 1] },
    pieces: [
      { name: 'a', text: 'var $_a$=2,$_b$="$1$2";', needs: [] },
      { name: 'c', text: 'var $_c$=t=>[t,$_a$*$_a$,$_b$];', needs: [0] },
    ],
  };
  const script = compose(shared, 'start', { $_a$: 'start' }, '$_a$');
  expect(script).toContain('var A=2,B="$1$2";');
  expect(runInNewContext(script)).toEqual(['$_a$', 4, '$1$2']);
  expect(script).toContain('{$_a$:C}');
});

test('a part goes by the name that the build has given its key, and what is within it by its own', () => {
  const renamed: Pieces = { ...pieces, keys: { twice: 'x' } };
  const parts: Wanted = { twice: 'twice', facts: { twice: 'twice' } };
  expect(compose(renamed, 'start', parts, '')).toContain('{x:_b,facts:{twice:_b}}');
});
