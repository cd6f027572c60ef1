// Advice on what a site states of its signed-in buyers (`buyer`): that all a rule reads is stated, by traits that are the
// site's own.

import { readsBuyer } from '../engine/conditions/reads-buyer.ts';
import type { Condition } from '../schema/condition.ts';
import type { Config } from '../schema/config.ts';
import type { Buyer } from '../schema/learned.ts';
import { type Part, walk } from '../schema/parts.ts';
import { formatPath, type Problem, type Said } from '../schema/problem.ts';
import { sayAll, sayAny } from '../words/lists.ts';
import { t } from '../words/t.ts';
import { nameOf } from './names.ts';

type Field = keyof Buyer;
const FIELDS: Field[] = ['orders', 'spent', 'first', 'last'];

/** What the figure of a condition is made of. */
function fieldsOf(condition: Condition): Field[] {
  switch (condition.kind) {
    case 'count':
      return ['orders'];
    case 'sum':
      return ['spent'];
    case 'since':
    case 'last':
      return ['last'];
    case 'first':
      return ['first'];
    case 'rfm':
      return [
        ...(condition.recency === undefined ? [] : ['last' as const]),
        ...(condition.frequency === undefined ? [] : ['orders' as const]),
        ...(condition.monetary === undefined ? [] : ['spent' as const]),
      ];
    case 'persona':
      return ['orders', 'spent', 'last'];
    case 'expected':
      return condition.of === 'value' ? FIELDS : ['orders', 'first', 'last'];
    case 'alive':
      return ['orders', 'first', 'last'];
    default:
      return [];
  }
}

/** As the panel calls them. */
const NAMES: Record<Field, string> = {
  orders: t`how many orders`,
  spent: t`what was spent`,
  first: t`the first order`,
  last: t`the last order`,
};
const namesOf = (fields: Field[]): string[] => fields.map((field) => NAMES[field]);

const warn = (path: string, problem: string, remedy: string, inPanel: Said): Problem => ({
  path,
  problem,
  remedy,
  severity: 'warning',
  inPanel,
});

/** What is stated in part is joined with what this device remembers of the rest, which is less than was bought. */
function findPartial({ value, path }: Part<Condition>, stated: Field[]): Problem[] {
  const asked = fieldsOf(value);
  const missing = asked.filter((field) => !stated.includes(field));
  if (!missing[0] || missing.length === asked.length) return [];
  return [
    warn(
      formatPath(path),
      t`this is about ${sayAll(asked)}, and "buyer" states no ${sayAny(missing)}`,
      t`Name a trait for it, too: otherwise what a browser remembers stands beside what you state.`,
      {
        problem: t`this is about ${sayAll(namesOf(asked))}, and of signed-in buyers your site does not state ${sayAny(namesOf(missing))}`,
        remedy: t`Have your site state it, too: otherwise what a browser remembers stands beside what it states.`,
      },
    ),
  ];
}

/** A trait that says two things, or that visitors set themselves. */
function findOdd(field: Field, buyer: Buyer, { questions = [] }: Config): Problem[] {
  const trait = String(buyer[field]);
  const same = FIELDS.slice(0, FIELDS.indexOf(field)).find((other) => buyer[other] === trait);
  const question = questions.find((one) => one.trait === trait);
  return [
    ...(same
      ? [
          warn(
            `buyer.${field}`,
            t`the trait "${trait}" is "${same}" already`,
            t`Give each a trait of its own.`,
            {
              problem: t`what your site states of signed-in buyers as ${NAMES[field]} is ${NAMES[same]} already`,
              remedy: t`Have your site state each by itself.`,
            },
          ),
        ]
      : []),
    ...(question
      ? [
          warn(
            `buyer.${field}`,
            t`visitors set the trait "${trait}" by their answer to the question "${question.id}"`,
            t`Name a trait that only your site sets.`,
            {
              problem: t`what your site states of signed-in buyers as ${NAMES[field]} is set by visitors, too, by their answer to “${nameOf(question, question.id)}”`,
              remedy: t`Have your site state it by a name that no question has.`,
            },
          ),
        ]
      : []),
  ];
}

export function lintBuyer(config: Config): Problem[] {
  const { buyer, segments } = config;
  if (!buyer) return [];
  // what a model weighs is never stated
  const rules = segments
    .flatMap(({ when }, i) => walk(when, ['segments', i, 'when']))
    .filter(({ value }) => readsBuyer(value));
  const stated = FIELDS.filter((field) => buyer[field] !== undefined);
  if (!rules.some(({ value }) => fieldsOf(value).some((field) => stated.includes(field))))
    return [
      warn(
        'buyer',
        t`no segment asks for what is stated of a buyer`,
        t`Ask for rfm, persona, expected or alive, or for all purchases without "where" and window; or remove it.`,
        {
          problem: t`no segment asks for what your site states of signed-in buyers`,
          remedy: t`Make one of all their purchases, or of what was learned of buyers.`,
        },
      ),
    ];
  return [
    ...rules.flatMap((rule) => findPartial(rule, stated)),
    ...stated.flatMap((field) => findOdd(field, buyer, config)),
  ];
}
