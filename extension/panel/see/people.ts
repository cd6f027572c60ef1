// The made-up visitors of the site in front: those the author made and kept, and who walks now.

import { computed, effect, signal } from '@preact/signals';
import type { Config } from '../../../shared/schema/config.ts';
import { knownFacts } from '../../wire/known-facts.ts';
import type { As } from '../../wire/preview-state.ts';
import { whenOver } from '../kit/when-over.ts';
import { type Page, page } from '../site/page.ts';
import type { Walker } from './find-somebody.ts';
import { liveThrough } from './live-through.ts';
import { type Person, people } from './person.ts';
import { type Preview, previewing } from './preview.ts';

export const toAs = ({ id, name, life, traits }: Walker): As => ({
  kind: 'visitor',
  id,
  name,
  events: life.events,
  traits,
  facts: knownFacts({ ...life.facts, path: undefined }),
  aheadMs: life.aheadMs,
});

export function createPeople(
  { config, look }: Pick<Page, 'config' | 'look'>,
  { preview }: Pick<Preview, 'preview'>,
) {
  const kept = signal<Person[]>([]);
  const origin = computed(() => (look.value ? new URL(look.value.url).origin : undefined));

  /** Those the author made, as they are by a config. */
  const findMine = (of: Config): Walker[] => {
    const now = Date.now();
    return kept.value.map((person) => ({
      id: person.id,
      name: person.name,
      life: liveThrough(person, of, now),
      traits: person.traits,
      person,
    }));
  };
  const mine = computed(() => (config.value ? findMine(config.value.config) : []));

  /** Who walks the site now, with the history they have by now. */
  const walking = computed((): (As & { kind: 'visitor' }) | undefined => {
    const as = preview.value?.as;
    return as?.kind === 'visitor' ? as : undefined;
  });

  async function keep(person: Person): Promise<void> {
    if (origin.value === undefined) return;
    await people(origin.value).update((before = []) =>
      before.some(({ id }) => id === person.id)
        ? before.map((one) => (one.id === person.id ? person : one))
        : [...before, person],
    );
  }

  async function drop(id: string): Promise<void> {
    if (origin.value !== undefined)
      await people(origin.value).update((before = []) => before.filter((one) => one.id !== id));
  }

  function follow(): (() => void) | undefined {
    const of = origin.value;
    kept.value = [];
    if (of === undefined) return undefined;
    return people(of).follow((list) => {
      kept.value = list ?? [];
    });
  }

  return {
    kept,
    findMine,
    mine,
    walking,
    keep,
    drop,
    start: (signal: AbortSignal) => whenOver(signal, effect(follow)),
  };
}

/** The panel's own; `main` starts it. */
export const peopleHere = createPeople(page, previewing);
export const { kept, findMine, mine, walking, keep, drop } = peopleHere;
