// Whether lists of recommended items may be chosen for a visitor, by what they turned off.

/** @param off their trait `selvedge_off`: one purpose, or several */
export const wantsLists = (off: unknown): boolean =>
  ![off].flat().some((purpose) => purpose === 'suggestions' || purpose === 'personalize');
