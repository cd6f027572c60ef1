// The languages of this site, as far as they are known: those that its page says, and those that the draft has words in.

import { computed } from '@preact/signals';
import { config } from '../draft/desk.ts';
import { look } from '../site/page.ts';
import { findLanguagesIn, unique } from './words-by-language.ts';

/** Language tags, each once. */
export const siteLanguages = computed(() =>
  unique([
    ...(look.value?.languages ?? []),
    ...findLanguagesIn(
      (config.value?.experiences ?? []).flatMap(({ variants }) => variants.flatMap(({ changes }) => changes)),
    ),
  ]),
);
