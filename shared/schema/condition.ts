// One node of a rule, told apart by `kind`. Adding a kind: an entry here, a file in ../engine/conditions,
// a row in the test tables.
import * as z from 'zod';
import { Duration } from './duration.ts';
import { Predicate, Where } from './predicate.ts';

/** At most one of them; none means all that is remembered. */
const window = {
  within: Duration.optional(),
  between: z.tuple([Duration, Duration]).optional(),
  during: z.literal('visit').optional(),
};
const event = z.string().min(1);
const where = Where.optional();
const is = Predicate;
const Step = z.strictObject({ event, where });
export type Step = z.infer<typeof Step>;

const leaves = [
  z.strictObject({ kind: z.literal('segment'), id: z.string().min(1) }),
  z.strictObject({ kind: z.literal('trait'), key: z.string().min(1), is }),
  z.strictObject({ kind: z.literal('context'), key: z.string().min(1), is }),
  z.strictObject({ kind: z.literal('count'), event, where, is, ...window }),
  z.strictObject({ kind: z.literal('sum'), event, where, of: z.string(), is, ...window }),
  z.strictObject({ kind: z.literal('average'), event, where, of: z.string(), is, ...window }),
  z.strictObject({ kind: z.literal('min'), event, where, of: z.string(), is, ...window }),
  z.strictObject({ kind: z.literal('max'), event, where, of: z.string(), is, ...window }),
  z.strictObject({ kind: z.literal('distinct'), event, where, of: z.string(), is, ...window }),
  z.strictObject({ kind: z.literal('days'), event: event.optional(), where, is, ...window }),
  z.strictObject({ kind: z.literal('first'), event, where, of: z.string(), is, ...window }),
  z.strictObject({ kind: z.literal('last'), event, where, of: z.string(), is, ...window }),
  z.strictObject({ kind: z.literal('since'), event, where, is }),
  z.strictObject({ kind: z.literal('age'), is }),
  z.strictObject({ kind: z.literal('away'), is }),
  z.strictObject({
    kind: z.literal('sequence'),
    steps: z.array(Step).min(1),
    within: Duration,
    same: z.string().optional(),
    without: Step.optional(),
    inLast: Duration.optional(),
    after: Duration.optional(),
  }),
  z.strictObject({
    kind: z.literal('interest'),
    topic: z.string().min(1),
    share: Predicate.optional(),
    rank: Predicate.optional(),
  }),
  z.strictObject({
    kind: z.literal('score'),
    weights: z.record(z.string(), z.number()),
    halfLife: Duration,
    is,
  }),
  z.strictObject({
    kind: z.literal('rfm'),
    recency: Predicate.optional(),
    frequency: Predicate.optional(),
    monetary: Predicate.optional(),
  }),
] as const;

export type Leaf = z.infer<(typeof leaves)[number]>;
/** Recursive, so written out rather than inferred. */
export interface Group {
  kind: 'all' | 'any' | 'none';
  of: Condition[];
}
export type Condition = Leaf | Group;
export type ConditionOf<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

const group = <K extends Group['kind']>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), of: z.array(z.lazy(() => Condition)) });

export const Condition: z.ZodType<Condition> = z.discriminatedUnion('kind', [
  group('all'),
  group('any'),
  group('none'),
  ...leaves,
]);
