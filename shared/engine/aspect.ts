// What a change edits: the one answer for the page, the checks, the advice and the panel.
//
// Pure, and read off the change alone: it sees what two changes say, not what two selectors find. In a page two
// changes may mean one element by different targets, so the applier asks for the aspects and knows the element itself.
import type { Change, ChangeOf } from '../schema/change.ts';
import type { Target } from '../schema/target.ts';
import { collapse } from './collapse.ts';
import { toJson } from './native.ts';

/** One thing about an element that two changes can both want, and only one gets. */
export type Aspect =
  | { kind: 'content' }
  | { kind: 'attribute'; name: string }
  | { kind: 'class'; name: string }
  | { kind: 'property'; name: string; media: string | undefined }
  | { kind: 'image' | 'link' | 'hide' | 'move' | 'recommend' };

/** A change as an author writes it, or without what it holds: that is no aspect of its. */
type Bare =
  | Exclude<Change, { kind: 'block' | 'ask' }>
  | { kind: 'block' }
  | Omit<ChangeOf<'html'>, 'value'>
  | Omit<ChangeOf<'insert'>, 'html'>;

/** What it wants of its element. Blocks put beside each other and rules for the page take nothing from anybody. */
export function aspectsOf(change: Bare): Aspect[] {
  const { kind } = change;
  switch (kind) {
    case 'text':
    case 'html':
      return [{ kind: 'content' }];
    case 'attribute':
      return [{ kind, name: change.name }];
    case 'class':
      return [...(change.add ?? []), ...(change.remove ?? [])].map((name) => ({ kind, name }));
    case 'style':
      return Object.keys(change.properties).map((name) => ({ kind: 'property', name, media: change.media }));
    case 'insert':
    case 'block':
    case 'css':
    case 'redirect':
      return [];
    // a new kind is none of the aspects: the compiler asks here
    default:
      return [{ kind }];
  }
}

/** Two aspects of one element with the same name are one. (No name of a class or a property holds a space.) */
export const nameOf = (aspect: Aspect): string => Object.values(aspect).join(' ');

const readTarget = ({ css, text, within = [] }: Target) => [
  css,
  text === undefined ? null : collapse(text),
  within,
];

/** Names one aspect of what a target means. */
export const keyOf = (target: Target, aspect: Aspect): string =>
  toJson([...readTarget(target), nameOf(aspect)]);

/** All that a change wants, by name: two changes get in each other's way where they share one. */
export const keysOf = (change: Change): string[] =>
  'target' in change ? aspectsOf(change).map((aspect) => keyOf(change.target, aspect)) : [];

/**
 * Names the place of a change in its variant: of two changes with the same one, one is what became of the other. Wider
 * than an aspect, because authors write all classes of an element, and all its properties on one width, at once.
 */
export function slotOf(change: Change): string {
  if (!('target' in change)) return change.kind;
  const { kind, target } = change;
  const slot =
    kind === 'text' || kind === 'html'
      ? ['content']
      : kind === 'attribute'
        ? [kind, change.name]
        : kind === 'style'
          ? [kind, change.media]
          : [kind];
  return toJson([...readTarget(target), ...slot]);
}
