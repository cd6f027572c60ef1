// Judges a change once, before anything is looked for, and makes ready what it will show: its rules, its clean
// HTML, its picture. What it may not show is refused here, whatever the schema let through.
import type { Edit } from './claim.ts';
import { Image, setHTML } from './native.ts';
import { isAttributeAllowed, isImageAllowed, isLinkAllowed } from './safe.ts';
import { type SanitizeOptions, sanitize } from './sanitize.ts';
import { makeRule, makeRules } from './sheet.ts';

/** @param later called when HTML that had to be waited for is there */
export function prepare(edit: Edit, options: SanitizeOptions, later: () => void): void {
  const { change, dry } = edit;
  const { hosts } = options;
  const take = (html: string) =>
    dry ||
    sanitize(
      html,
      options,
      (root) => {
        edit.html = root;
        if (!setHTML) later();
      },
      () => edit.problem('failed', 'no sanitizer'),
    );
  const dress = (properties: Record<string, string>, css: string, media?: string) => {
    edit.css = makeRule(edit.isMarked ? `[${edit.mark}]` : css, properties, media, hosts);
    return !!edit.css;
  };
  let isAllowed = true;
  switch (change.kind) {
    case 'attribute':
      isAllowed = isAttributeAllowed(change.name);
      break;
    case 'link':
      isAllowed = isLinkAllowed(change.href);
      break;
    case 'image':
      isAllowed = isImageAllowed(`${change.src} ${change.srcset ?? ''}`, hosts);
      if (!isAllowed || dry) break;
      // asked for now, so that it is there when its element is
      edit.picture = new Image();
      edit.picture.srcset = change.srcset ?? '';
      edit.picture.src = change.src;
      break;
    case 'css': {
      const { css, isCut } = makeRules(change.value, hosts);
      edit.css = css;
      isAllowed = !isCut;
      break;
    }
    case 'style':
      isAllowed = dress(change.properties, change.target.css, change.media);
      break;
    case 'hide':
      isAllowed = dress({ display: 'none' }, change.target.css);
      break;
    case 'html':
      take(change.value);
      break;
    case 'insert':
      take(change.html);
      break;
    default:
      isAllowed = /^(text|class|move)$/.test(change.kind);
  }
  if (isAllowed) return;
  // of page-level rules the others still count
  edit.isBad = change.kind !== 'css';
  edit.problem('value', 'not allowed or not understood');
}
