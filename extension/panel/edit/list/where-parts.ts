// Which items may stand in a list, as far as fields can say it: of which groups, and at what price. What else a config asks
// of them stays as it is.

import type { Predicate, Where } from '../../../../shared/schema/predicate.ts';

export interface WhereParts {
  /** any where there is none */
  groups: string[];
  least: number | undefined;
  most: number | undefined;
  /** what no field says */
  rest: Where;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function readGroups(test: unknown): string[] | undefined {
  if (isText(test)) return [test];
  const { $in, ...more } = Object(test) as { $in?: unknown };
  return Array.isArray($in) && $in.every(isText) && Object.keys(more).length === 0 ? $in : undefined;
}

function readPrice(test: unknown): Pick<WhereParts, 'least' | 'most'> | undefined {
  if (typeof test !== 'object' || test === null || Array.isArray(test)) return undefined;
  const { $gte, $lte, ...more } = test as { $gte?: unknown; $lte?: unknown };
  const isNumber = (value: unknown): value is number | undefined =>
    value === undefined || typeof value === 'number';
  if (Object.keys(more).length > 0 || !isNumber($gte) || !isNumber($lte)) return undefined;
  return { least: $gte, most: $lte };
}

export function readWhere(where: Where = {}): WhereParts {
  const { group, price, ...others } = where;
  const groups = readGroups(group);
  const prices = readPrice(price);
  return {
    groups: groups ?? [],
    least: prices?.least,
    most: prices?.most,
    rest: {
      ...(group !== undefined && !groups && { group }),
      ...(price !== undefined && !prices && { price }),
      ...others,
    },
  };
}

/** @returns undefined where all may stand in it */
export function writeWhere({ groups, least, most, rest }: WhereParts): Where | undefined {
  const [only] = groups;
  const group: Predicate | undefined = groups.length > 1 ? { $in: groups } : only;
  const isPriced = least !== undefined || most !== undefined;
  const where: Where = {
    ...(group !== undefined && { group }),
    ...(isPriced && {
      price: { ...(least !== undefined && { $gte: least }), ...(most !== undefined && { $lte: most }) },
    }),
    ...rest,
  };
  return Object.keys(where).length > 0 ? where : undefined;
}
