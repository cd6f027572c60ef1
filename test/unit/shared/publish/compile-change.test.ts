// What a page is given of a change.
import { expect, test } from 'vitest';
import type { Prepared } from '../../../../shared/dom/prepared.ts';
import { findLines } from '../../../../shared/engine/lines/table.ts';
import { compileChange } from '../../../../shared/publish/compile-change.ts';
import { compileTable } from '../../../../shared/publish/compile-table.ts';
import type { Change } from '../../../../shared/schema/change.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { SAMPLE } from '../schema/sample.ts';

const place = { base: 'https://shop.example/', own: 'shop.example', hosts: [] };
const target = { css: 'h1' };

test.each<[change: Change, prepared: Prepared | undefined]>([
  [
    { kind: 'html', target, value: '<b>x</b>' },
    { kind: 'html', target, nodes: [['b', 0, 'x']] },
  ],
  [
    { kind: 'insert', target, position: 'after', html: 'x' },
    { kind: 'insert', target, position: 'after', nodes: ['x'] },
  ],
  [
    { kind: 'style', target, properties: { color: 'red' }, media: '(min-width: 1px)' },
    { kind: 'style', target, media: '(min-width: 1px)', css: 'color:red!important' },
  ],
  [
    { kind: 'css', value: 'a{} b' },
    { kind: 'css', css: 'a{}' },
  ],
  [
    { kind: 'hide', target },
    { kind: 'hide', target },
  ],
  [
    { kind: 'text', target, value: 'x' },
    { kind: 'text', target, value: 'x' },
  ],
  [
    { kind: 'text', target, value: { de: 'Neu', '*': 'x' } },
    { kind: 'text', target, value: { de: 'Neu', '*': 'x' } },
  ],
  [
    { kind: 'html', target, value: { de: '<b>Neu</b>', '*': '<i>x</i>' } },
    { kind: 'html', target, nodes: { de: [['b', 0, 'Neu']], '*': [['i', 0, 'x']] } },
  ],
  [
    { kind: 'insert', target, position: 'after', html: { de: 'Neu' } },
    { kind: 'insert', target, position: 'after', nodes: { de: ['Neu'] } },
  ],
  [{ kind: 'html', target, value: '<b>'.repeat(65) }, undefined],
  [{ kind: 'html', target, value: { de: 'Neu', '*': '<b>'.repeat(65) } }, undefined],
  // refused by the schema too
  [{ kind: 'link', target, href: 'javascript:note(9)' }, undefined],
  [{ kind: 'image', target, src: 'https://elsewhere.example/a.png' }, undefined],
  [{ kind: 'image', target, src: '/a.png', srcset: '/b.png 2x, //elsewhere.example/c.png 3x' }, undefined],
  [{ kind: 'attribute', target, name: 'onclick', value: 'note(9)' }, undefined],
])('%j', (change, prepared) => expect(compileChange(change, place)).toEqual(prepared));

test('every kind stands in the table, without what only authors read', () => {
  const config = checkConfig(SAMPLE).config;
  if (!config) throw new Error('the sample is fit');
  const table = compileTable({
    ...config,
    experiences: config.experiences.map((one) => ({ ...one, status: 'live', trigger: { kind: 'load' } })),
  });
  const [json = ''] = findLines(table, '=0.0');
  expect(JSON.parse(json).map(({ kind }: Prepared) => kind)).toEqual(
    config.experiences[0]?.variants[0]?.changes.map(({ kind }) => kind),
  );
  expect(table).not.toContain('"print"');
});
