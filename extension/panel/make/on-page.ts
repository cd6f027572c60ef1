// Editing one variant on the live page: its preview, what the author picked there, and the orders to the stage.
//
// The page shows this variant alone, to everybody, at once: whatever pages, trigger, schedule or chance it will have
// later. So an author sees what they make, not whether they would get it.

import { computed, effect, signal, untracked } from '@preact/signals';
import type { Config } from '../../../shared/schema/config.ts';
import type { Target } from '../../../shared/schema/target.ts';
import { callStage } from '../../lib/calls.ts';
import { hearEdit } from '../../lib/draft/edit-news.ts';
import type { EditOrder, EditState, Found, Picked } from '../../lib/draft/edit-shapes.ts';
import { stripNotes } from '../../lib/draft/notes.ts';
import { sayElement } from '../../lib/draft/say-change.ts';
import { type As, createToken, type PreviewState, previewOf } from '../../lib/preview-state.ts';
import { look, memory, status, tab } from '../model/page.ts';
import { endPreview } from '../model/preview.ts';
import { draft, editVariant, place } from './desk.ts';

export const picked = signal<Picked | undefined>(undefined);
export const mode = signal<EditState['mode']>('off');
export const pageTrouble = signal('');
/** Per change of the variant, what its target finds here. */
export const found = signal<Found[]>([]);
/** The change whose target is being picked anew. */
export const repicking = signal<number | undefined>(undefined);

const editing = computed(() => {
  const at = place.value;
  return at.kind === 'variant' ? { experience: at.experience, id: at.id } : undefined;
});

/** The draft reduced to the one variant, shown to everybody. */
function stageConfig(
  config: Config,
  at: { experience: string; id: string },
): { config: Config; as: As } | undefined {
  const experience = config.experiences.find(({ id }) => id === at.experience);
  const variant = experience?.variants.find(({ id }) => id === at.id);
  if (!experience || !variant) return undefined;
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
            changes: variant.changes.filter(({ kind }) => kind !== 'redirect'),
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
    pageTrouble.value = `The page did not answer (${(error as Error).message}). Reload it, then go on: the draft is safe.`;
    return undefined;
  }
}

/** The token of the preview that editing started. */
let token: string | undefined;
let showing = Promise.resolve();

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
    const targets = findVariantTargets();
    const state2 = await callStage(tabId, 'edit', { kind: 'find', targets });
    found.value = state2.found ?? [];
  } catch (error) {
    pageTrouble.value = `The page cannot show this now (${(error as Error).message}). Reload it; the draft is safe.`;
  }
}

/** One target per change, in order; a change without one gets what finds the page itself. */
function findVariantTargets(): Target[] {
  const at = editing.peek();
  const variant = draft
    .peek()
    ?.config.experiences.find(({ id }) => id === at?.experience)
    ?.variants.find(({ id }) => id === at?.id);
  return (variant?.changes ?? []).map((change) => ('target' in change ? change.target : { css: 'body' }));
}

async function leavePage(): Promise<void> {
  picked.value = undefined;
  repicking.value = undefined;
  found.value = [];
  if (mode.peek() !== 'off') await order({ kind: 'end' });
  if (token !== undefined && status.peek()?.token === token) await endPreview().catch(() => undefined);
  token = undefined;
}

let wasEditing = '';
effect(() => {
  const at = editing.value;
  const current = draft.value;
  const url = look.value?.url;
  const key = at ? `${at.experience}/${at.id}` : '';
  untracked(() => {
    if (key !== wasEditing) {
      const before = wasEditing;
      wasEditing = key;
      if (before) showing = showing.then(leavePage);
    }
    if (at && current && url) showing = showing.then(showOnPage);
  });
});

export const startPicking = () => order({ kind: 'pick' });
export const browse = () => order({ kind: 'browse' });
export const step = (to: 'parent' | 'child' | 'previous' | 'next') => order({ kind: 'step', to });
export const climb = (index: number) => order({ kind: 'climb', index });
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

/** Sets what a text says, in the change that says it already or in a new one. */
export function writeText(target: Target, value: string): void {
  const at = editing.value;
  if (!at) return;
  void editVariant(at, `Text of the ${sayElement(target)}`, (variant) => {
    const known = variant.changes.find(
      (change) =>
        change.kind === 'text' && change.target.css === target.css && change.target.text === target.text,
    );
    if (known?.kind === 'text') known.value = value;
    else variant.changes.push({ kind: 'text', target, value });
  });
}

hearEdit(
  () => tab.value?.id,
  (news) => {
    if (!editing.value) return;
    if (news.kind === 'left') {
      mode.value = 'browse';
      return;
    }
    const [best] = news.picked.choices;
    if (news.kind === 'wrote') {
      if (best) writeText(best.target as Target, news.value);
      return;
    }
    const index = repicking.value;
    if (index !== undefined && best) {
      repicking.value = undefined;
      retarget(index, best.target as Target);
    }
    picked.value = news.picked;
  },
);
