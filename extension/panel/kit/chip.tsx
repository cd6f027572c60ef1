// A small word on a coloured ground, never by colour alone.

import type { Truth } from '../../../shared/engine/view.ts';

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'accent';

export const Chip = ({ tone, children }: { tone: Tone; children: preact.ComponentChildren }) => (
  <span class={`chip ${tone}`}>{children}</span>
);

const WORDS = { true: 'In', false: 'Not in', unknown: 'Unknown' } as const;
const TONES = { true: 'good', false: 'plain', unknown: 'warn' } as const;

export const TruthChip = ({ value }: { value: Truth }) => (
  <Chip tone={TONES[`${value}`]}>{WORDS[`${value}`]}</Chip>
);
