// Class: names of the page's own classes, added or taken away.

import { useSignal } from '@preact/signals';
import { t } from '../../../../shared/words/t.ts';
import type { ToolProps } from './tool-props.ts';

function Words({ label, text, write }: { label: string; text: string; write(text: string): void }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input type="text" value={text} onInput={({ currentTarget }) => write(currentTarget.value)} />
    </label>
  );
}

const split = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((one) => one.replace(/^\./, ''))
    .filter(Boolean);

export function ClassTool({ target, made, save }: ToolProps) {
  const [now] = made('class');
  const plus = useSignal(now?.add?.join(' ') ?? '');
  const minus = useSignal(now?.remove?.join(' ') ?? '');
  const write = () => {
    const off = split(minus.value);
    const on = split(plus.value).filter((one) => !off.includes(one));
    save(
      { kind: 'class', target, ...(on.length && { add: on }), ...(off.length && { remove: off }) },
      t`Class`,
      on.length + off.length === 0,
    );
  };
  return (
    <div class="make-form">
      <div class="grid">
        <Words
          label={t`Add classes`}
          text={plus.value}
          write={(text) => {
            plus.value = text;
            write();
          }}
        />
        <Words
          label={t`Take away`}
          text={minus.value}
          write={(text) => {
            minus.value = text;
            write();
          }}
        />
      </div>
      <p class="tiny soft">{t`Saved as you type.`}</p>
    </div>
  );
}
