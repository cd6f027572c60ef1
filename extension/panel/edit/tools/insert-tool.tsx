// Insert: a block from the library, or html of the author's own.

import { t } from '../../../../shared/words/t.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { toLocal } from '../../kit/to-local.ts';
import { useBegun } from './begun.ts';
import { BegunNote } from './begun-note.tsx';
import { BLOCKS, type Block, fillEnd } from './blocks.ts';
import { HtmlField } from './html-field.tsx';
import { PositionField, readPosition } from './position-field.tsx';
import type { ToolProps } from './tool-props.ts';

const OWN: Block = { id: 'own', name: t`My own HTML`, html: '' };
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** In a week, at the end of that day. */
function nextWeek(): string {
  const end = new Date(Date.now() + WEEK_MS);
  end.setHours(23, 59, 0, 0);
  return toLocal(end);
}

interface Fields extends Record<string, string | boolean> {
  /** its id */
  block: string;
  position: string;
  html: string;
  /** of a block that has an end, as its field holds it */
  until: string;
  isEnding: boolean;
}

const BLOCK_LIST = [...BLOCKS, OWN];
const findBlock = (id: string): Block => BLOCK_LIST.find((one) => one.id === id) ?? OWN;

export function InsertTool({ target, add }: ToolProps) {
  const [begin = OWN] = BLOCK_LIST;
  const { now, put, isOld, end } = useBegun<Fields>('insert', target, {
    block: begin.id,
    position: 'after',
    html: begin.html,
    until: nextWeek(),
    isEnding: true,
  });
  const block = findBlock(now.block);
  const date = new Date(now.until);
  const isDated = block.hasEnd === true && !Number.isNaN(date.getTime());
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        add(
          { kind: 'insert', target, position: readPosition(now.position), html: now.html },
          t`Block`,
          isDated && now.isEnding
            ? (experience) => {
                experience.schedule = { ...experience.schedule, to: date.toISOString() };
              }
            : undefined,
        );
        end();
      }}
    >
      <BegunNote isOld={isOld} end={end} />
      <div class="grid">
        <SelectField
          label={t`Block`}
          value={block.id}
          options={BLOCK_LIST.map(({ id, name }): [string, string] => [id, name])}
          set={(id) => {
            const next = findBlock(id);
            put({ block: id, html: next.hasEnd ? fillEnd(next.html, date) : next.html });
          }}
        />
        <PositionField position={readPosition(now.position)} set={(position) => put({ position })} />
      </div>
      {block.hasEnd && (
        <>
          <label class="field">
            <span>{t`Ends at`}</span>
            <input
              type="datetime-local"
              required
              value={now.until}
              onInput={({ currentTarget }) => {
                const was = fillEnd(block.html, date);
                const until = currentTarget.value;
                // what the author wrote of their own stays
                put({ until, ...(now.html === was && { html: fillEnd(block.html, new Date(until)) }) });
              }}
            />
          </label>
          <label class="row small">
            <input
              type="checkbox"
              checked={now.isEnding}
              onChange={({ currentTarget }) => put({ isEnding: currentTarget.checked })}
            />
            <span class="grow">{t`End the whole experience then`}</span>
          </label>
          <p class="tiny soft">{t`It says until when, it does not tick: a config runs no script. Ended, the page is the original again, so nobody reads a date that has passed.`}</p>
        </>
      )}
      <HtmlField
        html={now.html}
        typed={(html) => put({ html })}
        label={t`What it says (HTML)`}
        act={t`Insert the block`}
      />
    </form>
  );
}
