// Config is not code: what a change may not name, say, load or lead to.
import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { readKinds } from './read-schema.ts';
import { broken } from './sample.ts';

const target = { css: 'h1' };
const AT = 'experiences[0].variants[0].changes[0]';
const place = (change: unknown) => broken(['experiences', 0, 'variants', 0, 'changes'], [change]);

function refuses(change: unknown, field: string, says: RegExp) {
  const { config, problems } = checkConfig(place(change));
  expect(config).toBeUndefined();
  const found = problems.find((problem) => problem.path === `${AT}.${field}`);
  expect(problems.map((problem) => problem.path)).toContain(`${AT}.${field}`);
  expect(found?.problem).toMatch(says);
  expect(found?.remedy).toMatch(/\S/);
}
const takes = (change: unknown) => expect(checkConfig(place(change)).problems).toEqual([]);

describe('words by language', () => {
  const text = (value: unknown) => ({ kind: 'text', target, value });
  test.each<[change: object, field: string, says: RegExp, remedy: RegExp]>([
    [text({}), 'value', /no language/, /"\*"/],
    [text({ de: 5, '*': 'x' }), 'value.de', /the number 5/, /text/],
    [text({ de: null, '*': 'x' }), 'value.de', /null/, /text/],
    [text({ de: ['x'], '*': 'x' }), 'value.de', /a list/, /text/],
    [text(['x']), 'value', /a list/, /by language/],
    [text(5), 'value', /the number 5/, /by language/],
    [text(undefined), 'value', /missing/, /by language/],
    [text({ de_AT: 'x', '*': 'x' }), 'value.de_AT', /no language tag/, /"de-AT"/],
    [text({ german: 'x', '*': 'x' }), 'value.german', /no language tag/, /"de"/],
    [text({ Français: 'x', '*': 'x' }), 'value["Français"]', /no language tag/, /"fr"/],
    [text({ x: 'x', '*': 'x' }), 'value.x', /no language tag/, /such as "de"/],
    [text({ de: 'x', DE: 'y', '*': 'x' }), 'value.DE', /"de" once more/, /one/],
    [text({ de: '{{trait.name', '*': 'x' }), 'value.de', /not closed/, /trait/],
    [{ ...text({ de: '<b onclick="x()">', '*': 'x' }), kind: 'html' }, 'value.de', /onclick/, /./],
    [
      { kind: 'insert', target, position: 'after', html: { de: '<script>', '*': 'x' } },
      'html.de',
      /<script>/,
      /./,
    ],
    [{ ...text({ de: '<img src="//cdn.example/a">', '*': 'x' }), kind: 'html' }, 'value.de', /cdn/, /hosts/],
    [{ kind: 'attribute', target, name: 'title', value: { de: '{{x}}', '*': '' } }, 'value.de', /token/, /./],
  ])('refuses %j', (change, field, says, remedy) => {
    refuses(change, field, says);
    const { problems } = checkConfig(place(change));
    expect(problems.find(({ path }) => path === `${AT}.${field}`)?.remedy).toMatch(remedy);
  });

  test.each([
    [text({ '*': 'x' })],
    [text({ de: 'x', 'de-AT': 'x', 'zh-Hant-TW': 'x', 'es-419': 'x', '*': '{{trait.name|x}}' })],
    [{ ...text({ de: '<b>x</b>', '*': '<img src="/a.png" alt="">' }), kind: 'html' }],
    [{ kind: 'insert', target, position: 'after', html: { de: 'x', '*': 'x' } }],
    [{ kind: 'attribute', target, name: 'title', value: { de: 'x', '*': 'x' } }],
  ])('takes %j', takes);

  const warnings = (...changes: object[]) =>
    checkConfig(broken(['experiences', 0, 'variants', 0, 'changes'], changes)).problems.map(
      ({ path, problem, severity }) => `${severity} ${path.slice(AT.length - 2)} ${problem}`,
    );
  const others = 'no words for all other languages, so pages in these keep their original';
  test.each<[what: string, changes: object[], said: string[]]>([
    ['none for all others', [text({ de: 'x' })], [`warning 0].value ${others}`]],
    [
      'a language that another change has',
      [text({ de: 'x', fr: 'x', '*': 'x' }), text({ DE: 'x', '*': 'x' })],
      ['warning 1].value no words for "fr", which the words beside these have'],
    ],
    [
      'its first part is enough',
      [text({ 'de-AT': 'x', de: 'x', '*': 'x' }), text({ de: 'x', '*': 'x' })],
      [],
    ],
    [
      'written once beside others by language',
      [text({ de: 'x', '*': 'x' }), text('Words')],
      ['warning 1].value the same words in all languages, while those beside these have "de"'],
    ],
    ['said to be for all', [text({ de: 'x', '*': 'x' }), text({ '*': 'Words' })], []],
    ['a price', [text({ de: 'x', '*': 'x' }), { ...text('<b>20 €</b>'), kind: 'html' }], []],
    ['a token', [text({ de: 'x', '*': 'x' }), text('{{trait.name|}}')], []],
    [
      'attributes that say nothing',
      [text({ de: 'x', '*': 'x' }), { kind: 'attribute', target, name: 'loading', value: 'lazy' }],
      [],
    ],
    ['all written once', [text('Words'), text('Other words')], []],
  ])('warns: %s', (_, changes, said) => expect(warnings(...changes)).toEqual(said));

  test('of html in each language, what will be taken out', () => {
    expect(warnings({ ...text({ de: '<b id="a">x</b>', '*': 'x' }), kind: 'html' })).toEqual([
      'warning 0].value.de the attribute id on <b> will be taken out',
    ]);
  });
});

