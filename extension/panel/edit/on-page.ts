// Editing one variant on the live page: its preview follows the draft, and goes when the author goes elsewhere.

import { effect, signal, untracked } from '@preact/signals';
import { t } from '../../../shared/words/t.ts';
import { callStage } from '../../wire/calls.ts';
import type { Found } from '../../wire/edit-shapes.ts';
import { createToken, type PreviewState, previewOf } from '../../wire/preview-state.ts';
import type { Memory } from '../../wire/stage-shapes.ts';
import type { AtElement } from '../../wire/tools-for.ts';
import { type Desk, desk } from '../draft/desk.ts';
import { sayError } from '../kit/say-error.ts';
import { whenOver } from '../kit/when-over.ts';
import { type Preview, previewing } from '../see/preview.ts';
import { type Page, page } from '../site/page.ts';
import { type PageTurn, pageTurn } from '../site/page-turn.ts';
import { createEdited } from './edited.ts';
import { hearPage } from './hear-page.ts';
import { createOrders, orderInTurn } from './orders.ts';
import { stageConfig } from './stage-config.ts';
import { createTyped } from './typed.ts';

/** Each letter changes the draft: of several showings that wait for their turn one is enough. */
function createOnce(inTurn: PageTurn['inPageTurn'], show: () => Promise<void>) {
  let asked = 0;
  let isAsked = false;
  return {
    ask(): void {
      if (isAsked) return;
      isAsked = true;
      const mine = ++asked;
      void inTurn(() => {
        if (asked === mine) isAsked = false;
        return show();
      });
    },
    /** What comes next waits behind others. */
    forget(): void {
      isAsked = false;
    },
  };
}

const makeState = (
  tabId: number,
  url: string,
  staged: ReturnType<typeof stageConfig>,
  memory: Memory | undefined,
): PreviewState => ({
  tabId,
  origin: new URL(url).origin,
  drafts: true,
  seed: memory?.seed ?? createToken(),
  traits: memory?.traits ?? {},
  choices: {},
  ...staged,
});

/** What the author came to this variant for: begun once. */
function takeErrand(place: Desk['place']): { picks?: true | undefined; change?: number | undefined } {
  const at = place.peek();
  if (at.kind !== 'variant' || (!at.picks && at.change === undefined)) return {};
  const { picks, change, ...rest } = at;
  place.value = rest;
  return { picks, change };
}

export function createOnPage(
  page: Page,
  desk: Desk,
  { endPreview }: Pick<Preview, 'endPreview'>,
  { givenBack, inPageTurn, onBorrow }: PageTurn,
) {
  const { look, memory, status, tab, takeStatus } = page;
  const { draft } = desk;
  const orders = createOrders(page);
  const { picked, mode, pageTrouble, endEditing } = orders;
  const ordered = orderInTurn(orders, inPageTurn);
  const { startPicking } = ordered;
  const edited = createEdited(desk, page);
  const { editing, findVariantTargets } = edited;
  const { startRestoring, ...typed } = createTyped(desk);
  /** Per change of the variant, what its target finds here. */
  const found = signal<Found[]>([]);
  /** The change whose target is being picked anew. */
  const repicking = signal<number | undefined>(undefined);
  /** The tool that was pressed on the page: its form opens. */
  const wantedTool = signal<AtElement | undefined>(undefined);
  /** The change whose block was clicked on the page: its entry in the list opens. */
  const chosenChange = signal<number | undefined>(undefined);

  /** The token of the preview that editing started. */
  let token: string | undefined;

  async function showOnPage(): Promise<void> {
    const at = editing.peek();
    const current = draft.peek();
    const tabId = tab.peek()?.id;
    const url = look.peek()?.url;
    const staged = at && current && stageConfig(current.config, at);
    if (!staged || tabId === undefined || url === undefined) return;
    const state = makeState(tabId, url, staged, memory.peek());
    try {
      const isOn = token !== undefined && status.peek()?.token === token;
      const own = isOn && token !== undefined ? token : createToken();
      token = own;
      await previewOf(own).write(state);
      if (!isOn) takeStatus(await callStage(tabId, 'preview', { token: own }));
      const edit = await callStage(tabId, 'edit', { kind: 'find', targets: findVariantTargets() });
      found.value = edit.found ?? [];
      // the page was loaded anew: nothing is picked there, and picking goes on
      if (edit.mode === 'off' && mode.peek() !== 'off') {
        picked.value = undefined;
        if (mode.peek() === 'pick') await orders.startPicking();
        else mode.value = 'off';
      }
    } catch (error) {
      pageTrouble.value = t`The page cannot show this now (${sayError(error)}). Reload it; the draft is safe.`;
    }
  }

  async function leavePage(): Promise<void> {
    picked.value = undefined;
    repicking.value = chosenChange.value = wantedTool.value = undefined;
    found.value = [];
    if (mode.peek() !== 'off') await endEditing();
    if (token !== undefined && status.peek()?.token === token) await endPreview().catch(() => undefined);
    token = undefined;
  }

  const showing = createOnce(inPageTurn, showOnPage);

  let wasEditing = '';
  function follow(): void {
    void givenBack.value;
    const at = editing.value;
    const current = draft.value;
    const url = look.value?.url;
    const key = at ? `${at.experience}/${at.id}` : '';
    untracked(() => {
      if (key !== wasEditing) {
        const before = wasEditing;
        wasEditing = key;
        if (before) {
          void inPageTurn(leavePage);
          showing.forget();
        }
      }
      if (at && current && url) showing.ask();
      const { picks, change } = at ? takeErrand(desk.place) : {};
      if (change !== undefined) chosenChange.value = change;
      if (picks) void startPicking();
    });
  }

  const editor = { ...orders, ...ordered, ...edited, ...typed, found, repicking, chosenChange, wantedTool };
  return {
    ...editor,
    start(signal: AbortSignal): void {
      onBorrow(leavePage);
      whenOver(signal, effect(follow), hearPage(editor, page, desk), startRestoring());
    },
  };
}

/** The panel's own; `main` starts it. */
export const onPage = createOnPage(page, desk, previewing, pageTurn);
export const {
  picked,
  mode,
  pageTrouble,
  startPicking,
  browse,
  step,
  climb,
  dive,
  shift,
  copyPicked,
  point,
  troubles,
  type,
  takeForeign,
  retarget,
  moveBack,
  found,
  repicking,
  chosenChange,
  wantedTool,
  styleMedia,
  isCovered,
} = onPage;
