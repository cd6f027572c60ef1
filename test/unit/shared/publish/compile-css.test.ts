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
  ['an address', 'a { background: url("/}.png") } b{}', 'a { background: url("/}.png") } b{}'],
  ['one without quotes', "a{b:url( /x.png )}c{d:src( '/y' )}", "a{b:url( /x.png )}c{d:src( '/y' )}"],
  ['nothing', '  ', ''],
])('%s', (_what, css, rules) => expect(compileRules(css)).toBe(rules));

test('declarations win, once', () =>
  expect(compileProperties({ color: 'red !IMPORTANT', '--x': 'a' })).toBe(
    'color:red!important;--x:a!important',
  ));

test.each<[what: string, value: string, written: string]>([
  ['a quote within words ends none', '"a\\"b"', 'x:"a\\"b"!important'],
  ['nor does a brace there', '"\\";b{}"', 'x:"\\";b{}"!important'],
  ['what only looks like words is left out', '"\\"" ; b{} "\\""', ''],
  ['as is a brace', 'a}b', ''],
  ['a bracket that is left open is closed', 'min(1px, [calc(2px', 'x:min(1px, [calc(2px)])!important'],
  ['one that was never open is refused', 'a)', ''],
  ['and one that closes another', '(a]', ''],
  ['words that do not end', '"a', ''],
  ['brackets in words are none', '"(" "\\")"', 'x:"(" "\\")"!important'],
])('a value: %s', (_what, value, written) => expect(compileProperties({ x: value })).toBe(written));

test('a value that is left out takes no other with it', () =>
  expect(compileProperties({ content: '"\\"" ; b{} "\\""', color: 'red' })).toBe('color:red!important'));
