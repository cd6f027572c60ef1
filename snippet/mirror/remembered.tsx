// What is remembered, counted in plain words; the whole of it is what the download holds.

import { own } from '../../shared/engine/dig.ts';
import type { VisitorEvent } from '../../shared/engine/event.ts';
import type { Config } from '../../shared/schema/config.ts';
import { sayAnswer } from './say-answer.ts';
import { sayDay, sayTime } from './say-time.ts';
import { SENT } from './sent.tsx';
import type { Speech } from './speak.ts';

/** What `selvedge.export()` answers. */
export interface Memory {
  firstSeenAt: number | null;
  traits: Record<string, unknown>;
  events: VisitorEvent[];
}

const LATEST = 20;
/** Of it the item is said: what goes with that is the site's, the same for everybody. */
const ITEM_ROW = 'item_row';

/** "view_thing" → "View thing" */
const humanise = (event: string) => (event[0] ?? '').toUpperCase() + event.slice(1).replace(/_/g, ' ');
const value = (given: unknown, locale: string) =>
  typeof given === 'object'
    ? JSON.stringify(given)
    : typeof given === 'number'
      ? given.toLocaleString(locale)
      : String(given);

interface RememberedProps {
  config: Config;
  memory: Memory | undefined;
  speech: Speech;
  /** Traits that say nothing to a visitor. */
  hidden: string[];
}

export function Remembered({ config, memory, speech, hidden }: RememberedProps) {
  const { strings, locale, names } = speech;
  const { firstSeenAt, traits = {}, events: all = [] } = memory ?? {};
  const events = all.filter(({ name }) => name !== SENT);
  const counts = new Map<string, number>();
  for (const event of events) counts.set(event.name, (counts.get(event.name) ?? 0) + 1);
  /** What was done, once. */
  const nameOf = (event: string) => own(names.events, event) ?? humanise(event);
  const rows: [string, string][] = [
    ...(firstSeenAt ? [[strings.since, sayDay(firstSeenAt, locale)] as [string, string]] : []),
    ...[...counts].map(([event, count]): [string, string] => [
      strings[`event_${event}`] ?? nameOf(event),
      count.toLocaleString(locale),
    ]),
    ...Object.entries(traits)
      .filter(([key]) => !hidden.includes(key))
      .map(([key, given]): [string, string] => {
        const { ask = key, said } = sayAnswer(config, key, given) ?? {};
        return [`${strings.stated}: ${ask}`, said?.join(', ') ?? value(given, locale)];
      }),
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
                  <time>{sayTime(at, locale)}</time> {nameOf(event)}{' '}
                  <span>
                    {Object.entries(event === ITEM_ROW ? { item_id: props.item_id } : props)
                      .map(([key, given]) => `${own(names.names, key) ?? key}: ${value(given, locale)}`)
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
