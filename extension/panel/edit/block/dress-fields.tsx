// What a block wears: the page's own colours first, any other by a click, and a word where nobody could read it.

import { useId } from 'preact/hooks';
import { t } from '../../../../shared/words/t.ts';
import type { Looks, Survey } from '../../../wire/survey-shapes.ts';
import { type Block, type Dress, takeDress } from '../../draft/make-block.ts';
import { Note } from '../../kit/note.tsx';
import { toHex } from '../../kit/to-hex.ts';
import { findOwnColours, type OwnColour, Swatches } from '../own-colours.tsx';
import { sayContrast } from '../tools/contrast.ts';
import type { SaveChange } from '../use-typed-change.ts';
import { mendContrast } from './mend-contrast.ts';

const PARTS = [
  ['colour', t`Text`],
  ['ground', t`Background`],
  ['accent', t`Button`],
] as const;
type Part = (typeof PARTS)[number][0];

function set(block: Block, part: keyof Dress, value: string | undefined): Block {
  const { dress, ...rest } = block;
  const { [part]: _old, ...others } = dress ?? {};
  const next: Dress = value ? { ...others, [part]: value } : others;
  return Object.keys(next).length ? { ...rest, dress: next } : rest;
}

function Colour({
  label,
  value,
  around,
  offers,
  put,
}: {
  label: string;
  value: string | undefined;
  /** what it is without one of its own */
  around: string;
  offers: readonly OwnColour[];
  put(value: string | undefined): void;
}) {
  const id = useId();
  return (
    <div class="field">
      <span id={id}>{label}</span>
      <div class="row block-colour">
        <input
          type="color"
          aria-label={t`${label}: choose a colour`}
          value={toHex(value) ?? around}
          onInput={({ currentTarget }) => put(currentTarget.value)}
        />
        <Swatches label={label} offers={offers} value={value} put={put} />
        {value !== undefined && (
          <button
            class="button plain"
            type="button"
            aria-label={t`${label}: as around it`}
            onClick={() => put(undefined)}
          >{t`As around it`}</button>
        )}
      </div>
    </div>
  );
}

export function DressFields({
  block,
  survey,
  name,
  save,
}: {
  block: Block;
  survey: Survey | undefined;
  /** of the block, for what undo says */
  name: string;
  save: SaveChange<Block>;
}) {
  const { dress = {}, shape, place } = block;
  const looks: Looks | undefined = survey?.looks;
  const offers = findOwnColours(survey);
  const around: Record<Part, string> = {
    colour: toHex(looks?.text) ?? '#000000',
    ground: toHex(looks?.ground) ?? '#ffffff',
    accent: toHex(looks?.text) ?? '#000000',
  };
  const [colour, ground] = [dress.colour ?? around.colour, dress.ground ?? around.ground];
  const trouble = dress.colour || dress.ground ? sayContrast(colour, ground) : undefined;
  const mended = trouble && mendContrast(colour, ground);
  const worn = takeDress(shape, place, looks);
  return (
    <>
      {PARTS.filter(([part]) => part !== 'accent' || block.fields.button || shape === 'note').map(
        ([part, label]) => (
          <Colour
            key={part}
            label={part === 'accent' && shape === 'note' ? t`Line at its side` : label}
            value={dress[part]}
            around={around[part]}
            offers={offers}
            put={(value) => save(set(block, part, value), t`Colours of the ${name}`)}
          />
        ),
      )}
      {trouble && (
        <Note tone="warn">
          <span>{trouble}</span>
          {mended && (
            <button
              class="button"
              type="button"
              onClick={() => save(set(block, 'colour', mended), t`Colours of the ${name}`)}
            >{t`Make the text readable`}</button>
          )}
        </Note>
      )}
      <div class="grid">
        <label class="field">
          <span>{t`Corners`}</span>
          <select
            value={dress.radius ?? ''}
            onChange={({ currentTarget }) =>
              save(set(block, 'radius', currentTarget.value || undefined), t`Corners of the ${name}`)
            }
          >
            {[...new Set(['', '0', '4px', '8px', '16px', dress.radius ?? '', worn?.radius ?? ''])].map(
              (one) => (
                <option key={one} value={one}>
                  {one === '' ? t`as Selvedge draws them` : one === '0' ? t`square` : one}{' '}
                  {one && one === worn?.radius ? t`(as on the page)` : ''}
                </option>
              ),
            )}
          </select>
        </label>
      </div>
      {worn && (
        <button
          class="button"
          type="button"
          onClick={() => save({ ...block, dress: worn }, t`Colours of the ${name}`)}
        >{t`Dress it like this page`}</button>
      )}
    </>
  );
}
