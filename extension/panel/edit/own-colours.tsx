// The colours of the page in front, to take by a click: of its button, text and ground, and those that it has given names.

import { t } from '../../../shared/words/t.ts';
import type { Survey } from '../../wire/survey-shapes.ts';
import { toHex } from '../kit/to-hex.ts';

export interface OwnColour {
  name: string;
  /** "#rrggbb" */
  hex: string;
}

const MOST = 10;

/** Each once. */
export function findOwnColours(survey: Survey | undefined): OwnColour[] {
  const { looks, own } = survey ?? {};
  const named: [string, string | undefined][] = [
    ['button', looks?.accent],
    ['text', looks?.text],
    ['background', looks?.ground],
    ...(own?.colours ?? []).map(({ says, value }): [string, string] => [says, value]),
  ];
  const seen = new Map<string, string>();
  for (const [name, colour] of named) {
    const hex = toHex(colour);
    if (hex && !seen.has(hex) && seen.size < MOST) seen.set(hex, name);
  }
  return [...seen].map(([hex, name]) => ({ hex, name }));
}

export const Swatches = ({
  label,
  offers,
  value,
  put,
}: {
  /** of what takes the colour */
  label: string;
  offers: readonly OwnColour[];
  value: string | undefined;
  put(hex: string): void;
}) => (
  <>
    {offers.map(({ name, hex }) => (
      <button
        key={name}
        class="block-swatch"
        type="button"
        style={{ backgroundColor: hex }}
        aria-label={t`${label}: ${name} of the page`}
        title={t`${name} of the page`}
        aria-pressed={toHex(value) === hex}
        onClick={() => put(hex)}
      />
    ))}
  </>
);
