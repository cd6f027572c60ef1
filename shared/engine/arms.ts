// The sides of an experience, by the names that the lines of the access log and a report give them.

/** Who gets the original, to compare with. */
export const HOLDOUT = 'holdout';
/** All who are not in the holdout, where no variants are compared. */
export const ON = 'on';
const VARIANT = 'variant:';

export const armOfVariant = (id: string): string => VARIANT + id;

/** @returns the variant's id; undefined where the side is none */
export const readVariant = (arm: string): string | undefined =>
  arm.startsWith(VARIANT) && arm.length > VARIANT.length ? arm.slice(VARIANT.length) : undefined;

export const isArm = (arm: string): boolean =>
  arm === HOLDOUT || arm === ON || readVariant(arm) !== undefined;
