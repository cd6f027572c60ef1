// What the author does on the page itself, heard by the panel, which changes the draft. Import it once, where a variant
// is edited.

import type { Position } from '../../../shared/schema/change.ts';
import type { Target } from '../../../shared/schema/target.ts';
import type { EditNews } from '../../wire/edit-shapes.ts';
import { hear } from '../../wire/news.ts';
import { sayElement } from '../../wire/say-change.ts';
import { redo, undo } from '../draft/desk.ts';
import { tab } from '../site/page.ts';
import {
  chosenChange,
  editing,
  endEditing,
  findVariantChanges,
  isShown,
  mode,
  moveBack,
  picked,
  putOnPage,
  repicking,
  retarget,
} from './on-page.ts';

/** Sets what a text says, in the change that says it already or in a new one. */
const writeText = (target: Target, value: string) =>
  putOnPage({ kind: 'text', target, value }, `Text of the ${sayElement(target)}`);

/** Puts what was picked elsewhere, or back where the page has it. */
function move(target: Target, to: Target | undefined, position: Position): void {
  if (to) putOnPage({ kind: 'move', target, to, position }, `Place of the ${sayElement(target)}`);
  else moveBack(target);
}

function take(news: EditNews): void {
  switch (news.kind) {
    case 'left':
      mode.value = 'browse';
      break;
    case 'undo':
      void undo();
      break;
    case 'redo':
      void redo();
      break;
    case 'chose': {
      const places = findVariantChanges().flatMap((change, index) => (isShown(change) ? [index] : []));
      picked.value = undefined;
      chosenChange.value = places[news.change];
      break;
    }
    case 'wrote':
    case 'moved':
    case 'picked': {
      const target = news.picked.choices[0]?.target as Target | undefined;
      if (news.kind === 'wrote') {
        if (target) writeText(target, news.value);
      } else if (news.kind === 'moved') {
        if (target) move(target, news.to as Target | undefined, news.position);
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

hear(
  'edit',
  () => tab.value?.id,
  (news) => {
    if (editing.value) take(news);
  },
);

// closed in the midst of it: the page is the author's again
addEventListener('pagehide', () => {
  if (mode.peek() !== 'off') void endEditing();
});
