// What the author does on the page itself, heard by the panel, which changes the draft.

import type { Position } from '../../../shared/schema/change.ts';
import type { Target } from '../../../shared/schema/target.ts';
import { t } from '../../../shared/words/t.ts';
import type { Undo } from '../../wire/browser.ts';
import type { EditNews } from '../../wire/edit-shapes.ts';
import { hear } from '../../wire/news.ts';
import { sayElement } from '../../wire/say-change.ts';
import type { Media, Sizes } from '../../wire/sizes.ts';
import type { AtElement } from '../../wire/tools-for.ts';
import type { Desk } from '../draft/desk.ts';
import type { Page } from '../site/page.ts';
import type { createEdited } from './edited.ts';
import type { createOrders } from './orders.ts';
import { isShown } from './stage-config.ts';

export interface Editor extends ReturnType<typeof createEdited>, ReturnType<typeof createOrders> {
  repicking: { value: number | undefined };
  chosenChange: { value: number | undefined };
  wantedTool: { value: AtElement | undefined };
}

/** Begins to hear the page in front while a variant is edited. */
export function hearPage(
  {
    picked,
    mode,
    endEditing,
    editing,
    findVariantChanges,
    moveBack,
    putOnPage,
    sizeOnPage,
    repicking,
    retarget,
    chosenChange,
    wantedTool,
    styleMedia,
    isCovered,
  }: Editor,
  { tab }: Pick<Page, 'tab'>,
  { undo, redo }: Pick<Desk, 'undo' | 'redo'>,
): Undo {
  /** Puts what was picked elsewhere, or back where the page has it. */
  function move(target: Target, to: Target | undefined, position: Position): void {
    if (to) putOnPage({ kind: 'move', target, to, position }, t`Place of the ${sayElement(target)}`);
    else moveBack(target);
  }

  function hide(): void {
    const target = picked.value?.choices[0]?.target;
    if (target) putOnPage({ kind: 'hide', target }, t`Hiding of the ${sayElement(target)}`);
  }

  /** One drag, or a run of arrow keys: one step. */
  function size(sizes: Sizes, media: Media): void {
    styleMedia.value = media;
    wantedTool.value = 'size';
    sizeOnPage(picked.value?.choices.map(({ target }) => target) ?? [], media, sizes);
  }

  function take(news: EditNews): void {
    switch (news.kind) {
      case 'left':
      case 'held':
        mode.value = news.kind === 'left' ? 'browse' : 'pick';
        break;
      case 'undo':
        void undo();
        break;
      case 'redo':
        void redo();
        break;
      case 'covered':
        isCovered.value = news.isCovered;
        break;
      case 'tool':
        if (news.tool === 'hide') hide();
        else wantedTool.value = news.tool;
        break;
      case 'sized':
        size(news.sizes, news.media);
        break;
      case 'chose': {
        const places = findVariantChanges().flatMap((change, index) => (isShown(change) ? [index] : []));
        picked.value = undefined;
        chosenChange.value = places[news.change];
        break;
      }
      case 'moved':
      case 'picked': {
        const target = news.picked.choices[0]?.target;
        if (news.kind === 'moved') {
          if (target) move(target, news.to, news.position);
        } else {
          const index = repicking.value;
          if (index !== undefined && target) {
            repicking.value = undefined;
            retarget(index, target);
          }
          picked.value = news.picked;
        }
      }
    }
  }

  const deafen = hear(
    'edit',
    () => tab.value?.id,
    (news) => {
      if (editing.value) take(news);
    },
  );
  // closed in the midst of it: the page is the author's again
  const close = () => {
    if (mode.peek() !== 'off') void endEditing();
  };
  addEventListener('pagehide', close);
  return () => {
    deafen();
    removeEventListener('pagehide', close);
  };
}
