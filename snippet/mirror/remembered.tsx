// What is remembered, counted in plain words; the whole of it is what the download holds.

import type { VisitorEvent } from '../../shared/engine/event.ts';
import type { Config } from '../../shared/schema/config.ts';
import { sayAnswer } from './say-answer.ts';
import { sayEvent, sayProps, sayValue } from './say-props.ts';
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
/** The tag tells these itself: of them only what has words is said. */
const OWN = /^(item_row|exposure|engagement|visit_start|scroll|question_answered)$/;

interface RememberedProps {
  config: Config;
  memory: Memory | undefined;
  speech: Speech;
  /** Traits that say nothing to a visitor. */
  hidden: string[];
}

export function Remembered({ config, memory, speech, hidden }: RememberedProps) {
  const { strings, locale } = speech;
  const { firstSeenAt, traits = {}, events: all = [] } = memory ?? {};
  const events = all.filter(({ name }) => name !== SENT);
  const counts = new Map<string, number>();
  for (const event of events) counts.set(event.name, (counts.get(event.name) ?? 0) + 1);
  const rows: [string, string][] = [
    ...(firstSeenAt ? [[strings.since, sayDay(firstSeenAt, locale)] as [string, string]] : []),
    ...[...counts].map(([event, count]): [string, string] => [
      strings[`event_${event}`] ?? sayEvent(event, speech),
      count.toLocaleString(locale),
    ]),
    ...Object.entries(traits)
      .filter(([key]) => !hidden.includes(key))
      .map(([key, given]): [string, string] => {
        const { ask = key, said } = sayAnswer(config, key, given) ?? {};
        return [`${strings.stated}: ${ask}`, said?.join(', ') ?? sayValue(given, speech)];
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
                  <time>{sayTime(at, locale)}</time> {sayEvent(event, speech)}{' '}
                  <span>{sayProps(props, speech, OWN.test(event))}</span>
                </li>
              ))}
          </ol>
        </details>
      )}
    </section>
  );
}
