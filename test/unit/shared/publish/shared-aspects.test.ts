// What a change must tell apart on the page: that which another one may want as well.
import { expect, test } from 'vitest';
import { sharedAspects } from '../../../../shared/publish/shared-aspects.ts';
import type { Change } from '../../../../shared/schema/change.ts';

const target = { css: 'h1' };
const text: Change = { kind: 'text', target, value: 'New' };
const html: Change = { kind: 'html', target, value: '<b>New</b>' };
const title: Change = { kind: 'attribute', target, name: 'title', value: 'New' };
const classes: Change = { kind: 'class', target, add: ['a'], remove: ['b'] };
const hide: Change = { kind: 'hide', target };

test.each<[what: string, of: Change[], names: string[]]>([
  ['alone it loses nothing', [text], []],
  ['two of one element', [text, html], ['content']],
  ['two of different things', [title, text], []],
  ['classes are written by those who own them', [classes], ['class a', 'class b']],
  ['rules are in order', [hide, hide], []],
])('%s', (_what, changes, names) => {
  const [first] = changes;
  expect(first && sharedAspects(changes)(first)).toEqual(names);
});
