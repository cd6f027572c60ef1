// Insert: a block from the library, or html of the author's own.

import { useSignal } from '@preact/signals';
import type { Position } from '../../../../shared/schema/change.ts';
import { toLocal } from '../../kit/to-local.ts';
import { BLOCKS, type Block, fillEnd } from './blocks.ts';
import { HtmlField } from './html-field.tsx';
import { PositionField } from './position-field.tsx';
import type { ToolProps } from './tool-props.ts';

const OWN: Block = { id: 'own', name: 'My own HTML', html: '' };
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** In a week, at the end of that day. */
function nextWeek(): string {
  const end = new Date(Date.now() + WEEK_MS);
  end.setHours(23, 59, 0, 0);
  return toLocal(end);
}

export function InsertTool({ target, add }: ToolProps) {
  const position = useSignal<Position>('after');
  const block = useSignal<Block>(BLOCKS[0] ?? OWN);
  const end = useSignal(nextWeek());
  const isEnding = useSignal(true);
  const html = useSignal(block.value.html);
  const date = new Date(end.value);
  const isDated = block.value.hasEnd === true && !Number.isNaN(date.getTime());
  const choose = (next: Block) => {
    block.value = next;
    html.value = next.hasEnd ? fillEnd(next.html, new Date(end.value)) : next.html;
  };
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        add(
          { kind: 'insert', target, position: position.value, html: html.value },
          'Block',
          isDated && isEnding.value
            ? (experience) => {
                experience.schedule = { ...experience.schedule, to: date.toISOString() };
              }
            : undefined,
        );
      }}
    >
      <div class="grid">
        <label class="field">
          <span>Block</span>
          <select
            value={block.value.id}
            onChange={({ currentTarget }) =>
              choose([...BLOCKS, OWN].find(({ id }) => id === currentTarget.value) ?? OWN)
            }
          >
            {[...BLOCKS, OWN].map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <PositionField position={position} />
      </div>
      {block.value.hasEnd && (
        <>
          <label class="field">
            <span>Ends at</span>
            <input
              type="datetime-local"
              required
              value={end.value}
              onInput={({ currentTarget }) => {
                const was = fillEnd(block.value.html, new Date(end.value));
                end.value = currentTarget.value;
                // what the author wrote of their own stays
                if (html.value === was) html.value = fillEnd(block.value.html, new Date(currentTarget.value));
              }}
            />
          </label>
          <label class="row small">
            <input
              type="checkbox"
              checked={isEnding.value}
              onChange={({ currentTarget }) => {
                isEnding.value = currentTarget.checked;
              }}
            />
            <span class="grow">End the whole experience then</span>
          </label>
          <p class="tiny soft">
            It says until when, it does not tick: a config runs no script. Ended, the page is the original
            again, so nobody reads a date that has passed.
          </p>
        </>
      )}
      <HtmlField html={html} label="What it says (HTML)" act="Insert the block" />
    </form>
  );
}
