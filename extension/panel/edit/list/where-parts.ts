// Which items may stand in a list, as far as fields can say it: of which groups, and at what price. What else a config asks
// of them stays as it is, and holds as well.

import type { Operators, Where } from '../../../../shared/schema/predicate.ts';

export interface WhereParts {
  /** any where there is none */
  groups: string[];
  least: number | undefined;
  most: number | undefined;
  /** what no field says */
  rest: Where;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

/** None where a value alone is asked for. */
const operatorsIn = (test: Where[string]): Operators =>
  typeof test === 'object' && test !== null && !Array.isArray(test) ? (test as Operators) : {};

/** What is left of a test; undefined where that is nothing. */
const leftOf = (test: Where[string], left: Operators): Where[string] => {
  if (isEmpty(operatorsIn(test))) return test;
  return isEmpty(left) ? undefined : left;
};

function readGroups(test: Where[string]): { groups: string[]; left: Where[string] } {
  if (isText(test)) return { groups: [test], left: undefined };
  const { $in = [], ...others } = operatorsIn(test);
  const groups = $in.filter(isText);
  return groups.length > 0 && groups.length === $in.length
    ? { groups, left: leftOf(test, others) }
    : { groups: [], left: test };
}

function readPrices(test: Where[string]): Pick<WhereParts, 'least' | 'most'> & { left: Where[string] } {
  const { $gte, $lte, ...others } = operatorsIn(test);
  const left = {
    ...others,
    ...($gte !== undefined && !isNumber($gte) && { $gte }),
    ...($lte !== undefined && !isNumber($lte) && { $lte }),
  };
  return {
    least: isNumber($gte) ? $gte : undefined,
    most: isNumber($lte) ? $lte : undefined,
    left: leftOf(test, left),
  };
}

export function readWhere({ group, price, ...others }: Where = {}): WhereParts {
  const { groups, left: ofGroup } = readGroups(group);
  const { least, most, left: ofPrice } = readPrices(price);
  return {
    groups,
    least,
    most,
    rest: {
      ...(ofGroup !== undefined && { group: ofGroup }),
      ...(ofPrice !== undefined && { price: ofPrice }),
      ...others,
    },
  };
}

/** What is chosen holds beside what is left; a value alone that is asked for gives way to it. */
function writeGroups(groups: string[], left: Where[string]): Where[string] {
  const [first] = groups;
  if (first === undefined) return left;
  const { $in: _before, ...others } = operatorsIn(left);
  return groups.length === 1 && isEmpty(others) ? first : { ...others, $in: groups };
}

/** Likewise. */
function writePrices(
  { least, most }: Pick<WhereParts, 'least' | 'most'>,
  left: Where[string],
): Where[string] {
  if (least === undefined && most === undefined) return left;
  return {
    ...operatorsIn(left),
    ...(least !== undefined && { $gte: least }),
    ...(most !== undefined && { $lte: most }),
  };
}

/** @returns undefined where all may stand in it */
export function writeWhere({ groups, least, most, rest }: WhereParts): Where | undefined {
  const group = writeGroups(groups, rest.group);
  const price = writePrices({ least, most }, rest.price);
  const { group: _group, price: _price, ...others } = rest;
  const where: Where = {
    ...(group !== undefined && { group }),
    ...(price !== undefined && { price }),
    ...others,
  };
  return isEmpty(where) ? undefined : where;
}
