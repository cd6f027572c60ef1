// What the author picked on the page, and the orders to the stage that picks, steps and moves there.

import { signal } from '@preact/signals';
import type { Target } from '../../../shared/schema/target.ts';
import { t } from '../../../shared/words/t.ts';
import { callStage } from '../../wire/calls.ts';
import type { EditOrder, EditState, Picked } from '../../wire/edit-shapes.ts';
import { sayError } from '../kit/say-error.ts';
import type { Page } from '../site/page.ts';
import type { PageTurn } from '../site/page-turn.ts';

/** The others are answered as things are meanwhile, which the page tells by itself. */
const SAY_MODE: readonly EditOrder['kind'][] = ['pick', 'browse', 'end', 'step'];

export function createOrders({ tab }: Pick<Page, 'tab'>) {
  const picked = signal<Picked | undefined>(undefined);
  const mode = signal<EditState['mode']>('off');
  const pageTrouble = signal('');
  /** Something of the page lies over what catches the pointer. */
  const isCovered = signal(false);
  /** On which screens the Style tool says what it says. */
  const styleMedia = signal('');

  let turn = 0;
  /** An answer of another page, or to an order before the last that says what goes on there, is news of nothing. */
  async function order(what: EditOrder): Promise<EditState | undefined> {
    const id = tab.value?.id;
    if (id === undefined) return undefined;
    pageTrouble.value = '';
    if (what.kind === 'pick') isCovered.value = false;
    const saysMode = SAY_MODE.includes(what.kind);
    if (saysMode) turn++;
    const mine = turn;
    try {
      const state = await callStage(id, 'edit', what);
      if (tab.peek()?.id !== id) return undefined;
      if (saysMode && mine === turn) mode.value = state.mode;
      if (state.picked) picked.value = state.picked;
      return state;
    } catch (error) {
      // with a page that is gone what was done on it has ended
      if (what.kind === 'end' && mine === turn) mode.value = 'off';
      if (what.kind === 'end' || (what.kind === 'point' && !what.target)) return undefined;
      pageTrouble.value = t`The page did not answer (${sayError(error)}). Reload it, then go on: the draft is safe.`;
      return undefined;
    }
  }

  return {
    picked,
    mode,
    pageTrouble,
    isCovered,
    styleMedia,
    startPicking: () => order({ kind: 'pick' }),
    endEditing: () => order({ kind: 'end' }),
    browse: () => order({ kind: 'browse' }),
    step: (to: 'parent' | 'child' | 'previous' | 'next') => order({ kind: 'step', to }),
    climb: (index: number) => order({ kind: 'climb', index }),
    dive: (index: number) => order({ kind: 'dive', index }),
    /** Moves what is picked by one place among its siblings. */
    shift: (by: -1 | 1) => order({ kind: 'shift', by }),
    /** The markup of what is picked, and what of it is lost. */
    copyPicked: async () => (await order({ kind: 'copy' }))?.copy,
    point: (target: Target | undefined) => order({ kind: 'point', ...(target && { target }) }),
  };
}

/** Each after what is still put on the page, or taken off it, which would end what is ordered now. */
export function orderInTurn(
  { startPicking, browse, step, climb, dive, shift, copyPicked }: ReturnType<typeof createOrders>,
  inPageTurn: PageTurn['inPageTurn'],
) {
  const inTurn =
    <G extends unknown[], T>(order: (...given: G) => Promise<T>) =>
    (...given: G): Promise<T> =>
      inPageTurn(() => order(...given));
  return {
    startPicking: inTurn(startPicking),
    browse: inTurn(browse),
    step: inTurn(step),
    climb: inTurn(climb),
    dive: inTurn(dive),
    shift: inTurn(shift),
    copyPicked: inTurn(copyPicked),
  };
}
