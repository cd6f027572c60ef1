// From when until when an experience shows. Shown and written in the author's own time, kept with its offset.

import type { Experience } from '../../../shared/schema/experience.ts';
import { editExperience } from '../draft/desk.ts';
import { Entry } from '../kit/entry.tsx';
import { toLocal } from '../kit/to-local.ts';

const two = (number: number): string => String(Math.trunc(Math.abs(number))).padStart(2, '0');

/** What a date field holds as ISO 8601, with the offset that holds here on that day. */
export function fromLocal(local: string): string | undefined {
  const at = new Date(local);
  if (!local || Number.isNaN(at.getTime())) return undefined;
  const minutes = -at.getTimezoneOffset();
  return `${local.slice(0, 16)}:00${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

export function ScheduleField({ experience: { id, schedule } }: { experience: Experience }) {
  const set = (end: 'from' | 'to', local: string) =>
    void editExperience(id, 'Schedule', (one) => {
      const next = { ...one.schedule };
      const iso = fromLocal(local);
      if (iso) next[end] = iso;
      else delete next[end];
      if (Object.keys(next).length) one.schedule = next;
      else delete one.schedule;
    });
  return (
    <div class="grid">
      {(['from', 'to'] as const).map((end) => (
        <label key={end} class="field">
          <span>{end === 'from' ? 'not before' : 'not after'}</span>
          <Entry
            type="datetime-local"
            value={toLocal(new Date(schedule?.[end] ?? ''))}
            keep={(value) => set(end, value)}
          />
        </label>
      ))}
    </div>
  );
}
