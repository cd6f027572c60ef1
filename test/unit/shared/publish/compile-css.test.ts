// CSS that can be put behind other CSS.
import { expect, test } from 'vitest';
import { compileProperties, compileRules } from '../../../../shared/publish/compile-css.ts';

test.each<[what: string, css: string, rules: string]>([
  ['a rule', ' a { color: red } ', 'a { color: red }'],
  ['what is left open is left out', 'a{} b', 'a{}'],
  ['also behind a semicolon', 'a{} b;', 'a{}'],
  ['a statement is closed', 'a{} @layer x', 'a{}@layer x;'],
  ['or closed already', '@layer x; a{}', '@layer x; a{}'],
  ['a block within a block', '@media all { a{} } b{}', '@media all { a{} } b{}'],
  ['a brace in words is none', 'a::after { content: "}" } b{}', 'a::after { content: "}" } b{}'],
  ['nor in a comment', 'a{} /* } */', 'a{}'],
  ['a comment between', '/* x */ a{} /* y */ @layer z;', '/* x */ a{} /* y */ @layer z;'],
  ['brackets in a selector', 'a:is(b, c)[d="}"] {} e(', 'a:is(b, c)[d="}"] {}'],
  ['nothing', '  ', ''],
])('%s', (_what, css, rules) => expect(compileRules(css)).toBe(rules));

test('declarations win, once', () =>
  expect(compileProperties({ color: 'red !IMPORTANT', '--x': 'a' })).toBe(
    'color:red!important;--x:a!important',
  ));
