// Judges a change once, before anything is looked for, and makes ready what it will show: its rules, its clean
// HTML, its picture. What it may not show is refused here, whatever the schema let through.

import { isAttributeAllowed, isHtmlTooLong } from '../grammar/allowed.ts';
import type { ChangeOf } from '../schema/change.ts';
import type { Target } from '../schema/target.ts';
import type { Edit, PageChange } from './claim.ts';
import { Image, setHTML } from './native.ts';
import type { ProblemCode } from './page-problem.ts';
import { isImageAllowed, isLinkAllowed, isSrcsetAllowed } from './safe.ts';
import { type SanitizeOptions, sanitize } from './sanitize.ts';
import { canDress, makeRule, makeRules } from './sheet.ts';

const isTarget = (target?: Partial<Target>) => isText(target?.css);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (list: unknown) => list === undefined || (Array.isArray(list) && list.every(isText));
const isPosition = (position: unknown) => /^(before|after|first|last)$/.test(`${position}`);

/** @param later called when HTML that had to be waited for is there */
export function prepare(edit: Edit, options: SanitizeOptions, later: () => void): void {
  const { change, dry } = edit;
  const { hosts } = options;
  const refuse = (code: ProblemCode = 'value', why?: string) => {
    // of page-level rules the others still count
    edit.isBad = change.kind !== 'css';
    edit.problem(code, why);
  };
  const take = (html: unknown) => {
    if (!isText(html) || isHtmlTooLong(html)) return false;
    const done = (root: Element) => {
      edit.html = root;
      if (!setHTML) later();
    };
    if (!dry) sanitize(html, options, done, refuse);
    return true;
  };
  const dress = (properties: Record<string, string>, css: string, media?: string) => {
    edit.css = makeRule(edit.isMarked ? `[${edit.mark}]` : css, properties, media, hosts);
    return !!edit.css;
  };
  const judges: { [K in PageChange['kind']]: (change: ChangeOf<K>) => boolean } = {
    text: ({ value }) => isText(value),
    class: ({ add, remove }) => isTexts(add) && isTexts(remove),
    move: ({ position, to }) => isPosition(position) && isTarget(to),
    attribute: ({ name, value }) => isAttributeAllowed(name) && (value === null || isText(value)),
    link: ({ href }) => isLinkAllowed(href),
    image({ src, srcset, alt }) {
      const isAllowed =
        isImageAllowed(src, hosts) &&
        (srcset === undefined || isSrcsetAllowed(srcset, hosts)) &&
        (alt === undefined || isText(alt));
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
    insert: ({ html, position }) => isPosition(position) && take(html),
  };
  if (/^(css|style|hide|move)$/.test(change.kind) && !canDress(edit)) edit.isBad = true;
  else if ((change.kind !== 'css' && !isTarget(change.target)) || !judges[change.kind]?.(change as never))
    refuse();
}
