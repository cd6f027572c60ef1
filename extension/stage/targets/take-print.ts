// What an element is like, apart from any selector: enough to know it again after a redesign.
//
// Written into the config (`target.print`); the tag ignores it. Holds what the page itself serves: never the value
// of a field.

import { parentElement } from '../../../shared/dom/native.ts';
import { collapse } from '../../../shared/engine/collapse.ts';
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

export const sayText = (element: Element): string => collapse(element.textContent ?? '').slice(0, MOST_TEXT);

/** An address without what changes with each build: host, query, hash in the file's name. */
export const plainAddress = (address: string): string =>
  address
    .replace(/^(https?:)?\/\/[^/]+/, '')
    .replace(/[?].*$/, '')
    .replace(/[.-][\da-f]{6,}(?=\.\w+$)/i, '');

export const findRole = (element: Element): string | undefined =>
  element.getAttribute('role') ?? (/^h[1-6]$/.test(element.localName) ? 'heading' : ROLES[element.localName]);

/**
 * 0-based places among siblings of the same tag, from the root down.
 *
 * @param places what was counted before: hand the same map on when asking about many elements of one page
 */
export function findPosition(element: Element, places = new Map<Element, number>()): number[] {
  const path: number[] = [];
  let parent = parentElement(element);
  for (let at = element; parent; at = parent, parent = parentElement(at)) {
    if (!places.has(at)) {
      const counts = new Map<string, number>();
      for (const one of parent.children) {
        const count = counts.get(one.localName) ?? 0;
        places.set(one, count);
        counts.set(one.localName, count + 1);
      }
    }
    path.unshift(places.get(at) ?? 0);
  }
  return path;
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
