// Changes that are attributes: `attribute`, `class`, `image`, `link`.
import { type Claim, put } from './claim.ts';

export function attribute(claim: Claim): void {
  const { change, text } = claim.edit;
  if (change.kind === 'attribute')
    put(claim, claim.element, change.name, () => (change.value === null ? null : text));
}

export function classes(claim: Claim): void {
  const { change } = claim.edit;
  if (change.kind !== 'class') return;
  const has = (name: string) => claim.aspects.includes(`class ${name}`);
  const add = (change.add ?? []).filter(has);
  const remove = (change.remove ?? []).filter(has);
  put(claim, claim.element, 'class', (base) => {
    const were = base?.split(/\s+/).filter(Boolean) ?? [];
    const missing = add.filter((name) => !were.includes(name));
    if (!missing.length && !remove.some((name) => were.includes(name))) return base;
    return [...were.filter((name) => !remove.includes(name)), ...missing].join(' ');
  });
}

export function image(claim: Claim): void {
  const { edit, element } = claim;
  const { change } = edit;
  const img = element.localName === 'picture' ? element.querySelector('img') : element;
  if (change.kind !== 'image' || !img) return;
  if (img.localName !== 'img') return claim.problem('target', 'this is not an image');
  if (img.parentElement?.localName === 'picture') {
    for (const source of img.parentElement.querySelectorAll('source')) put(claim, source, 'srcset', () => '');
  }
  put(claim, img, 'srcset', (base) => change.srcset ?? (base && ''));
  put(claim, img, 'src', () => change.src);
  if (change.alt !== undefined) put(claim, img, 'alt', () => change.alt ?? null);
}

export function link(claim: Claim): void {
  const { edit, element } = claim;
  const { change } = edit;
  if (change.kind !== 'link') return;
  if (!/^(a|area)$/.test(element.localName)) return claim.problem('target', 'this is not a link');
  put(claim, element, 'href', () => change.href);
  // browsers give _blank no opener unless rel asks for one
  if (change.newTab !== undefined)
    put(claim, element, 'target', (base) => (change.newTab ? '_blank' : base && ''));
}