describe('targets', () => {
  test.each([
    ...[
      'script',
      'STYLE',
      'link',
      'meta',
      'base',
      'head',
      'title',
      'html',
      'template',
      'iframe',
      'frame',
      'object',
      'embed',
    ].map((css) => [css]),
    ['h1, script'],
    ['script, h1'],
    ['body > script:first-of-type'],
    ['script.x'],
    ['head > *, html:root'],
    [':is(h1, script)'],
    ['div :where(.a script)'],
    ['\\73 cript'],
    ['svg|script'],
    ['input[type=password]'],
    ["input[type='password' i]"],
    ['#pay input[autocomplete="cc-number"]'],
    ['[autocomplete=current-password]'],
    ['input[name="card_number"]'],
  ])('refuses %s', (css) => refuses({ kind: 'hide', target: { css } }, 'target.css', /must not be changed/));

  test('refuses to move into the head', () =>
    refuses({ kind: 'move', target, to: { css: 'head' }, position: 'last' }, 'to.css', /<head>/));

  test.each([
    ['', /empty/],
    ['  ', /empty/],
    ['h1[', /attribute/],
    ['h1[a="x]', /attribute/],
    ['h1:not(.a', /not closed/],
    ['h1)', /no selector|out of place/],
    ['h1 >', /too early/],
    ['> h1', /before ">"/],
    ['h1,,h2', /before ","/],
    ['h1,', /too early/],
    ['#1a', /digit/],
    ['.', /no name/],
    ['h1::before', /part of one/],
    ['h1:before', /part of one/],
    ['p:contains("x")', /jQuery/],
    ['li:eq(2)', /jQuery/],
    ['h1{color:red}', /./],
    ['//h1[1]', /no selector/],
    ['<h1>', /no selector/],
    [':is()', /nothing stands/],
    ['.a:not(>)', /./],
    ['1h', /no selector/],
    ['.a b:has(> script', /not closed/],
  ])('refuses %j', (css, says) => refuses({ kind: 'hide', target: { css } }, 'target.css', says));

  test.each([
    ['h1'],
    ['*.x > *'],
    ['a[href^="https://x.example/?a=1,2"]'],
    ['a[href$=".pdf" i]'],
    ['[data-x]'],
    ["[title='a\\'b']"],
    ['ul li:nth-child(2n + 1 of .x, .y)'],
    ['section:has(> h2 + p)'],
    [':not(script)'],
    ['article:has(script) h2'],
    ['.a\\:b\\/c'],
    ['#\\31 a'],
    ['.größe'],
    ['my-element.--x'],
    ['h1:lang(de)'],
    ['main ~ aside + footer , nav'],
    ['.script'],
    ['[role=button]'],
    ['input[type=search]'],
    ['svg|a, *|*'],
    ['html body main'],
    ['\n  h1\n  > a\n'],
  ])('takes %j', (css) => takes({ kind: 'hide', target: { css } }));

  test('refuses a bad host of a shadow root', () =>
    refuses({ kind: 'hide', target: { css: 'a', within: ['b', ']'] } }, 'target.within[1]', /selector/));
  test('warns of a target that is everything', () => {
    const { problems } = checkConfig(place({ kind: 'hide', target: { css: '*' } }));
    expect(problems).toEqual([expect.objectContaining({ severity: 'warning', path: `${AT}.target` })]);
  });
});

