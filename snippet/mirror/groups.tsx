// The segments the visitor is in, and those they are not in, each with the engine's own reason.

import type { Loop } from '../loop.ts';
import type { Api } from '../public.ts';
import type { Strings } from './strings.ts';

export interface GroupsProps {
  loop: Loop;
  api: Api;
  strings: Strings;
  explain(segment: string): string;
}

export function Groups({ loop, api, strings, explain }: GroupsProps) {
  const mine = api.segments();
  const all = loop.visitor.mode() === 'off' ? [] : loop.config.segments;
  const list = (isIn: boolean) =>
    all
      .filter(({ id }) => mine.includes(id) === isIn)
      .map(({ id, name }) => (
        <li key={id}>
          <b>{name}</b>
          <p class="why">{explain(id)}</p>
        </li>
      ));
  const others = list(false);
  return (
    <section>
      <h3>{strings.groups}</h3>
      {mine.length ? <ul class="cards">{list(true)}</ul> : <p>{strings.noGroups}</p>}
      {others.length > 0 && (
        <details>
          <summary>
            {strings.otherGroups} ({others.length})
          </summary>
          <ul class="cards">{others}</ul>
        </details>
      )}
    </section>
  );
}
