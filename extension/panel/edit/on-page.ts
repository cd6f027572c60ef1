// Editing one variant on the live page: its preview, what the author picked there, and the orders to the stage.
//
// The page shows this variant alone, to everybody, at once: whatever pages, trigger, schedule or chance it will have
// later. So an author sees what they make, not whether they would get it.

import { computed, effect, signal, untracked } from '@preact/signals';
import type { Change } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Target } from '../../../shared/schema/target.ts';
import { callStage } from '../../wire/calls.ts';
import type { EditOrder, EditState, Found, Picked } from '../../wire/edit-shapes.ts';
import { type As, createToken, type PreviewState, previewOf } from '../../wire/preview-state.ts';
import { sayElement } from '../../wire/say-change.ts';
import { draft, editVariant, place } from '../draft/desk.ts';
import { isOff, stripNotes } from '../draft/notes.ts';
import { sayError } from '../kit/say-error.ts';
import { endPreview } from '../see/preview.ts';
import { look, memory, status, tab } from '../site/page.ts';
import { givenBack, inPageTurn, onBorrow } from '../site/page-turn.ts';
import { isReplacing, putChange } from './put-change.ts';

export const picked = signal<Picked | undefined>(undefined);
export const mode = signal<EditState['mode']>('off');
export const pageTrouble = signal('');
/** Per change of the variant, what its target finds here. */
export const found = signal<Found[]>([]);
/** The change whose target is being picked anew. */
export const repicking = signal<number | undefined>(undefined);
/** The change whose block was clicked on the page: its entry in the list opens. */
export const chosenChange = signal<number | undefined>(undefined);
/** What the applier could not do, by the change's place in the variant. */
export const troubles = computed(() => {
  const places = findVariantChanges().flatMap((change, index) => (isShown(change) ? [index] : []));
  const said = new Map<number, string>();
  for (const { change, message } of status.value?.problems ?? []) {
    const index = change === undefined ? undefined : places[change];
    if (index !== undefined && !said.has(index)) said.set(index, message);
  }
  return said;
});

/** The variant that is edited; undefined in every other place of the view. */
export const editing = computed(() => {
  const at = place.value;
  return at.kind === 'variant' ? { experience: at.experience, id: at.id } : undefined;
});

/** What the page shows while editing: nothing that is turned off, and it is never left for another. */
export const isShown = (change: Change): boolean => change.kind !== 'redirect' && !isOff(change);

/** The draft reduced to the one variant, shown to everybody; gone from the draft: the page as it is. */
function stageConfig(config: Config, at: { experience: string; id: string }): { config: Config; as: As } {
  const experience = config.experiences.find(({ id }) => id === at.experience);
  const variant = experience?.variants.find(({ id }) => id === at.id);
  if (!experience || !variant)
    return { config: { ...config, experiences: [] }, as: { kind: 'segments', ids: [] } };
  const only: Config = {
    ...config,
    experiences: [
      {
        id: experience.id,
        name: experience.name,
        status: 'live',
        pages: ['*'],
        variants: [
          {
            ...variant,
            segment: 'everyone',
            changes: variant.changes.filter(isShown),
          },
        ],
      },
    ],
  };
  return {
    config: stripNotes(only),
    as: { kind: 'segments', ids: variant.segment === 'everyone' ? [] : [variant.segment] },
  };
}

async function order(what: EditOrder): Promise<EditState | undefined> {
  const id = tab.value?.id;
  if (id === undefined) return undefined;
  pageTrouble.value = '';
  try {
    const state = await callStage(id, 'edit', what);
    mode.value = state.mode;
    if (state.picked) picked.value = state.picked;
    return state;
  } catch (error) {
    pageTrouble.value = `The page did not answer (${sayError(error)}). Reload it, then go on: the draft is safe.`;
    return undefined;
  }
}

/** The token of the preview that editing started. */
let token: string | undefined;

