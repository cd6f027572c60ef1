// Style: the properties that authors ask for, per width of screen, with a warning where text gets hard to read.

import { useSignal } from '@preact/signals';
import { Note } from '../parts/note.tsx';
import { sayContrast } from './contrast.ts';
import type { ToolProps } from './tool-props.ts';

const STYLES: { name: string; label: string; kind: 'color' | 'text'; hint?: string }[] = [
  { name: 'color', label: 'Text colour', kind: 'color' },
  { name: 'background-color', label: 'Background', kind: 'color' },
  { name: 'font-size', label: 'Text size', kind: 'text', hint: '18px' },
  { name: 'font-weight', label: 'Weight', kind: 'text', hint: '700' },
  { name: 'text-align', label: 'Align', kind: 'text', hint: 'center' },
  { name: 'padding', label: 'Space inside', kind: 'text', hint: '12px' },
  { name: 'margin', label: 'Space around', kind: 'text', hint: '12px' },
  { name: 'border', label: 'Border', kind: 'text', hint: '1px solid #ccc' },
  { name: 'border-radius', label: 'Corners', kind: 'text', hint: '8px' },
  { name: 'width', label: 'Width', kind: 'text', hint: '100%' },
];

const WIDTHS = [
  { label: 'on every screen', media: '' },
  { label: 'on phones', media: '(max-width: 600px)' },
  { label: 'on large screens', media: '(min-width: 1000px)' },
];

const toHex = (color: string): string => {
  const parts = /^rgba?\((\d+), (\d+), (\d+)/.exec(color)?.slice(1);
  return parts ? `#${parts.map((one) => Number(one).toString(16).padStart(2, '0')).join('')}` : '#000000';
};

export function StyleTool({ picked, target, made, add }: ToolProps) {
  const read = (at: string): Record<string, string> => ({
    ...made('style').find((one) => (one.media ?? '') === at)?.properties,
  });
  const media = useSignal('');
  const properties = useSignal(read(''));
  const set = (name: string, value: string) => {
    const next = { ...properties.value };
    if (value) next[name] = value;
    else delete next[name];
    properties.value = next;
  };
  // widths that somebody wrote by hand
  const others = made('style').flatMap(({ media: at }) =>
    at && !WIDTHS.some((one) => one.media === at) ? [{ label: `where ${at}`, media: at }] : [],
  );
  const contrast = sayContrast(
    properties.value.color ?? picked.styles.color ?? '',
    properties.value['background-color'] ?? picked.styles['background-color'] ?? '',
  );
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        add(
          { kind: 'style', target, properties: properties.value, ...(media.value && { media: media.value }) },
          'Style',
        );
      }}
    >
      <label class="field">
        <span>Where</span>
        <select
          value={media.value}
          onChange={({ currentTarget }) => {
            media.value = currentTarget.value;
            properties.value = read(currentTarget.value);
          }}
        >
          {[...WIDTHS, ...others].map(({ label, media: value }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <div class="grid">
        {STYLES.map(({ name, label, kind, hint }) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: one of the two fields below
          <label key={name} class="field">
            <span>{label}</span>
            {kind === 'color' ? (
              <input
                type="color"
                value={properties.value[name] ?? toHex(picked.styles[name] ?? '')}
                data-set={properties.value[name] !== undefined}
                onInput={({ currentTarget }) => set(name, currentTarget.value)}
              />
            ) : (
              <input
                type="text"
                placeholder={picked.styles[name] || hint}
                value={properties.value[name] ?? ''}
                onInput={({ currentTarget }) => set(name, currentTarget.value.trim())}
              />
            )}
          </label>
        ))}
      </div>
      {contrast && (properties.value.color || properties.value['background-color']) && (
        <Note tone="warn">
          <span>{contrast}</span>
        </Note>
      )}
      <button class="button main" type="submit" disabled={Object.keys(properties.value).length === 0}>
        Keep the style
      </button>
    </form>
  );
}
