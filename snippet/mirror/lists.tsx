// What lists of the site show this visitor in place of its own cards, on whichever page.

import { useEffect, useState } from 'preact/hooks';
import type { Loop } from '../loop.ts';
import type { Api } from '../public.ts';
import type { Suggesting, Suggestion, Wish } from '../recommend/suggestion.ts';
import type { Memory } from './remembered.tsx';
import type { Strings } from './strings.ts';

/** What is asked for, for lists of those that this visitor may get. */
export function findWishes({ config }: Loop, api: Api): Wish[] {
  const mine = ['everyone', ...api.segments()];
  return config.experiences
    .flatMap(({ variants }) => variants)
    .filter(({ segment }) => mine.includes(segment))
    .flatMap(({ changes }) => changes)
    .flatMap((change) =>
      change.kind === 'recommend' ? { ...change, least: change.least ?? change.count } : [],
    );
}

interface ListsProps {
  api: Api & Partial<Suggesting>;
  wishes: Wish[];
  /** As it is by now: another one, other lists. */
  memory: Memory | undefined;
  strings: Strings;
}

export function Lists({ api, wishes, memory, strings }: ListsProps) {
  const [names, setNames] = useState<string[]>([]);
  const read = async () => {
    const found = await Promise.all(wishes.map(async (wish) => (await api.recommend?.(wish)) ?? []));
    setNames([...new Set(found.flat().map(({ name }: Suggestion) => name))]);
  };
  useEffect(() => void read(), [memory]);
  return (
    <section>
      <h3>{strings.lists}</h3>
      {!names[0] && <p>{strings.nothing}</p>}
      <ul class="cards">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  );
}
