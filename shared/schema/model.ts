// How likely a goal is in the visit that is going on: what `selvedge learn` fitted to all visits, and how it held in a test.

import * as z from 'zod';
import { t } from '../words/t.ts';
import { Condition } from './condition.ts';
import { fields } from './fields.ts';
import { Figure } from './figure.ts';
import { type Refusal, refusing } from './problem.ts';
import { Share } from './share.ts';

/** So many terms a model has at most. */
export const MOST_TERMS = 12;

/** No more is known of them, and a file of numbers stays small. */
const DIGITS = 6;

const Weight = z.number().superRefine(
  refusing((weight) =>
    Number(weight.toPrecision(DIGITS)) === weight
      ? []
      : [
          {
            problem: t`${weight} has more than ${DIGITS} digits`,
            remedy: t`Write ${Number(weight.toPrecision(DIGITS))}.`,
          },
        ],
  ),
);

/** What is 1 or 0 by itself: not what is made of other conditions. */
const MADE_OF_OTHERS: readonly Condition['kind'][] = ['all', 'any', 'none', 'segment', 'model'];

function findInTerm({
  of,
  as,
  when,
}: {
  of?: unknown;
  as?: unknown;
  when?: Condition | undefined;
}): Refusal[] {
  if ((of === undefined) === (when === undefined))
    return [
      {
        problem: of === undefined ? t`neither "of" nor "when" is given` : t`"of" beside "when"`,
        remedy: t`A term is { "of": a figure, "as": "log", "weight": … } or { "when": a condition, "weight": … }.`,
      },
    ];
  if ((of === undefined) !== (as === undefined))
    return [
      {
        problem: of === undefined ? t`"as" beside "when"` : t`"as" is missing`,
        remedy: of === undefined ? t`Leave it out: a condition is 1 or 0.` : t`Add it: "number" or "log".`,
        path: ['as'],
      },
    ];
  if (!when || !MADE_OF_OTHERS.includes(when.kind)) return [];
  return [
    {
      problem: t`a model weighs no ${when.kind}`,
      remedy: t`Write a condition that looks at one thing, or a term for each part.`,
      path: ['when', 'kind'],
    },
  ];
}

/** What a model adds up: a number, or 1 where something is so. */
export type Term = ({ of: Figure; as: 'number' | 'log' } | { when: Condition }) & { weight: number };
export const Term = fields({
  of: Figure.optional().describe('The number that is weighed.'),
  as: z.enum(['number', 'log']).optional().describe('As it is, or log(1 + number).'),
  when: Condition.optional().describe('Instead of `of`: 1 where this is true, else 0.'),
  weight: Weight.describe('What it is multiplied by.'),
})
  .superRefine(refusing(findInTerm))
  .meta({ id: 'Term', description: 'What a model adds up.' }) as unknown as z.ZodType<Term>;

const count = z.number().int().nonnegative();

const ModelBin = fields({
  rows: count.describe('Page views.'),
  visitors: count.describe('Of so many visitors.'),
  mean: Share.describe('The chance that was stated.'),
  actual: Share.describe('The share that reached the goal.'),
}).meta({ id: 'ModelBin', description: 'A tenth of the page views of the test, by the stated chance.' });

export const ModelReport = fields({
  visits: count.describe('Visits of the test.'),
  positives: count.describe('Those of them that reached the goal.'),
  auc: Share.describe(
    'Of one page view that led to the goal and one that did not, how often the first has the higher chance.',
  ),
  interval: z.tuple([Share, Share]).describe('Where 95 of 100 such tests would find it.'),
  mean: Share.describe('The mean of the stated chances.'),
  actual: Share.describe('The share of page views that led to the goal.'),
  slope: z.number().describe('1 where chances are stated as sharply as they hold.'),
  brier: Share.describe('The mean squared error of the chances.'),
  brierOfMean: Share.describe('That of the mean alone.'),
  bins: z.array(ModelBin).max(10).describe('The page views in tenths, the least likely first.'),
}).meta({ id: 'ModelReport', description: 'How a model held in visits that it was not made from.' });
export type ModelReport = z.infer<typeof ModelReport>;

export const Model = fields({
  id: z.string().min(1).describe('What the condition `model` names it by.'),
  name: z.string(),
  goal: z.string().min(1).describe('The id of the goal.'),
  bias: Weight.describe('What is added to the terms.'),
  terms: z
    .array(Term)
    .min(1)
    .max(MOST_TERMS)
    .describe('The chance is 1 / (1 + e^−(bias + the sum of weight × term)).'),
  report: ModelReport,
}).meta({ id: 'Model', description: 'How likely a goal is in the visit that is going on.' });
export type Model = z.infer<typeof Model>;
