// Judges a change once, before anything is looked for, and makes ready what it will show: its rules, its clean
// HTML, its picture. What it may not show is refused here, whatever the schema let through.

import type { ChangeOf } from '../schema/change.ts';
import { isAttributeAllowed } from './allowed.ts';
import type { Edit, PageChange } from './claim.ts';
import { Image, setHTML } from './native.ts';
import { isImageAllowed, isLinkAllowed } from './safe.ts';
import { type SanitizeOptions, sanitize } from './sanitize.ts';
import { makeRule, makeRules } from './sheet.ts';

/** @param later called when HTML that had to be waited for is there */
export function prepare(edit: Edit, options: SanitizeOptions, later: () => void): void {
  const { change, dry } = edit;
  const { hosts } = options;
  const take = (html: string) => {
    const done = (root: Element) => {
      edit.html = root;
      if (!setHTML) later();
    };
    if (!dry) sanitize(html, options, done, () => edit.problem('failed', 'no sanitizer'));
    return true;
  };
  const dress = (properties: Record<string, string>, css: string, media?: string) => {
    edit.css = makeRule(edit.isMarked ? `[${edit.mark}]` : css, properties, media, hosts);
    return !!edit.css;
  };
  const judges: { [K in PageChange['kind']]: (change: ChangeOf<K>) => boolean } = {
    text: () => true,
    class: () => true,
    move: () => true,
    attribute: ({ name }) => isAttributeAllowed(name),
    link: ({ href }) => isLinkAllowed(href),
    image({ src, srcset }) {
      const isAllowed = isImageAllowed(srcset ? `${src} ${srcset}` : src, hosts);
      if (isAllowed && !dry) {
        // asked for now, so that it is there when its element is
        edit.picture = new Image();
        if (srcset) edit.picture.srcset = srcset;
        edit.picture.src = src;
      }
      return isAllowed;
    },
    css({ value }) {
      const { css, isCut } = makeRules(value, hosts);
      edit.css = css;
      return !isCut;
    },
    style: ({ properties, target, media }) => dress(properties, target.css, media),
    hide: ({ target }) => dress({ display: 'none' }, target.css),
    html: ({ value }) => take(value),
    insert: ({ html }) => take(html),
  };
  if (judges[change.kind]?.(change as never)) return;
  // of page-level rules the others still count
  edit.isBad = change.kind !== 'css';
  edit.problem('value');
}