describe('addresses', () => {
  test.each([
    ['javascript:alert(1)'],
    [' JaVaScRiPt:alert(1)'],
    ['java\nscript:alert(1)'],
    ['java\tscript:alert(1)'],
    ['\u0001javascript:alert(1)'],
    ['\u200bjavascript:alert(1)'],
    ['&#106;avascript:alert(1)'],
    ['&#x6A;avascript&colon;alert(1)'],
    ['data:text/html,<script>alert(1)</script>'],
    ['data:image/svg+xml,<svg/>'],
    ['vbscript:x'],
    ['blob:https://x.example/1'],
    ['file:///etc/passwd'],
    ['intent://x'],
    ['ftp://x.example/'],
  ])('refuses %j for a link', (href) => refuses({ kind: 'link', target, href }, 'href', /scheme/));
  test('refuses a whole address without a host', () =>
    refuses({ kind: 'link', target, href: 'https:/x' }, 'href', /host/));
  test.each([
    ['/a'],
    ['a/b?x=javascript:1'],
    ['?x=1'],
    ['#x'],
    ['https://anywhere.example/a:b'],
    ['mailto:a@b.example'],
    ['tel:+491234'],
    ['./a:b'],
  ])('takes %j for a link', (href) => takes({ kind: 'link', target, href }));

  test.each([
    ['src', { src: 'javascript:x' }, /scheme/],
    ['src', { src: 'data:text/html,x' }, /scheme/],
    ['src', { src: 'https://evil.example/a.png' }, /another host/],
    ['src', { src: '//evil.example/a.png' }, /another host/],
    ['src', { src: '\\\\evil.example/a.png' }, /nobody can tell/],
    ['src', { src: 'https://images.example@evil.example/a.png' }, /nobody can tell/],
    ['src', { src: 'https://sub.images.example/a.png' }, /another host/],
    ['src', { src: 'https://images.example.evil.example/a.png' }, /another host/],
    ['srcset', { src: '/a.png', srcset: '/a.png 1x, https://evil.example/b.png 2x' }, /another host/],
  ])('refuses the image %s of %j', (field, fields, says) =>
    refuses({ kind: 'image', target, ...fields }, field, says),
  );
  test.each([
    ['/a.png'],
    ['https://images.example/a.png'],
    ['https://shop.example/a.png'],
    ['data:image/png;base64,AAAA'],
  ])('takes the image %s', (src) => takes({ kind: 'image', target, src }));

  test.each([
    ['https://evil.example/'],
    ['//evil.example/'],
    ['/\\evil.example/'],
    ['\\\\evil.example'],
    ['/\t/evil.example'],
    ['sale/'],
    ['javascript:alert(1)'],
    [''],
  ])('refuses the redirect %j', (url) => refuses({ kind: 'redirect', url }, 'url', /begin with one/));
  test.each([['/'], ['/sale/?a=1#b']])('takes the redirect %j', (url) => takes({ kind: 'redirect', url }));
});

