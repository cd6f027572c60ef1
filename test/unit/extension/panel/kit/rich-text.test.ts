// Words with a little markup: whatever is written or pasted, one clean way of saying it.

import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import {
  asText,
  fromText,
  type Reading,
  readRich,
  toHtml,
  wordsOf,
} from '../../../../../extension/panel/kit/rich-text.ts';
import { isWordy, type Written } from '../../../../../extension/wire/is-wordy.ts';
import { mayLink } from '../../../../../shared/grammar/address.ts';
import { draws } from '../../../../support/draws.ts';

/** parse5's tree as the DOM's. */
function asWritten(node: DefaultTreeAdapterTypes.Node): Written {
  const children = 'childNodes' in node ? node.childNodes : [];
  const attrs = 'attrs' in node ? node.attrs : [];
  return {
    nodeName: node.nodeName,
    nodeValue: 'value' in node ? node.value : null,
    childNodes: children.map(asWritten),
    getAttribute: (name) => attrs.find((one) => one.name === name)?.value ?? null,
  };
}
const parse = (html: string): Written => asWritten(parseFragment(html));
const mayLead = (href: string) => mayLink(href, 'https://shop.example/');
const FIELD: Reading = { mayLink: mayLead, isCollapsed: false, isDressed: true };
const PASTED: Reading = { mayLink: mayLead, isCollapsed: true, isDressed: false };

test.each<[what: string, written: string, clean: string]>([
  ['bold and italic by their old names', '<b>Dry</b> <i>nights</i>', '<strong>Dry</strong> <em>nights</em>'],
  ['neighbours of one look', '<b>Dry</b><strong> nights</strong>', '<strong>Dry nights</strong>'],
  ['one order', '<em><strong>Dry</strong></em>', '<strong><em>Dry</em></strong>'],
  ['bold in bold', '<b>a<b>b</b></b>', '<strong>ab</strong>'],
  [
    'a link, and what it looks like',
    '<a class="more" href="/tents">Go</a>',
    '<a href="/tents" class="more">Go</a>',
  ],
  ['a link that runs something', '<a href="javascript:alert(1)">Go</a>', 'Go'],
  ['a handler', '<b onclick="go()">Go</b>', '<strong>Go</strong>'],
  ['what runs or draws', 'a<script>b()</script><style>c</style><svg><text>d</text></svg>', 'a'],
  [
    'a part with a look of the page',
    'For <span class="hot">dry</span> nights',
    'For <span class="hot">dry</span> nights',
  ],
  ['a span of the browser', '<span style="color:red">Dry</span>', 'Dry'],
  [
    'a look taken from a part, as by CSS',
    '<b>Dry <span style="font-weight: normal">nights</span></b>',
    '<strong>Dry </strong>nights',
  ],
  ['a break', 'Dry<br>nights', 'Dry<br>nights'],
  ['lines as some browsers write them', 'Dry<div>nights</div><div>here</div>', 'Dry<br>nights<br>here'],
  ['an empty line', '<div>a</div><div><br></div><div>b</div>', 'a<br><br>b'],
  ['the break that holds a last line open', 'Dry<br>', 'Dry'],
  ['nothing', '<br>', ''],
  ['spaces that were typed', 'a  b ', 'a  b '],
  ['what looks like markup', '1 &lt; 2 &amp; "3"', '1 &lt; 2 &amp; "3"'],
  ['a token', 'Hello <b>{{trait.name|there}}</b>', 'Hello <strong>{{trait.name|there}}</strong>'],
  ['empty bold', 'a<b></b>c', 'ac'],
])('in a field: %s', (_what, written, clean) => {
  expect(toHtml(readRich(parse(written), FIELD))).toBe(clean);
});

test.each<[what: string, written: string, clean: string]>([
  ['no classes', '<p class="MsoNormal"><b class="x">Dry</b></p>', '<strong>Dry</strong>'],
  ['one space', '<p>Dry\n   nights </p>\n<p>here</p>', 'Dry nights<br>here'],
  ['a list', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>', 'one<br>two'],
  [
    'a document that wraps all of it in what is not bold',
    '<b style="font-weight:normal"><span style="font-weight:700">Dry</span> <span style="font-style:italic">nights</span></b>',
    '<strong>Dry</strong> <em>nights</em>',
  ],
  ['a picture', 'a <img src="/x.png" onerror="go()"> b', 'a b'],
  [
    'links of all kinds',
    '<a href="data:text/html,x">a</a> <a href="mailto:a@b.example">b</a>',
    'a <a href="mailto:a@b.example">b</a>',
  ],
])('pasted: %s', (_what, written, clean) => {
  expect(toHtml(readRich(parse(written), PASTED))).toBe(clean);
});

test('words without markup are a text, and a text comes back as it was', () => {
  expect(asText(readRich(parse('Dry &amp; warm'), FIELD))).toBe('Dry & warm');
  expect(asText(readRich(parse('Dry<br>warm'), FIELD))).toBeUndefined();
  expect(wordsOf(readRich(parse('<b>Dry</b><br><a href="/x">warm</a>'), FIELD))).toBe('Dry\nwarm');
  expect(fromText('1 < 2\n& "3"')).toBe('1 &lt; 2<br>&amp; "3"');
  expect(asText(readRich(parse(fromText('1 < 2 & "3"')), FIELD))).toBe('1 < 2 & "3"');
});

test('what is more than words is told apart', () => {
  expect(isWordy(parse('Dry <b>and <a href="/x">warm</a></b><br><span>here</span>'))).toBe(true);
  for (const more of [
    '<img src="/x.png">',
    '<b><ul><li>a</li></ul></b>',
    '<svg></svg>',
    '<button>a</button>',
  ])
    expect(isWordy(parse(`Dry ${more}`)), more).toBe(false);
});

test('read again, clean markup is the same, whatever it was made of', () => {
  const parts = [
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<a href="/x">',
    '</a>',
    '<br>',
    '<div>',
    '</div>',
    ' ',
    'a',
    '&lt;b>',
    '<span class="y">',
    '</span>',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 14 }), (drawn) => {
      for (const reading of [FIELD, PASTED]) {
        const once = toHtml(readRich(parse(drawn.join('')), reading));
        expect(toHtml(readRich(parse(once), reading))).toBe(once);
        expect(once.replace(/<\/?(strong|em|br|a href="\/x"|a|span class="y"|span)>/g, '')).not.toMatch(
          /[<>]/,
        );
      }
    }),
    { numRuns: draws(3000) },
  );
});
