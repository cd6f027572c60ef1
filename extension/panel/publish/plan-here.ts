// What is known of the visitors of the site in front: what its author said once, and its last report.

import { computed, effect, signal } from '@preact/signals';
import { origin, publishable } from '../draft/desk.ts';
import { type KeptReport, keptReport } from '../site/kept-report.ts';
import { NO_PACE, type Pace, paceOf } from './pace.ts';
import { planExperiences } from './plan-experience.ts';

const pace = signal<Pace>(NO_PACE);
const report = signal<KeptReport | undefined>(undefined);

/** Follows the site in front. @returns what ends it */
export const followPace = (): (() => void) =>
  effect(() => {
    const at = origin.value;
    pace.value = NO_PACE;
    report.value = undefined;
    if (at === undefined) return;
    const isHere = () => origin.peek() === at;
    void paceOf(at)
      .read()
      .then(
        (found) => {
          if (isHere() && found) pace.value = found;
        },
        () => undefined,
      );
    void keptReport(at)
      .read()
      .then(
        (found) => {
          if (isHere()) report.value = found;
        },
        () => undefined,
      );
  });

export const plans = computed(() =>
  publishable.value ? planExperiences(publishable.value, pace.value, report.value?.report) : [],
);

/** @param value undefined: it is not known any more */
export function sayPace(field: keyof Pace, of: string, value: number | undefined): void {
  const { [of]: _, ...rest } = pace.value[field];
  pace.value = { ...pace.value, [field]: value === undefined ? rest : { ...rest, [of]: value } };
  if (origin.value !== undefined) void paceOf(origin.value).write(pace.value);
}
