// A field that stands twice is an error, at its own place, however it is spelt; twice in two objects it is none.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { findDuplicateKeys } from '../../../../shared/schema/find-duplicate-keys.ts';
import { SAMPLE } from './sample.ts';

test.each<[text: string, paths: string[]]>([
  ['{"a":1,"b":2}', []],
  ['{"a":1,"a":1}', ['a']],
  ['{"a":1,"b":{"a":2},"c":[{"a":1},{"a":1}]}', []],
  ['{"a":[{},{"x":"y","z":[1,[2,{"k":1,"k":2}]]}]}', ['a[1].z[1][1].k']],
  ['{"a":"b","b":"a","c":"\\"a\\":"}', []],
  ['{"id":1,"\\u0069d":2}', ['id']],
  ['{ "a" : {"a":1,"a":{"a":1}} , "a" : [] }', ['a.a', 'a']],
  ['{"a":true,"a":null,"a":-1.5e3}', ['a', 'a']],
  ['{"__proto__":1,"__proto__":2}', ['__proto__']],
  ['{"a b":1,"a b":2}', ['["a b"]']],
  ['[{"a":1},{"a":1,"b":[],"b":[]}]', ['[1].b']],
  ['"a"', []],
  ['{"":1,"":2}', ['[""]']],
])('%s', (text, paths) => expect(findDuplicateKeys(text).map(({ path }) => path)).toEqual(paths));

test('what JSON.stringify writes has none, and one field written again is found where it is', () => {
  fc.assert(
    fc.property(fc.json(), fc.jsonValue(), (text, value) => {
      expect(findDuplicateKeys(text)).toEqual([]);
      const inside = JSON.stringify(value);
      expect(findDuplicateKeys(`{"list":[0,{"k":${inside},"k":${text}}]}`)).toMatchObject([
        { path: 'list[1].k' },
      ]);
    }),
  );
});

test('a config with one is refused', () => {
  const text = JSON.stringify(SAMPLE).replace('"revision":', '"site":"other.example","revision":');
  expect(checkConfig(text)).toEqual({
    problems: [
      expect.objectContaining({
        path: 'site',
        problem: 'the field "site" is there twice',
        severity: 'error',
      }),
    ],
  });
});
