// Before something new is published: what should happen more by it, asked once for each experience. "Nothing to count" is an
// answer.

import { config } from '../draft/desk.ts';
import { isToLaunch } from '../draft/notes.ts';
import { Measure } from './measure.tsx';

export function AskGoals() {
  const first = config.value?.experiences.find(
    (one) =>
      one.goal === undefined && isToLaunch(one) && one.variants.some(({ changes }) => changes.length > 0),
  );
  return first ? <Measure key={first.id} experience={first} isNamed /> : null;
}
