// A goal picked on the page: who asked for it, and what the author picks there. The page's own click never happens meanwhile.

import { signal } from '@preact/signals';
import { t } from '../../../shared/words/t.ts';
import { callStage } from '../../wire/calls.ts';
import type { Act, GoalOrder, GoalPick } from '../../wire/goal-shapes.ts';
import { hear } from '../../wire/news.ts';
import { sayError } from '../kit/say-error.ts';
import { whenOver } from '../kit/when-over.ts';
import { type Page, page } from '../site/page.ts';
import { type PageTurn, pageTurn } from '../site/page-turn.ts';

export function createGoalPick(
  { tab, look }: Pick<Page, 'tab' | 'look'>,
  { inPageTurn }: Pick<PageTurn, 'inPageTurn'>,
) {
  /** The experience that the goal is for, while one is picked. */
  const asked = signal<{ experience: string; act: Act; tabId: number } | undefined>(undefined);
  /** The page listens. */
  const isReady = signal(false);
  const picked = signal<GoalPick | undefined>(undefined);
  /** Where the steps have led, in words. */
  const steppedTo = signal('');
  const pickTrouble = signal('');
  /** of the page that is picked on */
  let url: string | undefined;

  /** Behind what is edited there: that is taken off the page first. */
  const order = (tabId: number, what: GoalOrder): Promise<void> =>
    inPageTurn(async () => {
      try {
        const state = await callStage(tabId, 'goal', what);
        if (!asked.peek()) return;
        pickTrouble.value = '';
        if (what.kind === 'pick') isReady.value = true;
        if (state.at !== undefined) steppedTo.value = state.at;
        if (state.picked) picked.value = state.picked;
      } catch (error) {
        if (asked.peek()) pickTrouble.value = t`The page did not answer (${sayError(error)}). Reload it.`;
      }
    });

  function forget(): void {
    asked.value = picked.value = undefined;
    isReady.value = false;
    steppedTo.value = pickTrouble.value = '';
  }
  function endGoalPick(): void {
    const at = asked.peek();
    forget();
    if (at) void order(at.tabId, { kind: 'end' });
  }
  function startGoalPick(experience: string, act: Act): void {
    endGoalPick();
    const tabId = tab.peek()?.id;
    if (tabId === undefined) return;
    url = look.peek()?.url;
    asked.value = { experience, act, tabId };
    void order(tabId, { kind: 'pick', act });
  }

  /** A page that was loaded anew is picked on again; the same one knows already. Another tab is another matter. */
  function goOn(): void {
    const at = asked.peek();
    const now = look.peek()?.url;
    if (!at || now === undefined) return;
    if (at.tabId !== tab.peek()?.id) {
      endGoalPick();
      return;
    }
    if (now !== url) picked.value = undefined;
    url = now;
    void order(at.tabId, { kind: 'pick', act: at.act });
  }
  const orderAsked = async (what: GoalOrder): Promise<void> => {
    const at = asked.peek();
    if (at) await order(at.tabId, what);
  };

  return {
    asked,
    isReady,
    picked,
    steppedTo,
    pickTrouble,
    startGoalPick,
    endGoalPick,
    stepGoal: (by: -1 | 1) => orderAsked({ kind: 'step', by }),
    takeGoal: () => orderAsked({ kind: 'take' }),
    start(signal: AbortSignal): void {
      addEventListener('pagehide', endGoalPick, { signal });
      whenOver(
        signal,
        look.subscribe(goOn),
        hear(
          'goal',
          () => tab.value?.id,
          (news) => {
            if (news.kind === 'left') forget();
            else if (news.picked.act === asked.peek()?.act) picked.value = news.picked;
          },
        ),
      );
    },
  };
}

/** The panel's own; `main` starts it. */
export const goalPick = createGoalPick(page, pageTurn);
export const {
  asked,
  isReady,
  picked,
  steppedTo,
  pickTrouble,
  startGoalPick,
  endGoalPick,
  stepGoal,
  takeGoal,
} = goalPick;
