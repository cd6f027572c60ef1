// The forms in which a tag with a config inside is published, and what each is made of.

import { REST } from './siblings.ts';

/** All in one file; or what is there before the first paint, and the rest beside it. */
export type Form = 'whole' | 'two';

/** The form that a tag has where nobody says otherwise. */
export const FORM: Form = 'two';

/** The tag in one file, without a config. */
export const WHOLE = 'selvedge-whole.js';

/** The files of this version's build that each form is made of. */
export const SOURCES: Record<Form, readonly string[]> = {
  whole: [WHOLE],
  two: ['selvedge.parts.json', ...REST.map(({ name }) => name)],
};
