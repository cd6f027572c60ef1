// The tags that say in which language words are, and those of the languages that most sites are written in.

/** As a regular expression. */
export const TAG = '[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*';
/** As BCP 47 has it, as far as pages say it: `de`, `de-AT`. */
export const isTag = (key: string): boolean => new RegExp(`^${TAG}$`).test(key);

/** The languages that most sites are written in. */
export const COMMON_LANGUAGES = 'en de fr it es pt nl pl cs da sv nb fi hu ro tr uk ru ja ko zh'.split(' ');
