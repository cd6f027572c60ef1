// Picture: another address, or a file small enough to travel inside the config.

import { useSignal } from '@preact/signals';
import { sayDecimal } from '../../../../shared/words/numbers.ts';
import { t } from '../../../../shared/words/t.ts';
import { Note } from '../../kit/note.tsx';
import type { ToolProps } from './tool-props.ts';

/** A picture inside the config weighs on every page view: bytes of the file, at most. */
const MOST_PICTURE = 100_000;

export function ImageTool({ picked, target, made, save }: ToolProps) {
  const [now] = made('image');
  const original = picked.src === 'data:' ? '' : (picked.src ?? '');
  const src = useSignal(now?.src ?? original);
  const alt = useSignal(now?.alt ?? picked.alt ?? '');
  const trouble = useSignal('');
  const write = () => {
    const isOriginal = src.value === original && alt.value === (picked.alt ?? '');
    save(
      { kind: 'image', target, src: src.value, alt: alt.value },
      t`Picture`,
      isOriginal || !src.value.trim(),
    );
  };
  const read = async (file: File) => {
    if (!/^image\/(png|jpeg|webp|gif|avif)$/.test(file.type)) {
      trouble.value = t`${file.name} is no picture that browsers show (PNG, JPEG, WebP, AVIF, GIF).`;
      return;
    }
    if (file.size > MOST_PICTURE) {
      trouble.value = t`${file.name} has ${sayDecimal(file.size / 1_000_000)} MB. A picture inside the config may have ${MOST_PICTURE / 1000} kB, because every page view loads it. Put the file on your site and give its address here.`;
      return;
    }
    trouble.value = '';
    const bytes = new Uint8Array(await file.arrayBuffer());
    src.value = `data:${file.type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
    write();
  };
  return (
    <div class="make-form">
      <label class="field">
        <span>{t`Address of the picture`}</span>
        <input
          type="text"
          value={src.value.startsWith('data:') ? t`a file of yours` : src.value}
          onInput={({ currentTarget }) => {
            src.value = currentTarget.value;
            write();
          }}
        />
      </label>
      <label class="field">
        <span>{t`or a file, up to ${MOST_PICTURE / 1000} kB`}</span>
        <input
          type="file"
          accept="image/*"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void read(file);
          }}
        />
      </label>
      {src.value.startsWith('data:') && (
        <p class="row tiny soft">
          <img class="make-thumb" src={src.value} alt="" />
          <span class="grow">{t`${Math.round(src.value.length / 1000)} kB of the config, for every visitor on every page view.`}</span>
        </p>
      )}
      {trouble.value && (
        <Note tone="bad">
          <span>{trouble.value}</span>
        </Note>
      )}
      <label class="field">
        <span>{t`What it shows, for those who cannot see it`}</span>
        <input
          type="text"
          value={alt.value}
          onInput={({ currentTarget }) => {
            alt.value = currentTarget.value;
            write();
          }}
        />
      </label>
      <p class="tiny soft">{t`Saved as you type. Leave the address empty to keep the page’s own picture.`}</p>
    </div>
  );
}
