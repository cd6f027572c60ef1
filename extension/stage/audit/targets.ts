// Checks, without showing anything, that changes find what they were made for, and do not get in each other's way.

import type { PageChange } from '../../../shared/dom/claim.ts';
import { findIn } from '../../../shared/dom/native.ts';
import { readLanguage } from '../../../shared/dom/translated.ts';
import { type Aspect, aspectsOf, nameOf } from '../../../shared/engine/aspect.ts';
import { hasLanguages, inLanguage } from '../../../shared/grammar/words-for.ts';
import type { ChangeOf } from '../../../shared/schema/change.ts';
import type { Print } from '../../../shared/schema/target.ts';
import { t } from '../../../shared/words/t.ts';
import { sayElement, sayList } from '../../wire/say-change.ts';
import { findAll } from '../targets/elements.ts';
import { isDrifted } from '../targets/find-again.ts';
import { findRole, sayText } from '../targets/take-print.ts';
import type { Exhibit, Report } from './bench.ts';

const MOST = 100;
/** Whether changes of this kind are written for one element. */
function isForOne(kind: PageChange['kind']): boolean {
  switch (kind) {
    case 'text':
    case 'html':
    case 'image':
    case 'link':
    case 'insert':
    case 'block':
    case 'move':
      return true;
    case 'attribute':
    case 'class':
    case 'style':
    case 'hide':
    case 'css':
      return false;
  }
}

/** Of what is another element, what shows it best. */
function sayDrift({ tag, text, role }: Print, element: Element): string {
  if (tag !== element.localName) return t`it was a <${tag}> and is a <${element.localName}>`;
  if (role !== undefined && findRole(element) !== role) return t`its role has changed`;
  const says = sayText(element);
  return text !== undefined && text !== says
    ? t`it said “${text.slice(0, 40)}” and says “${says.slice(0, 40)}”`
    : t`little of it is as it was`;
}

const sayAspect = (aspect: Aspect): string => {
  switch (aspect.kind) {
    case 'content':
      return 'text';
    case 'attribute':
      return t`the attribute ${aspect.name}`;
    case 'class':
      return t`the class ${aspect.name}`;
    case 'property':
      return aspect.media === undefined ? aspect.name : `${aspect.name} ${aspect.media}`;
    case 'image':
    case 'link':
    case 'hide':
    case 'move':
      return aspect.kind;
    case 'recommend':
      return t`the cards`;
  }
};

/** A list is put as a block before the page's own: what it wants are the cards all the same. */
const wantsOf = (change: PageChange): Aspect[] =>
  'list' in change ? [{ kind: 'recommend' }] : aspectsOf(change);

type Said = Omit<Parameters<Report>[0], 'experience' | 'variant' | 'change'>;

/** Another number of cards than the page's own moves what stands below the list. */
function checkCards(
  list: Element,
  { card, count, least = count }: ChangeOf<'recommend'>,
  report: (finding: Said) => void,
): void {
  const own = findIn(list, card.item).length;
  if (own === 0)
    report({
      kind: 'missing',
      severity: 'error',
      what: t`“${card.item}” finds no card in the list`,
      remedy: t`Say how a card is found, or pick the list again.`,
    });
  else if (own !== count || least !== count)
    report({
      kind: 'shift',
      severity: 'warning',
      what: t`the list has ${own} cards, and ${least} to ${count} take their place: what stands below moves`,
      remedy: t`Show as many items as the page has cards, and put the same number at “At least”.`,
    });
}

export function checkTargets(exhibits: Exhibit[], report: Report): void {
  /** element → name of an aspect → who has it */
  const owners = new Map<Element, Map<string, Exhibit>>();
  for (const exhibit of exhibits) {
    const { experience, variant, placements } = exhibit;
    const at = { experience: experience.id, variant: variant.id };
    for (const { change, index } of placements) {
      if (change.kind === 'css') continue;
      const { css, print } = change.target;
      let found: Element[];
      try {
        found = findAll(change.target);
      } catch {
        report({
          ...at,
          change: index,
          kind: 'missing',
          severity: 'error',
          what: t`“${css}” is no selector that this browser can read`,
          remedy: t`Pick the element again.`,
        });
        continue;
      }
      const [first] = found;
      if (!first) {
        report({
          ...at,
          change: index,
          kind: 'missing',
          severity: 'error',
          what: t`“${css}” finds nothing on this page`,
          remedy: t`Pick the element again, or leave this page out of the experience.`,
        });
        continue;
      }
      if (found.length > MOST)
        report({
          ...at,
          change: index,
          kind: 'many',
          severity: 'error',
          what: t`“${css}” finds ${found.length} elements; only the first ${MOST} are changed`,
          remedy: t`Pick a narrower element.`,
        });
      else if (found.length > 1 && isForOne(change.kind))
        report({
          ...at,
          change: index,
          kind: 'many',
          severity: 'warning',
          what: t`“${css}” finds ${found.length} elements, and all of them are changed`,
          remedy: t`Fine if you mean all of them; else pick a narrower element.`,
        });
      const element = 'list' in change ? sayList(change.target) : sayElement(change.target);
      // where the page's languages are told apart, its own words are others in each
      const { text: _text, ...wordless } = print ?? { tag: '' };
      const like = hasLanguages(change) ? wordless : print;
      if (print && like && isDrifted(found, { ...change.target, print: like }))
        report({
          ...at,
          change: index,
          kind: 'drift',
          severity: 'warning',
          what: t`The ${element} is not what was picked: ${sayDrift(like, first)}`,
          remedy: t`Look at the preview; pick the element again if it is the wrong one.`,
        });
      if ('list' in change)
        checkCards(first, change.list, (finding) => report({ ...at, change: index, ...finding }));
      // what has no words on this page takes nothing here
      if (inLanguage(change, readLanguage()) === undefined) continue;
      for (const one of found.slice(0, MOST)) {
        const owned = owners.get(one) ?? new Map<string, Exhibit>();
        owners.set(one, owned);
        for (const aspect of wantsOf(change)) {
          const owner = owned.get(nameOf(aspect));
          if (!owner) owned.set(nameOf(aspect), exhibit);
          else if (owner === exhibit || owner.experience !== experience)
            report({
              ...at,
              change: index,
              kind: 'collision',
              severity: owner === exhibit ? 'error' : 'warning',
              what:
                owner === exhibit
                  ? t`two changes of this variant want ${sayAspect(aspect)} of the ${element}; only the first is shown`
                  : t`“${owner.experience.name || owner.experience.id}” wants ${sayAspect(aspect)} of the ${element} too; it stands earlier and wins`,
              remedy:
                owner === exhibit
                  ? t`Take one of them out.`
                  : t`Fine if that is the order you want; else move this experience up.`,
            });
        }
      }
    }
  }
}
