// What answers by learned numbers or by stated ones, and says so, comes to the panel once it is there: nobody waits for its
// bytes as the panel opens. The build puts this file in the place of shared/engine/conditions/learned.ts, model.ts, stated.ts
// and say-learned.ts (extension/learned-later.mjs). Until it is there such a condition cannot be read, and nothing counts as
// stated; who asked in a computed value, as the views that open first do, asks again then.

import { signal } from '@preact/signals';
import type { part as Part } from './learned-part.ts';

const come = signal<typeof Part | undefined>(undefined);
let coming: Promise<void> | undefined;

/** What the panel shows later waits for it: there it is (rest.ts). */
export function loadLearned(): Promise<void> {
  coming ??= import('./learned-part.ts').then(({ part }) => {
    come.value = part;
  });
  return coming;
}

function ask() {
  void loadLearned();
  return come.value;
}

type Kind = 'persona' | 'expected' | 'alive' | 'model';
const later =
  <K extends Kind>(kind: K) =>
  (...given: Parameters<(typeof Part)[K]>) =>
    (ask()?.[kind] as ((...given: unknown[]) => ReturnType<(typeof Part)[K]>) | undefined)?.(...given);

export const learnedRules = { persona: later('persona'), expected: later('expected'), alive: later('alive') };
export const modelRules = { model: later('model') };

export const stateRule = (...given: Parameters<(typeof Part)['stateRule']>) =>
  given[2].buyer && ask()?.stateRule(...given);

export const sayLearned: (typeof Part)['sayLearned'] = (finding) => ask()?.sayLearned(finding) ?? '';
