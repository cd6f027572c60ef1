// Attribute: the few that a config may set, such as the tooltip or what a screen reader says.

import { useSignal } from '@preact/signals';
import { ATTRIBUTES } from '../../../../shared/grammar/allowed.ts';
import { t } from '../../../../shared/words/t.ts';
import type { ToolProps } from './tool-props.ts';

const SAYS: Record<string, string> = {
  title: t`Tooltip (title)`,
  alt: t`What a picture shows (alt)`,
  placeholder: t`Hint in an empty field (placeholder)`,
  lang: t`Language (lang)`,
  dir: t`Direction of writing (dir)`,
  width: t`Width (width)`,
  height: t`Height (height)`,
  loading: t`When it loads (loading)`,
  decoding: t`How it is decoded (decoding)`,
  'aria-label': t`What screen readers say (aria-label)`,
  'aria-hidden': t`Kept from screen readers (aria-hidden)`,
};
const VALUES: Record<string, string[]> = {
  dir: ['ltr', 'rtl', 'auto'],
  loading: ['lazy', 'eager'],
  decoding: ['async', 'sync', 'auto'],
  'aria-hidden': ['true', 'false'],
};
/** Only on these elements do they mean anything; the others go on all. */
const ONLY: Record<string, RegExp> = {
  alt: /^(img|area|input)$/,
  placeholder: /^(input|textarea)$/,
  width: /^(img|video|canvas|svg|iframe|td|th|table)$/,
  height: /^(img|video|canvas|svg|iframe)$/,
  loading: /^(img|iframe)$/,
  decoding: /^img$/,
};
const OTHER = 'aria-…';

function Value({ of, value, write }: { of: string; value: string; write(value: string): void }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: one of the two fields below
    <label class="field">
      <span>{t`Its value`}</span>
      {VALUES[of] ? (
        <select value={value} onChange={({ currentTarget }) => write(currentTarget.value)}>
          <option value="">{t`choose one`}</option>
          {VALUES[of].map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      ) : (
        <input type="text" value={value} onInput={({ currentTarget }) => write(currentTarget.value)} />
      )}
    </label>
  );
}

export function AttributeTool({ picked, target, made, add, save }: ToolProps) {
  const names = [...ATTRIBUTES.split(' '), 'aria-label', 'aria-hidden'].filter(
    (name) => ONLY[name]?.test(picked.tag) ?? true,
  );
  const name = useSignal(names[0] ?? 'title');
  const other = useSignal('');
  const now = (at: string): string | null =>
    made('attribute').find((one) => one.name === at)?.value ?? picked.attributes[at] ?? '';
  const value = useSignal(now(name.value) ?? '');
  const isOther = name.value === OTHER;
  const full = isOther
    ? `aria-${other.value
        .trim()
        .toLowerCase()
        .replace(/^aria-/, '')}`
    : name.value;
  const isNamed = !isOther || /^aria-[a-z]+$/.test(full);
  const write = (next: string) => {
    value.value = next;
    const isOriginal = next === '' || next === picked.attributes[full];
    save({ kind: 'attribute', target, name: full, value: next }, t`Attribute`, isOriginal);
  };
  const has = picked.attributes[full] !== undefined;
  return (
    <div class="make-form">
      <label class="field">
        <span>{t`Attribute`}</span>
        <select
          value={name.value}
          onChange={({ currentTarget }) => {
            name.value = currentTarget.value;
            value.value = now(currentTarget.value) ?? '';
          }}
        >
          {[...names, OTHER].map((one) => (
            <option key={one} value={one}>
              {SAYS[one] ?? one}
            </option>
          ))}
        </select>
      </label>
      {isOther && (
        <label class="field">
          <span>{t`Its name, after aria-`}</span>
          <input
            type="text"
            placeholder="description"
            value={other.value}
            onInput={({ currentTarget }) => {
              other.value = currentTarget.value;
              value.value = '';
            }}
          />
        </label>
      )}
      {isNamed && <Value of={full} value={value.value} write={write} />}
      <p class="tiny soft">{t`Saved as you type. Only these can be set: others could run script or load from elsewhere. Links, pictures, classes and styles have tools of their own.`}</p>
      {has && (
        <button
          class="button"
          type="button"
          onClick={() => add({ kind: 'attribute', target, name: full, value: null }, t`Attribute`)}
        >{t`Take it away`}</button>
      )}
    </div>
  );
}