async function showOnPage(): Promise<void> {
  const at = editing.peek();
  const current = draft.peek();
  const tabId = tab.peek()?.id;
  const url = look.peek()?.url;
  const staged = at && current && stageConfig(current.config, at);
  if (!staged || tabId === undefined || url === undefined) return;
  const state: PreviewState = {
    tabId,
    origin: new URL(url).origin,
    drafts: true,
    seed: memory.peek()?.seed ?? createToken(),
    traits: memory.peek()?.traits ?? {},
    choices: {},
    ...staged,
  };
  try {
    const isOn = token !== undefined && status.peek()?.token === token;
    token = isOn ? token : createToken();
    await previewOf(token as string).write(state);
    if (!isOn) status.value = await callStage(tabId, 'preview', { token: token as string });
    const edit = await callStage(tabId, 'edit', { kind: 'find', targets: findVariantTargets() });
    found.value = edit.found ?? [];
    // the page was loaded anew: nothing is picked there, and picking goes on
    if (edit.mode === 'off' && mode.peek() !== 'off') {
      picked.value = undefined;
      if (mode.peek() === 'pick') await order({ kind: 'pick' });
      else mode.value = 'off';
    }
  } catch (error) {
    pageTrouble.value = `The page cannot show this now (${sayError(error)}). Reload it; the draft is safe.`;
  }
}

export function findVariantChanges(): readonly Change[] {
  const at = editing.value;
  return (
    draft.value?.config.experiences
      .find(({ id }) => id === at?.experience)
      ?.variants.find(({ id }) => id === at?.id)?.changes ?? []
  );
}

/** One target per change, in order; a change without one gets what finds the page itself. */
const findVariantTargets = (): Target[] =>
  untracked(findVariantChanges).map((change) => ('target' in change ? change.target : { css: 'body' }));

async function leavePage(): Promise<void> {
  picked.value = undefined;
  repicking.value = chosenChange.value = undefined;
  found.value = [];
  if (mode.peek() !== 'off') await endEditing();
  if (token !== undefined && status.peek()?.token === token) await endPreview().catch(() => undefined);
  token = undefined;
}

onBorrow(leavePage);
let wasEditing = '';
effect(() => {
  void givenBack.value;
  const at = editing.value;
  const current = draft.value;
  const url = look.value?.url;
  const key = at ? `${at.experience}/${at.id}` : '';
  untracked(() => {
    if (key !== wasEditing) {
      const before = wasEditing;
      wasEditing = key;
      if (before) void inPageTurn(leavePage);
    }
    if (at && current && url) void inPageTurn(showOnPage);
  });
});

export const startPicking = () => order({ kind: 'pick' });
export const endEditing = () => order({ kind: 'end' });
export const browse = () => order({ kind: 'browse' });
export const step = (to: 'parent' | 'child' | 'previous' | 'next') => order({ kind: 'step', to });
export const climb = (index: number) => order({ kind: 'climb', index });
export const dive = (index: number) => order({ kind: 'dive', index });
/** Moves what is picked by one place among its siblings. */
export const shift = (by: -1 | 1) => order({ kind: 'shift', by });
/** The markup of what is picked, and what of it is lost. */
export const copyPicked = async () => (await order({ kind: 'copy' }))?.copy;
export const point = (target: Target | undefined) => order({ kind: 'point', ...(target && { target }) });

/** Puts a target in place of that of a change. */
export function retarget(index: number, target: Target): void {
  const at = editing.value;
  if (!at) return;
  void editVariant(at, 'Element picked anew', (variant) => {
    const change = variant.changes[index];
    if (change && 'target' in change) change.target = target;
  });
}

export function moveBack(target: Target): void {
  const at = editing.value;
  const home: Change = { kind: 'move', target, to: target, position: 'after' };
  if (at)
    void editVariant(at, `Place of the ${sayElement(target)}`, (variant) => {
      const rest = variant.changes.filter((one) => !isReplacing(one, home));
      // let fall where it is: no step to undo
      if (rest.length < variant.changes.length) variant.changes = rest;
    });
}

/** Puts a change of what was picked into the variant. */
export function putOnPage(change: Change, what: string): void {
  const at = editing.value;
  if (at) void editVariant(at, what, (variant) => putChange(variant.changes, change));
}
