// The nearest colour of the same hue that can be read on a ground. Pure.

import { converter, formatHex, parse, wcagContrast } from 'culori';
import { LEAST_CONTRAST } from '../../../../shared/lint/blocks.ts';

/** Steps from a colour to black, and to white. */
const STEPS = 40;

/** @returns undefined where one of them is no colour that can be told */
export function mendContrast(colour: string, ground: string): string | undefined {
  const [from, paper] = [converter('oklch')(colour), parse(ground)];
  if (!from || !paper) return undefined;
  const { l } = from;
  const candidates = Array.from({ length: STEPS }, (_, at) => (at + 1) / STEPS)
    .flatMap((share) => [l - l * share, l + (1 - l) * share])
    .map((lightness) => formatHex({ ...from, l: lightness }) ?? '');
  return candidates.find((one) => wcagContrast(parse(one) ?? paper, paper) >= LEAST_CONTRAST);
}
