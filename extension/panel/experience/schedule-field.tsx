// From when until when an experience shows. Shown and written in the author's own time, kept with its offset.

import type { Experience } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { TextEntry } from '../draft/text-entry.tsx';
import { toLocal } from '../kit/to-local.ts';

export const ScheduleField = ({ experience: { id, schedule } }: { experience: Experience }) => (
  <div class="grid">
    {(['from', 'to'] as const).map((end) => (
      <label key={end} class="field">
        <span>{end === 'from' ? t`not before` : t`not after`}</span>
        <TextEntry
          spot={{ of: 'experience', id, field: end }}
          what={t`Schedule`}
          type="datetime-local"
          value={toLocal(new Date(schedule?.[end] ?? ''))}
        />
      </label>
    ))}
  </div>
);
