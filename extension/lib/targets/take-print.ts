// What an element is like, apart from any selector: enough to know it again after a redesign.
//
// Written into the config (`target.print`); the tag ignores it. Holds what the page itself serves: never the value
// of a field.

import type { Print } from '../../../shared/schema/target.ts';
import { isMeaningful, isStableName } from './is-stable-name.ts';

const KEPT = [
  'id',
  'name',
  'href',
  'src',
  'alt',
  'title',
  'aria-label',
  'role',
  'type',
  'for',
  'placeholder',
];
const MOST_TEXT = 120;

const ROLES: Record<string, string> = {
  a: 'link',
  button: 'button',
  nav: 'navigation',
  main: 'main',
  header: 'banner',
  footer: 'contentinfo',
  aside: 'complementary',
  img: 'img',
  form: 'form',
  li: 'listitem',
  ul: 'list',
  ol: 'list',
  table: 'table',
};

export const sayText = (element: Element): string =>
  (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, MOST_TEXT);

/** An address without what changes with each build: host, query, hash in the file's name. */
export const plainAddress = (address: string): string =>
  address
    .replace(/^(https?:)?\/\/[^/]+/, '')
    .replace(/[?].*$/, '')
    .replace(/[.-][\da-f]{6,}(?=\.\w+$)/i, '');

export const findRole = (element: Element): string | undefined =>
  element.getAttribute('role') ?? (/^h[1-6]$/.test(element.localName) ? 'heading' : ROLES[element.localName]);

/** 0-based places among siblings of the same tag, from the root down. */
export function findPosition(element: Element): number[] {
  const places: number[] = [];
  for (let at: Element | null = element; at?.parentElement; at = at.parentElement) {
    const { localName, parentElement } = at;
    places.unshift([...parentElement.children].filter((one) => one.localName === localName).indexOf(at));
  }
  return places;
}

export function takePrint(element: Element): Print {
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attributes) {
    if (name.startsWith('data-selvedge')) continue;
    const isKept = KEPT.includes(name) || (name.startsWith('data-') && value.length < 40);
    if (!isKept || (name === 'id' && !isStableName(value)) || value.startsWith('data:')) continue;
    attributes[name] = name === 'href' || name === 'src' ? plainAddress(value) : value.slice(0, 100);
  }
  const classes = [...element.classList].filter(isMeaningful);
  if (classes.length) attributes.class = classes.join(' ');
  const role = findRole(element);
  const text = sayText(element);
  return {
    tag: element.localName,
    ...(role !== undefined && { role }),
    ...(text && { text }),
    position: findPosition(element),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
}
