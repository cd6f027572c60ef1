// Mongo-style tests: `Predicate` of one value, `Where` of an object's fields.
//
// Both are recursive, so their types are written out and the schemas are checked against them;
// everywhere else in this folder the type is inferred from the schema. A figure that is a number or a
// duration gets its own schema of the same type, so that editors and refusals know what fits.

import * as z from 'zod';
import { t } from '../words/t.ts';
import { Duration } from './duration.ts';
import { fields } from './fields.ts';
import { refusing } from './problem.ts';

export type Scalar = string | number | boolean | null;
export interface Operators {
  $eq?: Scalar | Scalar[] | undefined;
  $ne?: Scalar | Scalar[] | undefined;
  $gt?: number | string | undefined;
  $gte?: number | string | undefined;
  $lt?: number | string | undefined;
  $lte?: number | string | undefined;
  $in?: Scalar[] | undefined;
  $nin?: Scalar[] | undefined;
  $exists?: boolean | undefined;
  $contains?: string | undefined;
  $startsWith?: string | undefined;
  $endsWith?: string | undefined;
  $size?: Predicate | undefined;
  $all?: Scalar[] | undefined;
  $elemMatch?: Predicate | Where | undefined;
  $not?: Predicate | undefined;
  $and?: Predicate[] | undefined;
  $or?: Predicate[] | undefined;
  $nor?: Predicate[] | undefined;
}
/** A plain value means equality; an object holds operators, all of which must hold. */
export type Predicate = Scalar | Scalar[] | Operators;
/** Dotted paths to predicates; `$and $or $nor` combine whole `Where`s, `$not` negates one. */
export interface Where {
  [path: string]: Predicate | Where | Where[] | undefined;
}

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()], {
  error: t`text, a number, true, false or null`,
});
const Plain = z.union([Scalar, z.array(Scalar)], { error: t`a plain value or a list of plain values` });
const Ordered = z.union([z.number(), z.string()], { error: t`a number or text to compare with` });

const notEmpty = refusing<object>((operators) =>
  Object.keys(operators).length > 0
    ? []
    : [
        {
          problem: t`no operator in { }`,
          remedy: t`Write one, such as { "$gte": 3 }, or { "$exists": true }.`,
        },
      ],
);

function logic(self: () => z.ZodType<Predicate>) {
  const list = z.array(z.lazy(self)).min(1).optional();
  return {
    $not: z.lazy(self).optional().describe('What is not so.'),
    $and: list.describe('All of these.'),
    $or: list.describe('At least one of these.'),
    $nor: list.describe('None of these.'),
  };
}

export const Operators: z.ZodType<Operators> = z
  .lazy(() =>
    fields({
      $eq: Plain.optional().describe('Equal; in a list, one of its items.'),
      $ne: Plain.optional().describe('Not equal; true of what is missing.'),
      $gt: Ordered.optional().describe('Greater.'),
      $gte: Ordered.optional().describe('Greater or equal.'),
      $lt: Ordered.optional().describe('Less.'),
      $lte: Ordered.optional().describe('Less or equal.'),
      $in: z.array(Scalar).optional().describe('Equal to one of these.'),
      $nin: z.array(Scalar).optional().describe('Equal to none of these; true of what is missing.'),
      $exists: z.boolean().optional().describe('Whether there is such a value at all.'),
      $contains: z.string().optional().describe('Text that holds this, in either case of letters.'),
      $startsWith: z.string().optional().describe('Text that begins so, in either case of letters.'),
      $endsWith: z.string().optional().describe('Text that ends so, in either case of letters.'),
      $size: NumberPredicate.optional().describe('How many items a list has.'),
      $all: z.array(Scalar).optional().describe('A list that holds each of these.'),
      $elemMatch: z
        .union([z.lazy(() => Predicate), Where], { error: t`operators, or paths` })
        .optional()
        .describe('A list with an item of which this is true.'),
      ...logic(() => Predicate),
    }).superRefine(notEmpty),
  )
  .meta({ id: 'Operators', description: 'Mongo-style operators; all of them must hold.' });

export const Predicate: z.ZodType<Predicate> = z
  .union([Plain, Operators], { error: 'a plain value (equality), or operators such as { "$gte": 3 }' })
  .meta({ id: 'Predicate', description: 'A plain value means equality; an object holds operators.' });

/** Operators of a figure whose plain values are all of one type. */
function figure(
  plain: z.ZodType<Scalar>,
  expected: string,
  self: () => z.ZodType<Predicate>,
): z.ZodType<Predicate> {
  const one = plain.optional();
  const many = z.array(plain).min(1).optional();
  const order = { $gt: one, $gte: one, $lt: one, $lte: one } as object;
  const operators = fields({
    ...{ $eq: one, $ne: one },
    ...order,
    ...{ $in: many, $nin: many, $exists: z.boolean().optional() },
    ...logic(self),
  }).superRefine(notEmpty) as unknown as z.ZodType<Operators>;
  return z.union([plain, operators], { error: expected }) as z.ZodType<Predicate>;
}

export const NumberPredicate: z.ZodType<Predicate> = figure(
  z.number(),
  'a number, or operators on a number such as { "$gte": 3 }',
  () => NumberPredicate,
).meta({
  id: 'NumberPredicate',
  description: 'A number (equality), or operators on a number: { "$gte": 3 }.',
});

export const DurationPredicate: z.ZodType<Predicate> = figure(
  Duration,
  'operators on a duration such as { "$gt": "30d" }',
  () => DurationPredicate,
).meta({
  id: 'DurationPredicate',
  description: 'Operators on a duration: { "$gt": "30d" }.',
});

const WHERE_LOGIC = ['$and', '$or', '$nor', '$not'];

export const Where: z.ZodType<Where> = z
  .lazy(() => {
    const list = z.array(Where).min(1).optional();
    return z
      .object({ $and: list, $or: list, $nor: list, $not: Where.optional() })
      .catchall(Predicate)
      .superRefine(
        refusing((where) =>
          Object.keys(where)
            .filter((key) => key.startsWith('$') && !WHERE_LOGIC.includes(key))
            .map((key) => ({
              problem: t`the operator ${key} stands where a prop's name is expected`,
              remedy: `Write it below a prop: { "price": { "${key}": … } }. Here only $and, $or, $nor and $not may stand.`,
              path: [key],
            })),
        ),
      ) as z.ZodType<Where>;
  })
  .meta({ id: 'Where', description: 'Tests of an event\'s props: { "item_category": "tents" }.' });
