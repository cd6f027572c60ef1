// What a visitor did, newest first, by day; a visit's beginning stands out.

import { useSignal } from '@preact/signals';
import { readLocale } from '../../../shared/words/locale.ts';
import { t } from '../../../shared/words/t.ts';
import type { Memory } from '../../wire/stage-shapes.ts';
import { sayEvent, sayProps } from '../kit/say-event.ts';
import { config } from './page.ts';

const STEP = 25;

const sayDay = (at: number, now: number) => {
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 864e5);
  if (days === 0) return t`Today`;
  if (days === 1) return t`Yesterday`;
  return new Date(at).toLocaleDateString(readLocale(), { weekday: 'long', day: 'numeric', month: 'long' });
};
const sayTime = (at: number) =>
  new Date(at).toLocaleTimeString(readLocale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export function Timeline({ events, now }: { events: Memory['events']; now: number }) {
  const shown = useSignal(STEP);
  const newest = events.toReversed().slice(0, shown.value);
  const days = new Map<string, Memory['events']>();
  for (const event of newest) {
    const day = sayDay(event.at, now);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return (
    <>
      {[...days].map(([day, list]) => (
        <section key={day}>
          <h3 class="tiny soft">{day}</h3>
          <ol class="timeline">
            {list.map(({ name, at, props }, index) => (
              <li key={index}>
                <time dateTime={new Date(at).toISOString()}>{sayTime(at)}</time>
                <span>
                  {name === 'visit_start' ? <strong>{sayEvent(name)}</strong> : sayEvent(name)}{' '}
                  <span class="soft">{sayProps(name, props, config.value?.config)}</span>
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {events.length > shown.value && (
        <button
          class="button"
          type="button"
          onClick={() => {
            shown.value += STEP * 4;
          }}
        >{t`Show earlier (${events.length - shown.value})`}</button>
      )}
    </>
  );
}
