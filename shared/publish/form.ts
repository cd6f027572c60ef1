// The forms in which a tag with a config inside is published, and what each is made of.

import type { Config } from '../schema/config.ts';
import { asksBuyer, asksLearned, asksModel } from './asks-learned.ts';
import { LATER, MEASURING, REST, SIBLINGS } from './siblings.ts';

/** All in one file; or what is there before the first paint, and the rest beside it. */
export type Form = 'whole' | 'two';

/** The form that a tag has where nobody says otherwise. */
export const FORM: Form = 'two';

/** The tag in one file, without a config. */
export const WHOLE = 'selvedge-whole.js';

/**
 * The same files with the parts that only some configs use (what counts, tells, asks, recommends, answers by learned
 * numbers or by stated ones): nobody else has a byte of them.
 */
const WHOLE_MEASURING = 'selvedge-whole-measure.js';

/** The files of this version's build that each form is made of. */
export const SOURCES: Record<Form, readonly string[]> = {
  whole: [WHOLE, WHOLE_MEASURING],
  two: ['selvedge.parts.json', MEASURING.name, ...REST.map(({ name }) => name)],
};

/** Those, and what lies beside a tag, which it names by what that holds. */
export const sourcesOf = (form: Form): string[] => [...SOURCES[form], ...SIBLINGS.map(({ name }) => name)];

/** Which of them holds the place for this config. */
export function sourceFor(form: Form, config: Config): string {
  const { measure, questions } = config;
  const isMeasuring =
    !!(measure?.ping || measure?.holdout || measure?.tell?.[0] || questions?.[0] || config.items) ||
    asksLearned(config) ||
    asksModel(config) ||
    asksBuyer(config);
  if (form === 'whole') return isMeasuring ? WHOLE_MEASURING : WHOLE;
  return isMeasuring ? MEASURING.name : LATER.name;
}
