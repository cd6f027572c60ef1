// Move: by one place among its siblings, to another element that is picked next, or by dragging it on the page.

import { signal } from '@preact/signals';
import { ArrowDown, ArrowUp } from 'lucide-preact';
import type { Target } from '../../../../shared/schema/target.ts';
import { t } from '../../../../shared/words/t.ts';
import { sayElement } from '../../../wire/say-change.ts';
import { Note } from '../../kit/note.tsx';
import { moveBack, shift, startPicking } from '../on-page.ts';
import { POSITIONS } from './position-field.tsx';
import type { ToolProps } from './tool-props.ts';

/** What waits until its new place is picked. */
export const moving = signal<Target | undefined>(undefined);

export function MoveTool({ target, made }: ToolProps) {
  return (
    <div class="make-form">
      <div class="row">
        <button class="button grow" type="button" onClick={() => void shift(-1)}>
          <ArrowUp size={15} aria-hidden="true" /> {t`Earlier`}
        </button>
        <button class="button grow" type="button" onClick={() => void shift(1)}>
          <ArrowDown size={15} aria-hidden="true" /> {t`Later`}
        </button>
      </div>
      <button
        class="button"
        type="button"
        onClick={() => {
          moving.value = target;
          void startPicking();
        }}
      >{t`Pick where it goes`}</button>
      {made('move').length > 0 && (
        <button
          class="button"
          type="button"
          onClick={() => moveBack(target)}
        >{t`Back to its own place`}</button>
      )}
      <p class="tiny soft">{t`On the page: drag it, or press Shift and an arrow key. It is shown as a copy there; clicks in it reach the original.`}</p>
    </div>
  );
}

/** Shown with the next element that is picked while something waits to be moved. */
export function MoveHere({ target, add }: Pick<ToolProps, 'target' | 'add'>) {
  const from = moving.value;
  if (!from) return null;
  const isItself = from.css === target.css && from.text === target.text;
  return (
    <Note>
      <span>
        {isItself
          ? t`Now click the element that the ${sayElement(from)} should go to.`
          : t`Move the ${sayElement(from)} here:`}
      </span>
      <span class="row">
        {!isItself &&
          POSITIONS.map(([position, words]) => (
            <button
              key={position}
              class="button"
              type="button"
              onClick={() => {
                moving.value = undefined;
                add({ kind: 'move', target: from, to: target, position }, t`Place`);
              }}
            >
              {words}
            </button>
          ))}
        <button
          class="button plain"
          type="button"
          onClick={() => {
            moving.value = undefined;
          }}
        >{t`Do not move it`}</button>
      </span>
    </Note>
  );
}
