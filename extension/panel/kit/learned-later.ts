// What answers by learned numbers, and says so, comes to the panel with the first config that asks: nobody else waits for its
// bytes as the panel opens. The build puts this file in the place of shared/engine/conditions/learned.ts and
// say-learned.ts (extension/learned-later.mjs). Until it is there such a condition cannot be read; who asked in a computed
// value or a component asks again then.

import { signal } from '@preact/signals';
import type { part as Part } from './learned-part.ts';

const come = signal<typeof Part | undefined>(undefined);
let isAsked = false;

function ask() {
  if (!isAsked) {
    isAsked = true;
    void import('./learned-part.ts').then(({ part }) => {
      come.value = part;
    });
  }
  return come.value;
}

export const learnedRules: typeof Part.learnedRules = {
  persona: (...given) => ask()?.learnedRules.persona(...given),
  expected: (...given) => ask()?.learnedRules.expected(...given),
  alive: (...given) => ask()?.learnedRules.alive(...given),
};

export const sayLearned: typeof Part.sayLearned = (finding) => ask()?.sayLearned(finding) ?? '';
