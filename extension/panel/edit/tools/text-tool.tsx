// Text: says something else, tokens included.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { collapse } from '../../../../shared/engine/collapse.ts';
import { Note } from '../../kit/note.tsx';
import { TokenPicker } from './token-picker.tsx';
import { Tones } from './tones.tsx';
import type { ToolProps } from './tool-props.ts';

export function TextTool({ picked, target, made, save }: ToolProps) {
  const value = useSignal(made('text')[0]?.value ?? picked.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const write = (text: string) => {
    value.value = text;
    save({ kind: 'text', target, value: text }, 'Text', collapse(text) === picked.text);
  };
  return (
    <div class="make-form">
      <label class="field">
        <span>New text</span>
        <textarea
          ref={field}
          rows={3}
          value={value.value}
          onInput={({ currentTarget }) => write(currentTarget.value)}
        />
      </label>
      {!picked.isPlain && (
        <Note tone="warn">
          <span>
            There are other elements inside (links, bold words): this text takes the place of all of them.
          </span>
        </Note>
      )}
      <TokenPicker text={value.value} write={write} field={() => field.current} />
      <Tones text={value.value} language={picked.language} write={write} />
      <p class="tiny soft">Saved as you type, and on the page at once.</p>
    </div>
  );
}
