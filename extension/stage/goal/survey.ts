// What a page has that a playbook can use: its headline, what stands below it, its main button, the way to the basket, a form
// that asks for an address. Each is looked for as a visitor would: by what is seen, high up first.

import { collapse } from '../../../shared/engine/collapse.ts';
import type { Found, Survey } from '../../wire/survey-shapes.ts';
import { findGround } from '../edit/find-ground.ts';
import { seek } from '../edit/find-here.ts';
import { findTargets } from '../targets/find-targets.ts';
import { readOwn } from '../targets/read-own.ts';
import { findTaken } from './find-taken.ts';
import { nameOf } from './name-of.ts';
import { isFilled, readLooks } from './read-looks.ts';

const MOST_TEXT = 300;
/** What leads to what was put aside to be bought, in the languages of many shops. */
const BASKET =
  /\b(basket|cart|bag|trolley|warenkorb|einkaufswagen|panier|carrito|cesta|carrello|winkelwagen|winkelmand|kundvagn|koszyk|sacola|carrinho)\b/i;
const BUTTON = /(^|[-_\s])(btn|button|cta)([-_\s]|$)/i;

const isSeen = (element: Element): boolean =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';

/** In the order of the page, without what is ours. */
const seen = (css: string): Element[] => seek({ css }).filter(isSeen);

const isAhead = (one: Element, other: Element): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

const isOfFrame = (element: Element): boolean => element.closest('header, nav, footer, dialog') !== null;

/** Of the page itself: the headline, else the first heading. */
const findHeading = (): Element | undefined => seen('h1')[0] ?? seen('main :is(h2, h3)')[0] ?? seen('h2')[0];

const findLead = (heading: Element | undefined): Element | undefined =>
  heading &&
  seen('p').find(
    (one) =>
      isAhead(heading, one) &&
      !isOfFrame(one) &&
      one.children.length === 0 &&
      (one.textContent ?? '').trim().length > 19,
  );

/** What looks like the page's own call to act: not in what frames every page, not of a form that asks for an address. */
function findButton(): Element | undefined {
  const all = seen('a[href], button').filter((one) => !isOfFrame(one) && nameOf(one).length > 1);
  const isMarked = (one: Element) => BUTTON.test(one.className) || one.getAttribute('role') === 'button';
  const free = all.filter((one) => !one.closest('form'));
  return (
    free.find(isMarked) ??
    free.find((one) => isFilled(one, findGround(one.parentElement ?? one))) ??
    all.find((one) => one.localName === 'button')
  );
}

const findBasket = (): Element | undefined =>
  seen('a[href]').find((one) => {
    const { pathname, origin } = new URL((one as HTMLAnchorElement).href, location.href);
    return (
      origin === location.origin &&
      (BASKET.test(pathname.replaceAll(/[/_-]/g, ' ')) ||
        (BASKET.test(nameOf(one)) && pathname !== location.pathname))
    );
  });

const findForm = (): Element | undefined =>
  seen('form').find(
    (one) => one.querySelector('input[type=email i]') && !one.querySelector('input[type=password i]'),
  );

function describe(element: Element | undefined): Found | undefined {
  const [best] = element ? findTargets(element) : [];
  if (!element || !best) return undefined;
  const href = element.getAttribute('href');
  return {
    target: best.target,
    label: nameOf(element),
    text: collapse(element.textContent ?? '').slice(0, MOST_TEXT),
    isPlain: element.children.length === 0,
    ...(href !== null && { href }),
  };
}

export function makeSurvey(): Survey {
  const heading = findHeading();
  const lead = findLead(heading);
  const button = findButton();
  const found = {
    heading: describe(heading),
    lead: describe(lead),
    button: describe(button),
    basket: describe(findBasket()),
    form: describe(findForm()),
    looks: readLooks(lead ?? heading ?? document.body, [button, ...seen('a[href], button')]),
    own: readOwn({ heading, text: lead, button }),
    taken: findTaken(),
  };
  return JSON.parse(JSON.stringify(found));
}
