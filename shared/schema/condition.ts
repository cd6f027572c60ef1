// One node of a rule, told apart by `kind`. A new one is an entry in `leaves`; all else that it needs stands in
// CONTRIBUTING.md, "Adding a condition kind".

import * as z from 'zod';
import { t } from '../words/t.ts';
import { CONTEXT_KEYS, findFactType } from './context-keys.ts';
import { Duration, Span } from './duration.ts';
import { fields } from './fields.ts';
import { event, figure, kind, of, where } from './figure.ts';
import { findNearest } from './nearest.ts';
import { DurationPredicate, NumberPredicate, Predicate } from './predicate.ts';
import { type Refusal, refusing } from './problem.ts';

const is = Predicate.describe('The test of what was found.');
const number = NumberPredicate.describe('The test of the figure.');
const duration = DurationPredicate.describe('The test of the time.');
export const Step = fields({ event, where });
export type Step = z.infer<typeof Step>;

function findInContext({ key, is }: { key: string; is: Predicate }): Refusal[] {
  const type = findFactType(key);
  if (!type) {
    const nearest = findNearest(key, Object.keys(CONTEXT_KEYS));
    const all = t`Known: ${Object.keys(CONTEXT_KEYS).join(', ')}, query.NAME.`;
    const remedy = nearest ? t`Did you mean "${nearest}"? ${all}` : all;
    return [{ problem: t`unknown fact "${key}"`, remedy, path: ['key'] }];
  }
  if (type !== 'number') return [];
  const parsed = NumberPredicate.safeParse(is);
  if (parsed.success) return [];
  return [
    {
      problem: t`"${key}" is a number, but the test is not one on numbers`,
      remedy: t`Write a number, or operators on a number such as { "$gte": 3 }.`,
      path: ['is'],
    },
  ];
}

function needsOneOf<N extends string>(...names: N[]) {
  return refusing((node: { [K in N]?: unknown }) =>
    names.some((name) => node[name] !== undefined)
      ? []
      : [{ problem: t`none of ${names.join(', ')} is given`, remedy: `Add "${names[0]}": { … }.` }],
  );
}

const leaves = [
  fields({
    kind: kind('segment', 'In that segment.'),
    id: z.string().min(1).describe("Another segment's id."),
  }),
  fields({
    kind: kind('trait', 'The fact that the visitor or site stated matches.'),
    key: z.string().min(1).describe('The name of the fact.'),
    is,
  }),
  fields({
    kind: kind('context', 'A fact of this page view matches.'),
    key: z
      .string()
      .min(1)
      .describe(`${Object.keys(CONTEXT_KEYS).join(', ')} or query.NAME.`),
    is,
  }).superRefine(refusing(findInContext)),
  figure('count', 'So many such events.', { event, where, is: number }),
  figure('sum', 'The sum of a prop over such events.', { event, where, of, is: number }),
  figure('average', 'The average of a prop over such events.', { event, where, of, is: number }),
  figure('min', 'The least value of a prop.', { event, where, of, is: number }),
  figure('max', 'The greatest value of a prop.', { event, where, of, is: number }),
  figure('distinct', 'How many different values of a prop.', { event, where, of, is: number }),
  figure('days', 'On how many calendar days.', { event: event.optional(), where, is: number }),
  figure('first', "The first such event's prop.", { event, where, of, is }),
  figure('last', "The last such event's prop.", { event, where, of, is }),
  fields({ kind: kind('since', 'Time since the last such event.'), event, where, is: duration }),
  fields({ kind: kind('age', 'Time since this profile began.'), is: duration }),
  fields({ kind: kind('away', 'Time between the previous visit and this one.'), is: duration }),
  fields({
    kind: kind('sequence', 'These events, in this order, in that time.'),
    steps: z.array(Step).min(1).describe('The events, each with its own test.'),
    within: Span.describe('First to last step no longer than this.'),
    same: z.string().min(1).optional().describe('All steps share the value of this prop.'),
    without: Step.optional().describe('No such event between the first step and now.'),
    inLast: Span.optional().describe('The last step is no longer ago than this.'),
    after: Duration.optional().describe('Only once so long has passed since the last step.'),
  }),
  fields({
    kind: kind('interest', 'How strong the interest in a topic is.'),
    topic: z.string().min(1).describe('A topic of the config, or of an event.'),
    share: NumberPredicate.optional().describe('Its share of all interest, 0 to 1.'),
    rank: NumberPredicate.optional().describe('1 is the strongest.'),
  }).superRefine(needsOneOf('share', 'rank')),
  fields({
    kind: kind('score', 'A sum of weights per event, halved every halfLife.'),
    weights: z
      .record(z.string(), z.number())
      .superRefine(
        refusing((weights) =>
          Object.keys(weights).length > 0
            ? []
            : [{ problem: t`no event has a weight`, remedy: 'Write { "page_view": 1, "purchase": 8 }.' }],
        ),
      )
      .describe('What one such event adds: { "page_view": 1, "purchase": 8 }.'),
    halfLife: Span.describe('After so long an event counts half.'),
    is: number,
  }),
  fields({
    kind: kind('rfm', "This visitor's recency, frequency and monetary class, 1 to 5 (5 is best)."),
    recency: NumberPredicate.optional().describe('The class of how long ago the last one was.'),
    frequency: NumberPredicate.optional().describe('The class of how many there were.'),
    monetary: NumberPredicate.optional().describe('The class of what they were worth.'),
  }).superRefine(needsOneOf('recency', 'frequency', 'monetary')),
  fields({
    kind: kind('persona', 'Of the groups of buyers in `personas`, this one is the nearest.'),
    id: z.string().min(1).describe("The group's id."),
  }),
  fields({
    kind: kind('expected', 'So many order days, or so much money, are expected of this buyer.'),
    of: z
      .enum(['orders', 'value'])
      .optional()
      .describe('"orders" (the default) are order days, "value" is money.'),
    within: Span.describe('In the coming time: "90d".'),
    is: number,
  }),
  fields({
    kind: kind('alive', 'The chance that buying has not ended; of who bought on two days or more.'),
    is: number,
  }),
  fields({
    kind: kind('model', 'The chance of a goal in this visit, 0 to 1, as a model of `models` has it.'),
    id: z.string().min(1).describe("The model's id."),
    is: number,
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

const group = <K extends Group['kind']>(name: K, description: string) =>
  fields({
    kind: kind(name, description),
    of: z.array(z.lazy(() => Condition)).describe('The parts.'),
  });

export const Condition: z.ZodType<Condition> = z
  .discriminatedUnion('kind', [
    group('all', 'Every one of them is true.'),
    group('any', 'At least one of them is true.'),
    group('none', 'None of them is true.'),
    ...leaves,
  ])
  .meta({ id: 'Condition', description: 'One node of a rule.' });