describe('html', () => {
  const both = (html: string, says: RegExp) => {
    refuses({ kind: 'html', target, value: html }, 'value', says);
    refuses({ kind: 'insert', target, position: 'after', html }, 'html', says);
  };
  test.each([
    ['<script>alert(1)</script>', /<script>/],
    ['<SCRIPT/x>alert(1)</SCRIPT>', /<script>/],
    ['<img src=x onerror=alert(1)>', /onerror/],
    ['<img src=x\nonerror\n=alert(1)>', /onerror/],
    ['<img/src="x"/onerror=alert(1)>', /onerror/],
    ['<p title=">" onclick="x">', /onclick/],
    ['<p title=\'>\' ONCLICK="x">', /onclick/],
    ['<a href="javascript:alert(1)">x</a>', /javascript/],
    ['<a href=" java&Tab;script:alert(1)">x</a>', /javascript/],
    ['<a href=&#106;avascript:alert(1)>x</a>', /javascript/],
    ['<a href="data:text/html,x">x</a>', /data/],
    ['<iframe src="/x"></iframe>', /<iframe>/],
    ['<object></object>', /<object>/],
    ['<embed>', /<embed>/],
    ['<svg onload=alert(1)>', /<svg>|onload/],
    ['<math></math>', /<math>/],
    ['<style>*{}</style>', /<style>/],
    ['<link rel=stylesheet href=/x>', /<link>/],
    ['<meta http-equiv=refresh>', /<meta>/],
    ['<base href=/>', /<base>/],
    ['<form action=/x></form>', /<form>/],
    ['<input>', /<input>/],
    ['<textarea></textarea>', /<textarea>/],
    ['<template><p></template>', /<template>/],
    ['<video src=/x></video>', /<video>/],
    ['<my-element></my-element>', /<my-element>/],
    ['<!--><script>alert(1)</script>-->', /<script>/],
    ['<p title="x"onclick="y">', /onclick/],
    ['<details open ontoggle=alert(1)>', /<details>|ontoggle/],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">', /<noscript>/],
    ['<button formaction="/x">x</button>', /formaction/],
    ['<img src="https://evil.example/x.png">', /another host/],
    ['<img srcset="/a.png 1x, //evil.example/x.png 2x">', /another host/],
    ['<p>{{name}}</p>', /token/],
  ])('refuses %s', (html, says) => both(html, says));
  test.each([
    ['<h2 class="x">A &lt;script&gt; of 3 < 4</h2>'],
    ['<p>Hi <b>{{trait.name|you}}</b><br><a href="/x" target="_blank" rel="noopener">x</a></p>'],
    [
      '<figure><picture><source srcset="/a.avif"><img src="/a.png" alt="a > b" loading="lazy"></picture></figure>',
    ],
    ['<button type="button" aria-expanded="false">x</button>'],
    ['<table><tr><td>1</td></tr></table>'],
    ['no tags'],
  ])('takes %s', (value) => takes({ kind: 'html', target, value }));
  test('warns of what will be taken out', () => {
    const { problems } = checkConfig(place({ kind: 'html', target, value: '<p id="a" style="x">' }));
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'warning',
        path: `${AT}.value`,
        problem: expect.stringMatching(/id.*style/),
      }),
    ]);
  });
});

describe('css', () => {
  test.each([
    ['@import "x.css";', /@import/],
    ['@\\69mport "x.css";', /@import/],
    ['@/**/import "x.css";', /@import/],
    ['a{background:url(https://evil.example/x)}', /another host/],
    ['a{background:url( "//evil.example/x" )}', /another host/],
    ['a{background:u\\72l(//evil.example/x)}', /two ways/],
    ['a{background:URL(//evil.example/x)}', /another host/],
    ['a{background:url(\\2f\\2f evil.example/x)}', /two ways/],
    ['a{background:image-set("https://evil.example/x" 1x)}', /another host/],
    ['a{background:-webkit-image-set(url(//evil.example/x) 1x)}', /another host/],
    ['a{--x:"//evil.example/x";background:image-set(var(--x))}', /another host/],
    ['@font-face{font-family:x;src:url(//evil.example/x.woff2)}', /another host/],
    ['a{background:url(https:evil.example/x)}', /without a host/],
    ['a{background:image-set("https:evil.example/x" 1x)}', /without a host/],
    ['a{background:url(javascript:alert(1))}', /two ways/],
    ['a{background:url("javascript:alert(1)")}', /javascript/],
    ['a{background:url("//images.example(.evil.example/x")}', /nobody can tell/],
    ['a{background:url("//images.example(@evil.example/x")}', /nobody can tell/],
    ['a{background:url("//images.example,.evil.example/x")}', /nobody can tell/],
    ['a{--x:[a="//evil.example/x"]}', /another host/],
    ['a{--x:{[a="//evil.example/x"]}}', /another host/],
    ['@function --f(--a:"//evil.example/x"){result:image-set(var(--a) 1x)}', /another host/],
    ['a{background:url(x/*)"*/url(//evil.example/x)"}', /two ways|not closed/],
    ['a{background:url(data:text/html,x)}', /data/],
    ['a{width:expression(alert(1))}', /script/],
    ['a{behavior:url(/x.htc)}', /script/],
    ['a{-moz-binding:url(/x.xml)}', /script/],
    ['a{color:red', /bracket/],
    ['a{content:"x}', /quote/],
    ['a{} /* x', /comment/],
    ['a{}}', /bracket/],
    ['</style><script>', /tag/],
  ])('refuses %s', (value, says) => refuses({ kind: 'css', value }, 'value', says));
  test.each([
    ['a[href^="https://evil.example"]{color:red}'],
    ['a{background:url(/x.png)}'],
    ['a{background:url(data:image/png;base64,AA)}'],
    ['a::before{content:"}"}'],
    ['@media (min-width:1px){a{b:c}}'],
    ['@font-face{font-family:x;src:url(https://images.example/x.woff2)}'],
    ['/* } */ a{}'],
  ])('takes %s', (value) => takes({ kind: 'css', value }));

  test.each([
    ['properties.fontSize', { properties: { fontSize: '1px' } }, /no CSS property/],
    ['properties.Color', { properties: { Color: 'red' } }, /no CSS property/],
    ['properties.color', { properties: { color: 'red; background: blue' } }, /more than one/],
    ['properties.color', { properties: { color: 'red } a { b: c' } }, /more than one/],
    ['properties.color', { properties: { color: ' ' } }, /empty/],
    ['properties.background', { properties: { background: 'url(//evil.example/x)' } }, /another host/],
    [
      'properties["background-image"]',
      { properties: { 'background-image': 'u\\72l(//evil.example/x)' } },
      /two ways/,
    ],
    ['properties.behavior', { properties: { behavior: 'url(/x)' } }, /script/],
    ['properties', { properties: {} }, /no property/],
    ['media', { properties: { color: 'red' }, media: '@media print' }, /bare/],
    ['media', { properties: { color: 'red' }, media: '(min-width: 1px){' }, /bare/],
    ['media', { properties: { color: 'red' }, media: '(min-width: 1px' }, /bare/],
    ['media', { properties: { color: 'red' }, media: '' }, /bare/],
  ])('refuses %s of %j', (field, fields, says) => refuses({ kind: 'style', target, ...fields }, field, says));
  test.each([
    [{ properties: { color: 'red', '-webkit-line-clamp': '2', '--x': 'a' } }],
    [{ properties: { color: 'red !important' }, media: 'print' }],
    [{ properties: { color: 'red' }, media: '(400px <= width <= 700px) and (hover: hover)' }],
    [{ properties: { 'font-family': '"A; B", serif' } }],
  ])('takes %j', (fields) => takes({ kind: 'style', target, ...fields }));
});

