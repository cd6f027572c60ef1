// The cards of learned parts, in the order in which they stand: a new part has a file of its own and a line here.

import type { JSX } from 'preact';
import { IntentCard } from './intent-card.tsx';
import { ItemsCard } from './items-card.tsx';
import type { Known } from './learning.ts';
import { PersonasCard } from './personas-card.tsx';
import { RfmCard } from './rfm-card.tsx';
import { ValueCard } from './value-card.tsx';

export const CARDS: readonly ((known: Known) => JSX.Element | null)[] = [
  RfmCard,
  PersonasCard,
  ValueCard,
  IntentCard,
  ItemsCard,
];
