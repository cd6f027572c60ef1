// Style: the properties that authors ask for, per width of screen, with a warning where text gets hard to read.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Note } from '../../kit/note.tsx';
import { toHex } from '../../kit/to-hex.ts';
import { sayContrast } from './contrast.ts';
import type { ToolProps } from './tool-props.ts';

interface Style {
  name: string;
  label: string;
  kind: 'color' | 'text';
  hint?: string;
  options?: string[];
}
const STYLES: Style[] = [
  { name: 'color', label: 'Text colour', kind: 'color' },
  { name: 'background-color', label: 'Background', kind: 'color' },
  { name: 'font-size', label: 'Text size', kind: 'text', hint: '18px' },
  { name: 'font-weight', label: 'Weight', kind: 'text', options: ['400', '500', '600', '700', '800'] },
  { name: 'text-align', label: 'Align', kind: 'text', options: ['start', 'center', 'end', 'justify'] },
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

/** Those that are a length. */
const LENGTHS = ['font-size', 'padding', 'margin', 'border-radius', 'width'];

/** A bare figure is meant in pixels, where a length is asked for. */
const addUnit = (name: string, value: string): string =>
  LENGTHS.includes(name) && /^\d*\.?\d+$/.test(value) && Number(value) !== 0 ? `${value}px` : value;

function StyleField({
  style: { name, label, kind, hint, options },
  now,
  value,
  set,
}: {
  style: Style;
  /** what it is without us */
  now: string;
  value: string | undefined;
  set(value: string): void;
}) {
  const isWrong = value !== undefined && !CSS.supports(name, addUnit(name, value));
  return (
    <div class="field">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: one of the fields below */}
      <label class="field">
        <span>{label}</span>
        {kind === 'color' ? (
          <input
            type="color"
            value={value ?? toHex(now) ?? '#000000'}
            onInput={({ currentTarget }) => set(currentTarget.value)}
          />
        ) : options ? (
          <select value={value ?? ''} onChange={({ currentTarget }) => set(currentTarget.value)}>
            <option value="">as it is ({now})</option>
            {[...options, ...(value && !options.includes(value) ? [value] : [])].map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        ) : (
          <input
            type="text"
            placeholder={now || hint}
            value={value ?? ''}
            aria-invalid={isWrong}
            onInput={({ currentTarget }) => set(currentTarget.value.trim())}
            onChange={({ currentTarget }) => set(addUnit(name, currentTarget.value.trim()))}
          />
        )}
      </label>
      {kind === 'color' && value !== undefined && (
        <button
          class="button plain"
          type="button"
          aria-label={`${label}: leave as it is`}
          onClick={() => set('')}
        >
          Leave as it is
        </button>
      )}
      {isWrong && <span class="tiny make-warn">No browser reads this. Write it such as {hint}.</span>}
    </div>
  );
}

export function StyleTool({ picked, target, made, save }: ToolProps) {
  const read = (at: string): Record<string, string> => ({
    ...made('style').find((one) => (one.media ?? '') === at)?.properties,
  });
  const media = useSignal('');
  const properties = useSignal(read(''));
  const saved = useRef(properties.value);
  /** What no browser reads, such as a size half typed, leaves what was there. */
  const write = (next: Record<string, string>) => {
    const fit = Object.entries(next).flatMap(([name, value]): [string, string][] => {
      const full = addUnit(name, value);
      if (CSS.supports(name, full)) return [[name, full]];
      const before = saved.current[name];
      return before === undefined ? [] : [[name, before]];
    });
    saved.current = Object.fromEntries(fit);
    save(
      {
        kind: 'style',
        target,
        properties: saved.current,
        ...(media.value && { media: media.value }),
      },
      'Style',
      fit.length === 0,
    );
  };
  const set = (name: string, value: string) => {
    const next = { ...properties.value };
    if (value) next[name] = value;
    else delete next[name];
    properties.value = next;
    write(next);
  };
  // widths that somebody wrote by hand
  const others = made('style').flatMap(({ media: at }) =>
    at && !WIDTHS.some((one) => one.media === at) ? [{ label: `where ${at}`, media: at }] : [],
  );
  const contrast = sayContrast(
    properties.value.color ?? picked.styles.color ?? '',
    properties.value['background-color'] ?? picked.ground,
  );
  return (
    <div class="make-form">
      <label class="field">
        <span>Where</span>
        <select
          value={media.value}
          onChange={({ currentTarget }) => {
            media.value = currentTarget.value;
            properties.value = saved.current = read(currentTarget.value);
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
        {STYLES.map((style) => (
          <StyleField
            key={style.name}
            style={style}
            now={style.name === 'background-color' ? picked.ground : (picked.styles[style.name] ?? '')}
            value={properties.value[style.name]}
            set={(value) => set(style.name, value)}
          />
        ))}
      </div>
      {contrast && (properties.value.color || properties.value['background-color']) && (
        <Note tone="warn">
          <span>{contrast}</span>
        </Note>
      )}
      <p class="tiny soft">Saved as you type.</p>
    </div>
  );
}