describe('the rest', () => {
  test.each([
    ['onclick', /handler/],
    ['href', /not allowed/],
    ['src', /not allowed/],
    ['style', /not allowed/],
    ['srcdoc', /not allowed/],
    ['class', /not allowed/],
    ['id', /not allowed/],
    ['value', /not allowed/],
    ['data-x', /not allowed/],
    ['aria-', /not allowed/],
    ['Title', /not allowed/],
    ['is', /not allowed/],
  ])('refuses the attribute %s', (name, says) =>
    refuses({ kind: 'attribute', target, name, value: 'x' }, 'name', says),
  );
  test.each([
    'title',
    'alt',
    'placeholder',
    'lang',
    'dir',
    'width',
    'height',
    'loading',
    'decoding',
    'aria-label',
  ])('takes the attribute %s', (name) => takes({ kind: 'attribute', target, name, value: 'x' }));
  test.each([
    ['{{trait.name', /not closed/],
    ['{{name}}', /not understood/],
    ['{{trait.}}', /not understood/],
    ['{{traits.name|x}}', /not understood/],
    ['{{context.devise|x}}', /unknown fact/],
    ['a {{trait.a|b}} {{ }}', /not understood/],
  ])('refuses the token in %j', (value, says) => {
    refuses({ kind: 'text', target, value }, 'value', says);
    refuses({ kind: 'attribute', target, name: 'title', value }, 'value', says);
  });
  test.each(['{{trait.name|there}}', '{{context.query.ref|}}', '{{trait.first-name}}', 'a } b { c'])(
    'takes %j',
    (value) => takes({ kind: 'text', target, value }),
  );
  test.each([
    [{ add: ['a b'] }, 'add[0]', /one class/],
    [{ remove: ['.a'] }, 'remove[0]', /one class/],
    [{ add: [''] }, 'add[0]', /one class/],
    [{}, '', /neither/],
    [{ add: [], remove: [] }, '', /neither/],
  ])('refuses the class %j', (fields, field, says) => {
    const { problems } = checkConfig(place({ kind: 'class', target, ...fields }));
    expect(problems[0]?.path).toBe(field ? `${AT}.${field}` : AT);
    expect(problems[0]?.problem).toMatch(says);
  });
  test('names every kind there is', () => {
    const { problems } = checkConfig(place({ kind: 'x' }));
    for (const kind of readKinds('Change').keys()) expect(problems[0]?.remedy).toContain(kind);
  });
  test('warns of tokens in an address', () => {
    const { problems } = checkConfig(place({ kind: 'link', target, href: '/x?n={{trait.name|}}' }));
    expect(problems).toEqual([expect.objectContaining({ severity: 'warning', path: `${AT}.href` })]);
  });
});
