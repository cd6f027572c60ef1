// Changes that are attributes: `attribute`, `class`, `image`, `link`.
//
// Attributes are emptied where that means the same as removing them: set again later, they keep their place.
import { nameOf } from '../engine/aspect.ts';
import type { Spoken } from '../grammar/words-for.ts';
import type { ChangeOf } from '../schema/change.ts';
import type { Claim, Said } from './claim.ts';
import { rebaseWords, words } from './layer.ts';
import type { Operation } from './layers.ts';
import { empty, over, type Wanted, type WantedLayer } from './wanted.ts';

export const attribute = (
  { element, edit }: Claim<Said>,
  { name, value }: Spoken<ChangeOf<'attribute'>>,
): Wanted => ({
  layers: [over(element, name, () => (value === null ? value : edit.text))],
});

export function classes({ element, aspects }: Claim<Said>, { add, remove }: ChangeOf<'class'>): Wanted {
  const is = (names?: string[]) =>
    names?.filter((name) => aspects.includes(nameOf({ kind: 'class', name }))) ?? [];
  const off = is(remove);
  const on = is(add);
  const operation: Operation = (base) =>
    [...new Set([...words(base).filter((name) => !off.includes(name)), ...on])].join(' ');
  return { layers: [{ ...over(element, 'class', operation), rebase: rebaseWords }] };
}

export function image({ element }: Claim<Said>, { src, alt, srcset }: ChangeOf<'image'>): Wanted {
  const node = element.localName === 'picture' ? element.querySelector('img') : element;
  if (!node) return {};
  const sources = [...(node.parentElement?.querySelectorAll(':scope>source') ?? [])];
  const layers: WantedLayer[] = [
    ...sources.map((source) => empty(source, 'srcset')),
    over(node, 'srcset', (base) => srcset ?? (base && '')),
    over(node, 'src', () => src),
  ];
  if (alt !== undefined) layers.push(over(node, 'alt', () => alt));
  return { layers };
}

export function link({ element }: Claim<Said>, { href, newTab }: ChangeOf<'link'>): Wanted {
  const layers: WantedLayer[] = [over(element, 'href', () => href)];
  // browsers give _blank no opener unless rel asks for one:
  // https://html.spec.whatwg.org/multipage/links.html#link-type-noopener
  if (newTab !== undefined) layers.push(over(element, 'target', (base) => (newTab ? '_blank' : base && '')));
  return { layers };
}
