// Markup as a tree. That it is what browsers make of the same html is test/e2e/dom/markup.spec.ts.
import { expect, test } from 'vitest';
import type { Markup } from '../../../../shared/grammar/markup.ts';
import { compileHtml } from '../../../../shared/publish/compile-html.ts';

const place = { base: 'https://shop.example/', own: 'shop.example', hosts: ['images.example'] };

test.each<[what: string, html: string, tree: Markup[] | undefined]>([
  ['text', 'a &amp; b', ['a & b']],
  ['tokens stay', 'a {{trait.name|you}}', ['a {{trait.name|you}}']],
  ['elements', '<p class="x">a<b>b</b></p>', [['p', { class: 'x' }, 'a', ['b', 0, 'b']]]],
  ['what may not stand there', 'a<script>x</script>b<!-- c -->c<p onclick=x id=y>d', ['abc', ['p', 0, 'd']]],
  ['a link that would run', '<a href="javascript:x">a</a>', [['a', { rel: 'noopener' }, 'a']]],
  ['a picture of another host', '<img src="https://evil.example/a.png" alt="">', [['img', { alt: '' }]]],
  ['of a listed one', '<img src="//images.example/a.png">', [['img', { src: '//images.example/a.png' }]]],
  ['one of many', '<img srcset="/a.png 1x, //evil.example/a.png 2x">', [['img', 0]]],
  ['a button sends nothing', '<button type=submit>a</button>', [['button', { type: 'button' }, 'a']]],
  ['cells', '<td>a</td>', [['td', 0, 'a']]],
  ['elements of another language', '<svg><p>a</p></svg>', [['p', 0, 'a']]],
  ['nested too deep', `${'<b>'.repeat(65)}x`, undefined],
  ['too long', 'x'.repeat(200_001), undefined],
])('%s', (_what, html, tree) => expect(compileHtml(html, place)).toEqual(tree));

test('as deep as may be', () => expect(compileHtml(`${'<b>'.repeat(64)}x`, place)).toBeDefined());
