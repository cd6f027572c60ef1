// Keeps a page as it is under the pointer while an author picks in it: menus that open under the pointer, and whatever
// looks otherwise there. The glass that catches the pointer would else be the end of them.
//
// Rules for `:hover` are given once more for a mark of ours on the elements that are under the pointer now; sheets of
// other sites cannot be read and are left as they are. What the page would hear of the pointer's leaving it does not hear.

import type { Undo } from '../../wire/browser.ts';

const MARK = 'data-selvedge-held';
const HEARD = ['pointerout', 'pointerleave', 'mouseout', 'mouseleave', 'focusout', 'blur'];
/** More rules than any page has for what is under the pointer. */
const MOST = 5000;

function readRules(sheet: CSSStyleSheet): CSSRuleList | undefined {
  try {
    return sheet.cssRules;
  } catch {
    return undefined;
  }
}

/** The rules about what is under the pointer, with those around them, for the mark. */
function rewrite(rules: CSSRuleList): string[] {
  return [...rules].slice(0, MOST).flatMap((rule): string[] => {
    const { cssText } = rule;
    if (!cssText.includes(':hover')) return [];
    return [cssText.replaceAll(':hover', `[${MARK}]`)];
  });
}

const findSheets = (root: Document | ShadowRoot): CSSStyleSheet[] =>
  [...root.styleSheets, ...root.adoptedStyleSheets].filter(({ disabled }) => !disabled);

/** Call it while the pointer is over the page. */
export function holdOpen(): Undo {
  const under = [...document.querySelectorAll(':hover')];
  for (const element of under) element.setAttribute(MARK, '');
  const css = new CSSStyleSheet();
  css.replaceSync(
    findSheets(document)
      .flatMap((sheet) => {
        const rules = readRules(sheet);
        return rules ? rewrite(rules) : [];
      })
      .join('\n'),
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, css];
  const over = new AbortController();
  for (const type of HEARD)
    addEventListener(type, (event) => event.stopImmediatePropagation(), {
      capture: true,
      signal: over.signal,
    });
  return () => {
    over.abort();
    for (const element of under) element.removeAttribute(MARK);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== css);
  };
}
