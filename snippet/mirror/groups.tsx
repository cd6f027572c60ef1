// The segments the visitor is in, and those they are not in, each with the engine's own reason. A group of buyers is no such
// fact: their purchases are like those of the group, and that is all that is said.

import type { Segment } from '../../shared/schema/config.ts';
import type { Loop } from '../loop.ts';
import type { Api } from '../public.ts';
import type { Speech } from './speak.ts';

export interface GroupsProps {
  loop: Loop;
  api: Api;
  speech: Speech;
  explain(segment: string): string;
}

/** What `selvedge learn` made of the owner's orders, in days, orders and money or by the condition itself. */
const isOfBuyers = ({ id, when }: Segment): boolean => when.kind === 'persona' || /^persona-\d+$/.test(id);

export function Groups({ loop, api, speech: { strings, sayGroups }, explain }: GroupsProps) {
  const mine = api.segments();
  const { segments, personas } = loop.config;
  const all = loop.visitor.mode() === 'off' ? [] : segments;
  /** What the group is called, whatever its author calls who is like it. */
  const nameOf = ({ name, when }: Segment): string =>
    (when.kind === 'persona' && personas?.groups.find(({ id }) => id === when.id)?.name) || name;
  const list = (some: Segment[], say: (segment: Segment) => string) => (
    <ul class="cards">
      {some.map((segment) => (
        <li key={segment.id}>
          <b>{sayGroups(say(segment))}</b>
          <p class="why">{explain(segment.id)}</p>
        </li>
      ))}
    </ul>
  );
  const inside = all.filter(({ id }) => mine.includes(id));
  const alike = inside.filter(isOfBuyers);
  const own = inside.filter((segment) => !isOfBuyers(segment));
  const others = all.filter(({ id }) => !mine.includes(id));
  return (
    <>
      <section>
        <h3>{strings.groups}</h3>
        {own[0] ? list(own, ({ name }) => name) : <p>{strings.noGroups}</p>}
        {others[0] && (
          <details>
            <summary>
              {strings.otherGroups} ({others.length})
            </summary>
            {list(others, (segment) =>
              isOfBuyers(segment) ? `${strings.buyers}: ${nameOf(segment)}` : segment.name,
            )}
          </details>
        )}
      </section>
      {alike[0] && (
        <section>
          <h3>{strings.buyers}</h3>
          {list(alike, (segment) => strings.likeBuyers.replace('{}', () => nameOf(segment)))}
        </section>
      )}
    </>
  );
}
