// Shows text without touching a node, with the accessible name to match: generated content instead of the page's own.
import type { Said } from './claim.ts';
import { getComputedStyle } from './native.ts';
import { empty, over, type Wanted } from './wanted.ts';

/**
 * Letters of no size, of which all that is measured in em takes no notice. Chromium knows it since version 127: before
 * that the size itself has to go, and what is measured by it keeps what it was.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/CSS/font-size-adjust
 */
function shrink({ fontSize, lineHeight, padding }: CSSStyleDeclaration): [own: string, words: string] {
  if (CSS.supports('font-size-adjust', '0'))
    return ['font-size-adjust:0!important', 'font-size-adjust:none!important'];
  return [
    `font-size:0!important;padding:${padding}!important`,
    `font-size:${fontSize}!important;line-height:${lineHeight}!important`,
  ];
}

function makeTextRule(element: Element, name: string, text: string): string {
  const style = getComputedStyle(element);
  const [own, words] = shrink(style);
  return `[${name}]{${own};letter-spacing:0!important;gap:0!important}[${name}]>*{display:none!important}[${name}]::after{content:${quote(text)}!important;${words};letter-spacing:${style.letterSpacing}!important}`;
}

/** A string as CSS writes it, for `content`; its spaces collapse as they would on the page. */
const quote = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' '));

export const showByRule = ({ css, mark: name }: Said, element: Element, text: string): Wanted => ({
  css: css || makeTextRule(element, name, text),
  layers: [empty(element, name), over(element, 'aria-label', () => text)],
});
