// One property of a style: a colour with the page's own beside it, a choice, or what is typed, with the page's own lengths
// to choose from.

import { useId } from 'preact/hooks';
import { t } from '../../../../shared/words/t.ts';
import type { OwnStep } from '../../../wire/survey-shapes.ts';
import { toHex } from '../../kit/to-hex.ts';
import { type OwnColour, Swatches } from '../own-colours.tsx';

export interface Style {
  name: string;
  label: string;
  kind: 'color' | 'length' | 'text';
  hint?: string;
  options?: string[];
}

/** A bare figure is meant in pixels, where a length is asked for. */
export const addUnit = (kind: Style['kind'], value: string): string =>
  kind === 'length' && /^\d*\.?\d+$/.test(value) && Number(value) !== 0 ? `${value}px` : value;

interface Field {
  style: Style;
  /** what it is without us */
  now: string;
  value: string | undefined;
  set(value: string): void;
}

function ColourField({
  style: { label },
  now,
  value,
  set,
  offers,
}: Field & { offers: readonly OwnColour[] }) {
  const id = useId();
  return (
    <div class="field">
      <span id={id}>{label}</span>
      <div class="row block-colour">
        <input
          type="color"
          aria-label={label}
          value={toHex(value ?? now) ?? '#000000'}
          onInput={({ currentTarget }) => set(currentTarget.value)}
        />
        <Swatches label={label} offers={offers} value={value} put={set} />
        {value !== undefined && (
          <button
            class="button plain"
            type="button"
            aria-label={t`${label}: leave as it is`}
            onClick={() => set('')}
          >{t`Leave as it is`}</button>
        )}
      </div>
    </div>
  );
}

/** One of the page's own, to choose or to write otherwise. */
export function LengthField({ style, now, value, set, steps = [] }: Field & { steps?: readonly OwnStep[] }) {
  const { name, label, kind, hint } = style;
  const id = useId();
  const isWrong = value !== undefined && !CSS.supports(name, addUnit(kind, value));
  return (
    <div class="field">
      <label class="field">
        <span>{label}</span>
        <input
          type="text"
          placeholder={now || hint}
          value={value ?? ''}
          aria-invalid={isWrong}
          list={steps.length ? id : undefined}
          onInput={({ currentTarget }) => set(currentTarget.value.trim())}
          onChange={({ currentTarget }) => set(addUnit(kind, currentTarget.value.trim()))}
        />
      </label>
      {steps.length > 0 && (
        <datalist id={id}>
          {steps.map(({ px, says }) => (
            <option key={px} value={`${px}px`} label={t`${px}px, ${says}`} />
          ))}
        </datalist>
      )}
      {isWrong && <span class="tiny make-warn">{t`No browser reads this. Write it such as ${hint}.`}</span>}
    </div>
  );
}

const ChoiceField = ({ style: { label, options = [] }, now, value, set }: Field) => (
  <label class="field">
    <span>{label}</span>
    <select value={value ?? ''} onChange={({ currentTarget }) => set(currentTarget.value)}>
      <option value="">{t`as it is (${now})`}</option>
      {[...options, ...(value && !options.includes(value) ? [value] : [])].map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  </label>
);

export function StyleField(given: Field & { offers: readonly OwnColour[]; steps: readonly OwnStep[] }) {
  const { kind, options } = given.style;
  if (kind === 'color') return <ColourField {...given} />;
  return options ? <ChoiceField {...given} /> : <LengthField {...given} />;
}
