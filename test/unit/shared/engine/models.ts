// Models of any terms, for the properties that hold of every condition.
import fc from 'fast-check';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';

type Model = NonNullable<Config['models']>[number];
type Term = Model['terms'][number];

/** Of a test nobody asks for: only the chance is. */
const report: Model['report'] = {
  visits: 4000,
  positives: 480,
  auc: 0.8,
  interval: [0.78, 0.82],
  mean: 0.12,
  actual: 0.12,
  slope: 1,
  brier: 0.08,
  brierOfMean: 0.1,
  bins: [
    { rows: 900, visitors: 400, mean: 0.04, actual: 0.03 },
    { rows: 900, visitors: 300, mean: 0.2, actual: 0.21 },
  ],
};

export const modelOf = (id: string, terms: Term[], bias = 0): Model => ({
  id,
  name: id,
  goal: 'order',
  bias,
  terms,
  report,
});

const KINDS = ['count', 'sum', 'average', 'min', 'max', 'distinct', 'days', 'away'];

/** What is asked of a condition of a figure, but for its test. */
const termOf = (condition: Condition, as: 'number' | 'log', weight: number): Term => {
  if (!KINDS.includes(condition.kind)) return { when: condition, weight };
  const { is: _is, ...of } = condition as Condition & { is?: unknown };
  return { of: of as never, as, weight };
};

const weight = fc.constantFrom(-1.5, -0.4, 0.1, 0.7, 2);

export const models = (leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Model[]> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(-1, 0.3, -2.5),
        fc.array(fc.tuple(leaf, fc.constantFrom('number' as const, 'log' as const), weight, fc.boolean()), {
          minLength: 1,
          maxLength: 4,
        }),
      ),
      { minLength: 1, maxLength: 2 },
    )
    .map((all) =>
      all.map(([bias, terms], i) =>
        modelOf(
          `m${i}`,
          terms.map(([condition, as, weight, isTest]) =>
            isTest ? { when: condition, weight } : termOf(condition, as, weight),
          ),
          bias,
        ),
      ),
    );

/** One condition for each of them. */
export const asking = (all: Model[]): Condition[] =>
  all.flatMap(({ id }, i): Condition[] => [
    { kind: 'model', id, is: { $gte: [0.3, 0.6][i % 2] as number } },
    { kind: 'model', id, is: { $not: { $lt: 0.5 } } },
  ]);
