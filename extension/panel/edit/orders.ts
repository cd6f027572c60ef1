// What the author picked on the page, and the orders to the stage that picks, steps and moves there.

import { signal } from '@preact/signals';
import type { Target } from '../../../shared/schema/target.ts';
import { t } from '../../../shared/words/t.ts';
import { callStage } from '../../wire/calls.ts';
import type { EditOrder, EditState, Picked } from '../../wire/edit-shapes.ts';
import { sayError } from '../kit/say-error.ts';
import type { Page } from '../site/page.ts';

export function createOrders({ tab }: Pick<Page, 'tab'>) {
  const picked = signal<Picked | undefined>(undefined);
  const mode = signal<EditState['mode']>('off');
  const pageTrouble = signal('');
  /** Something of the page lies over what catches the pointer. */
  const isCovered = signal(false);
  /** On which screens the Style tool says what it says. */
  const styleMedia = signal('');

  async function order(what: EditOrder): Promise<EditState | undefined> {
    const id = tab.value?.id;
    if (id === undefined) return undefined;
    pageTrouble.value = '';
    if (what.kind === 'pick') isCovered.value = false;
    try {
      const state = await callStage(id, 'edit', what);
      mode.value = state.mode;
      if (state.picked) picked.value = state.picked;
      return state;
    } catch (error) {
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
