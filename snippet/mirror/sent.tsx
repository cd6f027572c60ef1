// What was sent to the site's own access log, line by line, and what each means.

import { BUDGET } from '../../shared/engine/epsilon.ts';
import type { VisitorEvent } from '../../shared/engine/event.ts';
import type { Ping } from '../../shared/schema/measure.ts';
import { sayTime } from './say-time.ts';
import type { Speech } from './speak.ts';
import type { Strings } from './strings.ts';

/** The event that each line is exported as. */
export const SENT = 'counted';

interface SentProps {
  events: VisitorEvent[] | undefined;
  ping: Ping;
  speech: Speech;
}

/** What a line says, in words. */
function say(url: string, level: Ping['level'], strings: Strings): string {
  const said = new URL(url, location.origin).searchParams;
  const read = (key: string) => said.get(key) ?? '';
  const goal = said.get('g');
  const side = `${read('e')}: ${read('a')}`;
  if (goal === null) return strings.sentCounted.replace('{}', () => side);
  const words = strings.sentGoal.replace('{}', () => goal).replace('{}', () => side);
  if (said.get('s') === null) return words;
  return `${words}, ${level === 'private' ? strings.sentAnswer : strings.sentShown}`;
}

export function Sent({ events = [], ping, speech }: SentProps) {
  const { strings, locale } = speech;
  const lines = events.filter(({ name }) => name === SENT);
  const spent = lines.reduce((sum, { props }) => sum + (Number(props.epsilon) || 0), 0);
  return (
    <section>
      <h3>{strings.sent}</h3>
      <p>{strings.sentHelp}</p>
      {ping.level === 'private' && (
        <p>
          {strings.sentSpent
            .replace('{}', spent.toLocaleString(locale))
            .replace('{}', `${ping.budget ?? BUDGET}`)}
        </p>
      )}
      {lines.length ? (
        <ol>
          {lines.map(({ at, props }) => (
            <li key={`${at} ${props.url}`}>
              <time>{sayTime(at, locale)}</time> {say(`${props.url}`, ping.level, strings)}{' '}
              <code dir="ltr">{`${props.url}&r=…`}</code>
            </li>
          ))}
        </ol>
      ) : (
        <p>{strings.sentNothing}</p>
      )}
    </section>
  );
}
