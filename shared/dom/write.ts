// Changes that are attributes: `attribute`, `class`, `image`, `link`.
//
// Attributes are emptied where that means the same as removing them: set again later, they keep their place.
import { nameOf } from '../engine/aspect.ts';
import type { ChangeOf } from '../schema/change.ts';
import { type Claim, put } from './claim.ts';
import { followLinks } from './follow.ts';
import { words } from './layer.ts';

export function attribute(claim: Claim, { name, value }: ChangeOf<'attribute'>): void {
  put(claim, claim.element, name, () => (value === null ? value : claim.edit.text));
}

export function classes(claim: Claim, { add, remove }: ChangeOf<'class'>): void {
  const is = (names?: string[]) =>
    names?.filter((name) => claim.aspects.includes(nameOf({ kind: 'class', name }))) ?? [];
  const off = is(remove);
  const on = is(add);
  put(claim, claim.element, 'class', (base) => {
    const were = words(base);
    const next = [...new Set([...were.filter((name) => !off.includes(name)), ...on])];
    return `${next}` === `${were}` ? base : next.join(' ');
  });
}

export function image(claim: Claim, { src, alt, srcset }: ChangeOf<'image'>) {
  const { element } = claim;
  const img = element.localName === 'picture' ? element.querySelector('img') : element;
  if (!img) return;
  for (const source of img.parentElement?.querySelectorAll(':scope>source') ?? [])
    put(claim, source, 'srcset', () => '');
  put(claim, img, 'srcset', (base) => srcset ?? (base && ''));
  put(claim, img, 'src', () => src);
  if (alt !== undefined) put(claim, img, 'alt', () => alt);
}

export function link(claim: Claim, { href, newTab }: ChangeOf<'link'>) {
  const { element } = claim;
  followLinks();
  put(claim, element, 'href', () => href);
  // browsers give _blank no opener unless rel asks for one:
  // https://html.spec.whatwg.org/multipage/links.html#link-type-noopener
  if (newTab !== undefined) put(claim, element, 'target', (base) => (newTab ? '_blank' : base && ''));
}
