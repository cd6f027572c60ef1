// How much of a config anybody looks at: far more than a site needs, and little enough that no text, whoever wrote
// it, keeps a check busy for more than a moment.

/** Characters of a config file. */
export const MOST_CHARACTERS = 5_000_000;
/** Values in it: objects, lists, texts, numbers. */
export const MOST_VALUES = 200_000;
/** Levels that lists and objects may lie in each other. */
export const DEEPEST = 64;
/** Segments that refer to each other in a row. */
export const LONGEST_CHAIN = 64;
/** Problems of one kind that are said one by one; of the others it is said how many there are. */
export const MOST_ALIKE = 20;
/** Characters of a value that is quoted. */
export const MOST_QUOTED = 80;
