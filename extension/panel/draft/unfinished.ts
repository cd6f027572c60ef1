// Whether something of a rule is still to be filled in: a blank that is empty holds for what nobody meant, so such a rule
// is not answered.

const isEmpty = (part: unknown): boolean => typeof part === 'string' && part.trim() === '';

/** @param part a condition, or any part of one */
export function isUnfinished(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return isEmpty(part);
  return Object.entries(part).some(
    ([key, inner]) => isUnfinished(inner) || (Array.isArray(inner) && inner.length === 0 && key !== 'of'),
  );
}
