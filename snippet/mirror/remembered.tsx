// What is remembered, counted in plain words; the whole of it is what the download holds.

import type { VisitorEvent } from '../../shared/engine/event.ts';
import { SENT } from './sent.tsx';
import type { Strings } from './strings.ts';

/** What `selvedge.export()` answers. */
export interface Memory {
  firstSeenAt: number | null;
  traits: Record<string, unknown>;
  events: VisitorEvent[];
}

const LATEST = 20;
/** Of it the item is said: what goes with that is the site's, the same for everybody. */
const ITEM_ROW = 'item_row';

/** "view_promotion" → "View promotion" */
const name = (event: string, strings: Strings) =>
  strings[`event_${event}`] ?? (event[0] ?? '').toUpperCase() + event.slice(1).replace(/_/g, ' ');
const value = (given: unknown) => (typeof given === 'object' ? JSON.stringify(given) : String(given));

interface RememberedProps {
  memory: Memory | undefined;
  strings: Strings;
  /** Traits that say nothing to a visitor. */
  hidden: string[];
}

export function Remembered({ memory, strings, hidden }: RememberedProps) {
  const { firstSeenAt, traits = {}, events: all = [] } = memory ?? {};
  const events = all.filter(({ name }) => name !== SENT);
  const counts = new Map<string, number>();
  for (const event of events) counts.set(event.name, (counts.get(event.name) ?? 0) + 1);
  const stated = Object.entries(traits).filter(([key]) => !hidden.includes(key));
  const rows: [string, string | number][] = [
    ...(firstSeenAt
      ? [[strings.since, new Date(firstSeenAt).toLocaleDateString(strings.lang)] as [string, string]]
      : []),
    ...[...counts].map(([event, count]): [string, number] => [name(event, strings), count]),
    ...stated.map(([key, given]): [string, string] => [`${strings.stated}: ${key}`, value(given)]),
  ];
  return (
    <section>
      <h3>{strings.memoryTitle}</h3>
      {rows.length ? (
        <dl>
          {rows.map(([what, much]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{much}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{strings.nothing}</p>
      )}
      {events.length > 0 && (
        <details>
          <summary>{strings.lately}</summary>
          <ol>
            {events
              .slice(-LATEST)
              .reverse()
              .map(({ name: event, at, props }) => (
                <li key={at + event}>
                  <time>{new Date(at).toLocaleString(strings.lang)}</time> {event}{' '}
                  <span>
                    {Object.entries(event === ITEM_ROW ? { item_id: props.item_id } : props)
                      .map(([key, given]) => `${key}: ${value(given)}`)
                      .join(', ')}
                  </span>
                </li>
              ))}
          </ol>
        </details>
      )}
    </section>
  );
}
