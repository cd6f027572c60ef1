// Makes of a change what a page shows: nothing of it is parsed, judged or sanitized there any more, as what stands in
// the tag is as trusted as the tag.

import type { Prepared } from '../dom/prepared.ts';
import { nameList } from '../engine/lines/kept-lists.ts';
import { mayLink, mayLoadImage, type Place } from '../grammar/address.ts';
import { isAttributeAllowed } from '../grammar/allowed.ts';
import type { Markup } from '../grammar/markup.ts';
import { readSrcset } from '../grammar/srcset.ts';
import type { ByLanguage, Words } from '../grammar/words-for.ts';
import type { Change } from '../schema/change.ts';
import { compileProperties, compileRules } from './compile-css.ts';
import { compileHtml } from './compile-html.ts';

/** Of lists of recommended items. */
export interface ListsKnown {
  /** The file of items, or what stands for their pages. */
  file: string;
  /** How old (ms) one may be that was kept. */
  most: number;
}

/** The trees of what is said, or those by language; undefined where one of them is no markup that a page takes. */
function compileWords(words: Words, place: Place): Markup[] | ByLanguage<Markup[]> | undefined {
  if (typeof words === 'string') return compileHtml(words, place);
  const trees: ByLanguage<Markup[]> = {};
  for (const [language, html] of Object.entries(words)) {
    const nodes = compileHtml(html, place);
    if (!nodes) return undefined;
    trees[language] = nodes;
  }
  return trees;
}

/**
 * @param known what a list of the config is made of
 * @returns undefined of what no page would show
 */
export function compileChange(change: Change, place: Place, known?: ListsKnown): Prepared | undefined {
  switch (change.kind) {
    case 'html': {
      const { value, ...rest } = change;
      const nodes = compileWords(value, place);
      return nodes && { ...rest, nodes };
    }
    case 'insert': {
      const { html, ...rest } = change;
      const nodes = compileWords(html, place);
      return nodes && { ...rest, nodes };
    }
    case 'style': {
      const { properties, ...rest } = change;
      return { ...rest, css: compileProperties(properties) };
    }
    case 'css':
      return { kind: 'css', css: compileRules(change.value) };
    // the schema has judged these as well; what it let through is not published all the same
    case 'attribute':
      return isAttributeAllowed(change.name) ? change : undefined;
    case 'image': {
      const { src, srcset = '' } = change;
      return [src, ...readSrcset(srcset)].every((address) => mayLoadImage(address, place))
        ? change
        : undefined;
    }
    case 'link':
      return mayLink(change.href, place.base) ? change : undefined;
    // drawn by a file that comes later
    case 'block':
    case 'ask':
      return undefined;
    // chosen there as well; but an earlier page may have made one ready
    case 'recommend': {
      const { kind, target } = change;
      const { hosts } = place;
      return (
        known && {
          kind,
          target,
          of: nameList(change, known.file),
          most: known.most,
          ...(hosts[0] && { hosts }),
        }
      );
    }
    case 'text':
    case 'class':
    case 'hide':
    case 'move':
    case 'redirect':
      return change;
    default:
      return change satisfies never;
  }
}
