// What can be done with the element that was picked: each tool is one small form that adds or replaces one change.

import { useSignal } from '@preact/signals';
import type { Change } from '../../../shared/schema/change.ts';
import type { Target } from '../../../shared/schema/target.ts';
import type { Picked } from '../../lib/draft/edit-shapes.ts';
import { Note } from '../parts/note.tsx';
import { BLOCKS } from './blocks.ts';
import { sayContrast } from './contrast.ts';

/** A picture inside the config weighs on every page view: bytes of the file, at most. */
const MOST_PICTURE = 100_000;

export interface ToolProps {
  picked: Picked;
  target: Target;
  /** what the variant makes of it already */
  now: Change | undefined;
  add(change: Change, what: string): void;
}

export function TextTool({ picked, target, now, add }: ToolProps) {
  const value = useSignal(now?.kind === 'text' ? now.value : picked.text);
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        add({ kind: 'text', target, value: value.value }, 'Text');
      }}
    >
      <label class="field">
        <span>New text</span>
        <textarea
          rows={3}
          value={value.value}
          onInput={({ currentTarget }) => {
            value.value = currentTarget.value;
          }}
        />
      </label>
      {!picked.isPlain && (
        <Note tone="warn">
          <span>
            There are other elements inside (links, bold words): this text takes the place of all of them.
          </span>
        </Note>
      )}
      <p class="tiny soft">
        <code>{'{{trait.name|there}}'}</code> says a stated fact, or “there” where nothing was stated. Or
        double-click the text on the page.
      </p>
      <button class="button main" type="submit">
        Keep the text
      </button>
    </form>
  );
}

export function LinkTool({ picked, target, now, add }: ToolProps) {
  const href = useSignal(now?.kind === 'link' ? now.href : (picked.href ?? ''));
  const isNew = useSignal(false);
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        add({ kind: 'link', target, href: href.value, ...(isNew.value && { newTab: true }) }, 'Link');
      }}
    >
      <label class="field">
        <span>Leads to</span>
        <input
          type="text"
          required
          value={href.value}
          onInput={({ currentTarget }) => {
            href.value = currentTarget.value;
          }}
        />
      </label>
      <label class="row small">
        <input
          type="checkbox"
          checked={isNew.value}
          onChange={({ currentTarget }) => {
            isNew.value = currentTarget.checked;
          }}
        />
        in a new tab
      </label>
      <button class="button main" type="submit">
        Keep the link
      </button>
    </form>
  );
}

export function ImageTool({ picked, target, add }: ToolProps) {
  const src = useSignal(picked.src === 'data:' ? '' : (picked.src ?? ''));
  const alt = useSignal(picked.alt ?? '');
  const trouble = useSignal('');
  const read = async (file: File) => {
    if (!/^image\/(png|jpeg|webp|gif|avif)$/.test(file.type)) {
      trouble.value = `${file.name} is no picture that browsers show (PNG, JPEG, WebP, AVIF, GIF).`;
      return;
    }
    if (file.size > MOST_PICTURE) {
      trouble.value = `${file.name} has ${(file.size / 1_000_000).toFixed(1)} MB. A picture inside the config may have ${MOST_PICTURE / 1000} kB, because every page view loads it. Put the file on your site and give its address here.`;
      return;
    }
    trouble.value = '';
    const bytes = new Uint8Array(await file.arrayBuffer());
    src.value = `data:${file.type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
  };
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        add({ kind: 'image', target, src: src.value, alt: alt.value }, 'Picture');
      }}
    >
      <label class="field">
        <span>Address of the picture</span>
        <input
          type="text"
          required
          value={src.value.startsWith('data:') ? 'a file of yours' : src.value}
          onInput={({ currentTarget }) => {
            src.value = currentTarget.value;
          }}
        />
      </label>
      <label class="field">
        <span>or a file, up to {MOST_PICTURE / 1000} kB</span>
        <input
          type="file"
          accept="image/*"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void read(file);
          }}
        />
      </label>
      {trouble.value && (
        <Note tone="bad">
          <span>{trouble.value}</span>
        </Note>
      )}
      <label class="field">
        <span>What it shows, for those who cannot see it</span>
        <input
          type="text"
          value={alt.value}
          onInput={({ currentTarget }) => {
            alt.value = currentTarget.value;
          }}
        />
      </label>
      <button class="button main" type="submit" disabled={!src.value}>
        Keep the picture
      </button>
    </form>
  );
}

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

export function StyleTool({ picked, target, now, add }: ToolProps) {
  const properties = useSignal<Record<string, string>>(
    now?.kind === 'style' && !now.media ? { ...now.properties } : {},
  );
  const media = useSignal('');
  const set = (name: string, value: string) => {
    const next = { ...properties.value };
    if (value) next[name] = value;
    else delete next[name];
    properties.value = next;
  };
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
          }}
        >
          {WIDTHS.map(({ label, media: value }) => (
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

export function InsertTool({ target, add }: ToolProps) {
  const position = useSignal<'before' | 'after' | 'first' | 'last'>('after');
  const html = useSignal(BLOCKS[0]?.html ?? '');
  const block = useSignal(BLOCKS[0]?.id ?? '');
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        add({ kind: 'insert', target, position: position.value, html: html.value }, 'Block');
      }}
    >
      <div class="grid">
        <label class="field">
          <span>Block</span>
          <select
            value={block.value}
            onChange={({ currentTarget }) => {
              block.value = currentTarget.value;
              html.value = BLOCKS.find(({ id }) => id === currentTarget.value)?.html ?? html.value;
            }}
          >
            {BLOCKS.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>Where</span>
          <select
            value={position.value}
            onChange={({ currentTarget }) => {
              position.value = currentTarget.value as 'before';
            }}
          >
            <option value="before">before it</option>
            <option value="after">after it</option>
            <option value="first">inside, first</option>
            <option value="last">inside, last</option>
          </select>
        </label>
      </div>
      <label class="field">
        <span>What it says (HTML)</span>
        <textarea
          rows={5}
          class="code"
          value={html.value}
          onInput={({ currentTarget }) => {
            html.value = currentTarget.value;
          }}
        />
      </label>
      <button class="button main" type="submit" disabled={!html.value.trim()}>
        Insert the block
      </button>
    </form>
  );
}

export function ClassTool({ target, add }: ToolProps) {
  const plus = useSignal('');
  const minus = useSignal('');
  const split = (text: string) =>
    text
      .split(/[\s,]+/)
      .map((one) => one.replace(/^\./, ''))
      .filter(Boolean);
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        const [on, off] = [split(plus.value), split(minus.value)];
        add(
          { kind: 'class', target, ...(on.length && { add: on }), ...(off.length && { remove: off }) },
          'Class',
        );
      }}
    >
      <div class="grid">
        <label class="field">
          <span>Add classes</span>
          <input
            type="text"
            value={plus.value}
            onInput={({ currentTarget }) => {
              plus.value = currentTarget.value;
            }}
          />
        </label>
        <label class="field">
          <span>Take away</span>
          <input
            type="text"
            value={minus.value}
            onInput={({ currentTarget }) => {
              minus.value = currentTarget.value;
            }}
          />
        </label>
      </div>
      <button class="button main" type="submit" disabled={!plus.value.trim() && !minus.value.trim()}>
        Keep the classes
      </button>
    </form>
  );
}
