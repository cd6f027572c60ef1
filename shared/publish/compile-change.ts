// Makes of a change what a page shows: nothing of it is parsed, judged or sanitized there any more, as what stands in
// the tag is as trusted as the tag.

import type { Prepared } from '../dom/prepared.ts';
import type { Place } from '../grammar/address.ts';
import type { Change } from '../schema/change.ts';
import { compileProperties, compileRules } from './compile-css.ts';
import { compileHtml } from './compile-html.ts';

/** @returns undefined of what no page would show */
export function compileChange(change: Change, place: Place): Prepared | undefined {
  switch (change.kind) {
    case 'html': {
      const { value, ...rest } = change;
      const nodes = compileHtml(value, place);
      return nodes && { ...rest, nodes };
    }
    case 'insert': {
      const { html, ...rest } = change;
      const nodes = compileHtml(html, place);
      return nodes && { ...rest, nodes };
    }
    case 'style': {
      const { properties, ...rest } = change;
      return { ...rest, css: compileProperties(properties) };
    }
    case 'css':
      return { kind: 'css', css: compileRules(change.value) };
    case 'text':
    case 'attribute':
    case 'image':
    case 'link':
    case 'class':
    case 'hide':
    case 'move':
    case 'redirect':
      return change;
  }
}
