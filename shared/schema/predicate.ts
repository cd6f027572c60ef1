// Mongo-style tests: `Predicate` of one value, `Where` of an object's fields.
//
// Both are recursive, so their types are written out and the schemas are checked against them;
// everywhere else in this folder the type is inferred from the schema.
import * as z from 'zod';

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

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Plain = z.union([Scalar, z.array(Scalar)]);
const Ordered = z.union([z.number(), z.string()]);

export const Operators: z.ZodType<Operators> = z.lazy(() =>
  z.strictObject({
    $eq: Plain.optional(),
    $ne: Plain.optional(),
    $gt: Ordered.optional(),
    $gte: Ordered.optional(),
    $lt: Ordered.optional(),
    $lte: Ordered.optional(),
    $in: z.array(Scalar).optional(),
    $nin: z.array(Scalar).optional(),
    $exists: z.boolean().optional(),
    $contains: z.string().optional(),
    $startsWith: z.string().optional(),
    $endsWith: z.string().optional(),
    $size: Predicate.optional(),
    $all: z.array(Scalar).optional(),
    $elemMatch: z.union([Predicate, Where]).optional(),
    $not: Predicate.optional(),
    $and: z.array(Predicate).optional(),
    $or: z.array(Predicate).optional(),
    $nor: z.array(Predicate).optional(),
  }),
);
export const Predicate: z.ZodType<Predicate> = z.union([Plain, Operators]);
export const Where: z.ZodType<Where> = z.lazy(() =>
  z.record(z.string(), z.union([Predicate, Where, z.array(Where)])),
);
