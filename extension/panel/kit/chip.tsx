// A small word on a coloured ground, never by colour alone.

import type { Truth } from '../../../shared/engine/view.ts';
import { t } from '../../../shared/words/t.ts';

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'accent';

export const Chip = ({ tone, children }: { tone: Tone; children: preact.ComponentChildren }) => (
  <span class={`chip ${tone}`}>{children}</span>
);

const WORDS = { true: t`In`, false: t`Not in`, unknown: t`Unknown` } as const;
const TONES = { true: 'good', false: 'plain', unknown: 'warn' } as const;

export const TruthChip = ({ value }: { value: Truth }) => (
  <Chip tone={TONES[`${value}`]}>{WORDS[`${value}`]}</Chip>
);
