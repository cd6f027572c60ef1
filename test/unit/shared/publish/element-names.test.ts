// Of which kinds a selector's elements are: said, or not known.
import { expect, test } from 'vitest';
import { elementNames } from '../../../../shared/publish/element-names.ts';

test.each<[css: string, names: string[] | undefined]>([
  ['h1', ['h1']],
  ['main > h1.title', ['h1']],
  ['#top h2, .b ~ p#x', ['h2', 'p']],
  ['ul>li:nth-child(2)', ['li']],
  ['.a+span', ['span']],
  ['.title', undefined],
  ['h1, .title', undefined],
  ['h1 *', undefined],
  ['h1 .title', undefined],
  ['h1:not(p)', undefined],
  ['h1[title="a, p"]', undefined],
  ['H1', undefined],
  ['', undefined],
])('%j', (css, names) => expect(elementNames(css)).toEqual(names));
