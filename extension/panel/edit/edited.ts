// The variant that is edited, as the page is to show it, and what becomes of its changes.

import { computed, untracked } from '@preact/signals';
import type { Change, ChangeOf } from '../../../shared/schema/change.ts';
import type { Target } from '../../../shared/schema/target.ts';
import { t } from '../../../shared/words/t.ts';
import { findTarget } from '../../wire/find-target.ts';
import { sayElement } from '../../wire/say-change.ts';
import { type Media, type Sizes, styleWith } from '../../wire/sizes.ts';
import type { Desk } from '../draft/desk.ts';
import type { Page } from '../site/page.ts';
import { findChange } from './find-change.ts';
import { isReplacing, putChange } from './put-change.ts';
import { findAsking } from './question/uses-of-question.ts';
import { isShown } from './stage-config.ts';

type Beside = Extract<ChangeOf<'block'>['place'], object>;

/** Where it was over the page, it goes below the element. */
const putBeside = ({ place }: Pick<ChangeOf<'block' | 'ask'>, 'place'>, target: Target): Beside => ({
  position: 'after',
  ...(typeof place === 'object' && place),
  target,
});

export function createEdited(
  { draft, openView, place, editVariant }: Pick<Desk, 'draft' | 'openView' | 'place' | 'editVariant'>,
  { status, look }: Pick<Page, 'status' | 'look'>,
) {
  /** The variant that is edited, or asks the question that is; undefined in every other place, and while another view has
   * the page. */
  const editing = computed(() => {
    const at = place.value;
    if (openView.value !== 'make') return undefined;
    if (at.kind === 'question') return findAsking(draft.value?.config, at.id, look.value?.url);
    return at.kind === 'variant' ? { experience: at.experience, id: at.id } : undefined;
  });

  function findVariantChanges(): readonly Change[] {
    const at = editing.value;
    return (
      draft.value?.config.experiences
        .find(({ id }) => id === at?.experience)
        ?.variants.find(({ id }) => id === at?.id)?.changes ?? []
    );
  }

  /** One target per change, in order; a change without one gets what finds the page itself. */
  const findVariantTargets = (): Target[] =>
    untracked(findVariantChanges).map((change) => findTarget(change) ?? { css: 'body' });

  /** What the applier could not do, by the change's place in the variant. */
  const troubles = computed(() => {
    const places = findVariantChanges().flatMap((change, index) => (isShown(change) ? [index] : []));
    const said = new Map<number, string>();
    for (const { change, message } of status.value?.problems ?? []) {
      const index = change === undefined ? undefined : places[change];
      if (index !== undefined && !said.has(index)) said.set(index, message);
    }
    return said;
  });

  /** Puts a target in place of that of a change. */
  function retarget(index: number, target: Target): void {
    const at = editing.value;
    const meant = findVariantChanges()[index];
    if (!at || !meant) return;
    void editVariant(at, t`Element picked anew`, (variant) => {
      const place = findChange(variant.changes, index, [], meant);
      const change = place === undefined ? undefined : variant.changes[place];
      if (change?.kind === 'block' || change?.kind === 'ask') change.place = putBeside(change, target);
      else if (change && 'target' in change) change.target = target;
    });
  }

  function moveBack(target: Target): void {
    const at = editing.value;
    const home: Change = { kind: 'move', target, to: target, position: 'after' };
    if (at)
      void editVariant(at, t`Place of the ${sayElement(target)}`, (variant) => {
        const rest = variant.changes.filter((one) => !isReplacing(one, home));
        // let fall where it is: no step to undo
        if (rest.length < variant.changes.length) variant.changes = rest;
      });
  }

  /** Puts a change of what was picked into the variant: one without words. */
  function putOnPage(change: Change, what: string): void {
    const at = editing.value;
    if (at) void editVariant(at, what, (variant) => putChange(variant.changes, change, ''));
  }

  /** @param targets of what is sized, the best first */
  function sizeOnPage(targets: readonly Target[], media: Media, sizes: Sizes): void {
    const at = editing.value;
    const [best] = targets;
    if (at && best)
      void editVariant(at, t`Size of the ${sayElement(best)}`, (variant) => {
        const style = styleWith(variant.changes, targets, media, sizes);
        if (style) putChange(variant.changes, style, '');
      });
  }

  return {
    editing,
    findVariantChanges,
    findVariantTargets,
    troubles,
    retarget,
    moveBack,
    putOnPage,
    sizeOnPage,
  };
}
