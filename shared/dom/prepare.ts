// Judges a change once, before anything is looked for, and makes ready what it will show: its rules, its clean
// HTML, its picture. What it may not show is refused here, whatever the schema let through.

import { isAttributeAllowed, isHtmlTooLong } from '../grammar/allowed.ts';
import type { ChangeOf } from '../schema/change.ts';
import type { Target } from '../schema/target.ts';
import type { ApplierOptions } from './applier-options.ts';
import type { Edit, SpokenChange } from './claim.ts';
import { followLinks } from './follow.ts';
import { Image, setHTML } from './native.ts';
import type { ProblemCode } from './page-problem.ts';
import { isImageAllowed, isLinkAllowed, isSrcsetAllowed } from './safe.ts';
import { sanitize } from './sanitize.ts';
import { canDress } from './scratch.ts';
import { makeRule, makeRules } from './sheet.ts';

const isTarget = (target?: Partial<Target>) => isText(target?.css);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (list: unknown) => list === undefined || (Array.isArray(list) && list.every(isText));
const isPosition = (position: unknown) =>
  position === 'before' || position === 'after' || position === 'first' || position === 'last';
/** Whether it is shown by rules of ours, or may have to be. */
const isWorn = ({ kind }: SpokenChange) =>
  kind === 'css' || kind === 'style' || kind === 'hide' || kind === 'move';

/** @param later called when HTML that had to be waited for is there */
export function prepare(edit: Edit, options: ApplierOptions, later: () => void): void {
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
  const ask = ({ src, srcset, alt }: ChangeOf<'image'>) => {
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
  };
  const dress = (properties: Record<string, string>, css: string, media?: string) => {
    edit.css = makeRule(edit.isMarked ? `[${edit.mark}]` : css, properties, media, hosts);
    return !!edit.css;
  };
  const judge = (): boolean => {
    switch (change.kind) {
      case 'text':
        return isText(change.value);
      case 'class':
        return isTexts(change.add) && isTexts(change.remove);
      case 'move':
        return isPosition(change.position) && isTarget(change.to);
      case 'attribute':
        return isAttributeAllowed(change.name) && (change.value === null || isText(change.value));
      case 'link':
        if (!dry) followLinks();
        return isLinkAllowed(change.href);
      case 'image':
        return ask(change);
      case 'css': {
        const { css, isCut } = makeRules(change.value, hosts);
        edit.css = css;
        return !isCut;
      }
      case 'style':
        return dress(change.properties, change.target.css, change.media);
      case 'hide':
        return dress({ display: 'none' }, change.target.css);
      case 'html':
        return take(change.value);
      case 'insert':
        return isPosition(change.position) && take(change.html);
      case 'block':
        if (!dry) options.draw?.(change, edit, options, later).catch(() => refuse('failed'));
        return isPosition(change.position);
    }
  };
  if (isWorn(change) && !canDress(edit)) edit.isBad = true;
  else if ((change.kind !== 'css' && !isTarget(change.target)) || !judge()) refuse();
}
