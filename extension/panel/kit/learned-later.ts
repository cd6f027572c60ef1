// What answers by learned numbers, and says so, comes to the panel once it is there: nobody waits for its bytes as the panel
// opens. The build puts this file in the place of shared/engine/conditions/learned.ts, model.ts and
// say-learned.ts (extension/learned-later.mjs). Until it is there such a condition cannot be read; who asked in a computed
// value, as the views that open first do, asks again then.

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

export const learnedRules: typeof Part.learnedRules = {
  persona: (...given) => ask()?.learnedRules.persona(...given),
  expected: (...given) => ask()?.learnedRules.expected(...given),
  alive: (...given) => ask()?.learnedRules.alive(...given),
};

export const modelRules: typeof Part.modelRules = {
  model: (...given) => ask()?.modelRules.model(...given),
};

export const sayLearned: typeof Part.sayLearned = (finding) => ask()?.sayLearned(finding) ?? '';
