// What follows from a draft: what would go out, what is wrong with it, how it differs from what is live, and how every
// view shows it. Computed when somebody asks.

import { computed, type ReadonlySignal } from '@preact/signals';
import { raiseRounds } from '../../../shared/publish/rounds.ts';
import type { Experience, Variant } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { sayMade } from '../kit/say-made.ts';
import { toName } from '../kit/to-name.ts';
import type { FoundConfig } from '../site/found-config.ts';
import { createChecking } from './checking.ts';
import type { Draft } from './draft.ts';
import { stripNotes } from './notes.ts';
import { countChanges, sayDifferences } from './say-difference.ts';

export function createReading(draft: ReadonlySignal<Draft | undefined>) {
  const config = computed(() => draft.value?.config);
  /** What would go out: without what is turned off, and counted anew where it has to be. */
  const publishable = computed(
    () => draft.value && raiseRounds(draft.value.base, stripNotes(draft.value.config)),
  );
  const { checked, fit, follow, whenChecked } = createChecking(publishable);
  const differences = computed(() =>
    publishable.value ? sayDifferences(draft.value?.base, publishable.value) : [],
  );
  /** How many changes only the author sees. */
  const unpublished = computed(() => countChanges(differences.value));
  const found = computed((): FoundConfig => {
    const now = checked.value;
    if (!now) return { kind: 'none' };
    const name = t`your draft`;
    return now.config
      ? { kind: 'ok', config: now.config, from: 'draft', name }
      : { kind: 'bad', problems: now.problems, name };
  });

  const findExperience = (id: string): Experience | undefined =>
    config.value?.experiences.find((one) => one.id === id);
  const findVariant = (experience: string, id: string): Variant | undefined =>
    findExperience(experience)?.variants.find((one) => one.id === id);
  const sayWho = (id: string): string =>
    id === 'everyone'
      ? t`everyone`
      : sayMade(config.value?.segments.find((one) => one.id === id)?.name ?? toName(id));

  return {
    config,
    publishable,
    checked,
    fit,
    followChecks: follow,
    whenChecked,
    differences,
    unpublished,
    found,
    findExperience,
    findVariant,
    sayWho,
  };
}
