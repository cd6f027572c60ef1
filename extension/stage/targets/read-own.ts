// What a page has of its own for a style to take: colours and lengths that its custom properties say, the spacing that
// occurs on it, the type of its heading, text and button. Read only.

import type { Own, OwnStep } from '../../wire/survey-shapes.ts';
import { joinSteps, kindOf, readLength } from './count-steps.ts';

/** So many elements are looked at for spacing, and so many rules for custom properties. */
const MOST_ELEMENTS = 400;
const MOST_RULES = 4000;
const MOST_COLOURS = 12;
const SPACINGS = ['padding-top', 'padding-left', 'margin-top', 'margin-bottom', 'row-gap'];

function* rulesOf(list: CSSRuleList): Generator<CSSRule> {
  for (const rule of list) {
    yield rule;
    // layers and such; what holds on some screens only is not read
    if (!(rule instanceof CSSMediaRule) && 'cssRules' in rule && rule.cssRules instanceof CSSRuleList)
      yield* rulesOf(rule.cssRules);
  }
}

/** Names of the custom properties that rules for the whole page set, in their order. */
function findCustom(): string[] {
  const names = new Set<string>();
  let left = MOST_RULES;
  for (const sheet of document.styleSheets) {
    let rules: CSSRuleList;
    try {
      rules = sheet.cssRules;
    } catch {
      // from another site: the browser keeps it to itself
      continue;
    }
    for (const rule of rulesOf(rules)) {
      if (left-- <= 0) return [...names];
      if (!(rule instanceof CSSStyleRule) || !/(^|,)\s*(:root|html|body|:host)\b/.test(rule.selectorText))
        continue;
      for (const name of rule.style) if (name.startsWith('--')) names.add(name);
    }
  }
  return [...names];
}

function readSpacings(): number[] {
  const lengths: number[] = [];
  let left = MOST_ELEMENTS;
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('[data-selvedge]') || !element.getClientRects().length) continue;
    if (left-- <= 0) break;
    const style = getComputedStyle(element);
    for (const name of SPACINGS) {
      const px = Number.parseFloat(style.getPropertyValue(name));
      if (px > 0) lengths.push(px);
    }
  }
  return lengths;
}

/** @param parts what is found of the page, by what it is called: its heading, its text, its button */
export function readOwn(parts: Readonly<Record<string, Element | undefined>>): Own {
  const root = getComputedStyle(document.documentElement);
  const rootPx = Number.parseFloat(root.fontSize) || 16;
  const colours: Own['colours'] = [];
  const named: Record<ReturnType<typeof kindOf>, OwnStep[]> = { space: [], type: [], corner: [], other: [] };
  for (const name of findCustom()) {
    const value = root.getPropertyValue(name).trim();
    const px = readLength(value, rootPx);
    if (px !== undefined) named[kindOf(name)].push({ px, says: name });
    else if (/^[#a-z]/i.test(value) && !value.includes('var(') && CSS.supports('color', value))
      colours.push({ says: name, value });
  }
  const found = Object.entries(parts).flatMap(([says, element]) =>
    element ? [{ says, style: getComputedStyle(element) }] : [],
  );
  const inPx = (read: (style: CSSStyleDeclaration) => string): OwnStep[] =>
    found.map(({ says, style }) => ({ px: Number.parseFloat(read(style)) || 0, says }));
  return {
    colours: colours.slice(0, MOST_COLOURS),
    spaces: joinSteps(named.space, readSpacings()),
    sizes: joinSteps([...inPx((style) => style.fontSize), ...named.type]),
    corners: joinSteps([...inPx((style) => style.borderTopLeftRadius), ...named.corner]),
    fonts: [
      ...new Map(
        found.map(({ says, style }) => [style.fontFamily, { says, value: style.fontFamily }]),
      ).values(),
    ],
  };
}
