// A question that is answered by one tap: what it asks, why, and which trait the answer becomes.

import * as z from 'zod';
import { eachOf, type Words } from '../grammar/words-for.ts';
import { t } from '../words/t.ts';
import { byLanguage } from './by-language.ts';
import { Span } from './duration.ts';
import { fields } from './fields.ts';
import { type Refusal, refusing } from './problem.ts';

/** Characters: more nobody reads before a tap. */
export const MOST_OF_QUESTION = { ask: 120, purpose: 200, label: 40, thanks: 160 } as const;
/** Of a list that is read at a glance. */
export const OPTIONS = { least: 2, most: 7 } as const;

function findInText(most: number) {
  return (text: string): Refusal[] => [
    ...(text.trim() === '' ? [{ problem: t`no words`, remedy: t`Write some.` }] : []),
    ...(text.length > most
      ? [{ problem: t`${text.length} characters, of at most ${most}`, remedy: t`Say it in fewer words.` }]
      : []),
    ...(text.includes('{{')
      ? [{ problem: t`tokens are not filled in questions`, remedy: t`Write the same words for everybody.` }]
      : []),
  ];
}
const words = (most: number, what: string) =>
  byLanguage(z.string().superRefine(refusing(findInText(most)))).describe(what);

function findInTrait(trait: string): Refusal[] {
  if (/^selvedge_/i.test(trait))
    return [{ problem: t`"${trait}" is a name of our own`, remedy: t`Choose one without "selvedge_".` }];
  return /^\p{L}[\p{L}\d_-]{0,59}$/u.test(trait)
    ? []
    : [
        {
          problem: t`"${trait}" is no name for a trait`,
          remedy: t`Write one word of letters, digits, - and _, such as "need".`,
        },
      ];
}

function findTwice(options: { value: string }[]): Refusal[] {
  return options.flatMap(({ value }, at): Refusal[] => {
    const first = options.findIndex((other) => other.value === value);
    if (first === at) return [];
    return [
      {
        problem: t`"${value}" is the value of another answer, too`,
        remedy: t`Give each answer a value of its own.`,
        path: [at, 'value'],
      },
    ];
  });
}

const Choice = fields({
  kind: z.literal('choice').describe('One of some answers, or several of them.'),
  options: z
    .array(
      fields({
        value: z
          .string()
          .regex(/^\S(.{0,58}\S)?$/u, 'a short value without spaces around it, such as "price"')
          .describe('What the trait becomes.'),
        label: words(MOST_OF_QUESTION.label, 'What is written on the button.'),
      }),
    )
    .min(OPTIONS.least)
    .max(OPTIONS.most)
    .superRefine(refusing(findTwice))
    .describe(`From ${OPTIONS.least} to ${OPTIONS.most}.`),
  many: z
    .boolean()
    .optional()
    .describe('Several may be chosen, and a button says that they are: the trait is a list then.'),
});

const Scale = fields({
  kind: z.literal('scale').describe('A number from `from` to `to`.'),
  from: z.union([z.literal(0), z.literal(1)], { error: '0 or 1' }),
  to: z.union([z.literal(5), z.literal(7), z.literal(10)], { error: '5, 7 or 10' }),
  low: words(MOST_OF_QUESTION.label, 'What the least number means.'),
  high: words(MOST_OF_QUESTION.label, 'What the greatest number means.'),
});

export const Answer = z
  .discriminatedUnion('kind', [Choice, Scale])
  .meta({ id: 'Answer', description: 'How a question is answered.' });
export type Answer = z.infer<typeof Answer>;

export const Question = fields({
  id: z
    .string()
    .regex(/^[\w-]{1,60}$/, 'a short id of letters, digits, - and _, such as "need"')
    .describe('A change of the kind `ask` names it.'),
  name: z.string().describe('What authors call it.'),
  ask: words(MOST_OF_QUESTION.ask, 'The question, as a visitor reads it.'),
  purpose: words(MOST_OF_QUESTION.purpose, 'Why it is asked: shown below the question.'),
  trait: z.string().superRefine(refusing(findInTrait)).describe('The trait that the answer becomes.'),
  answer: Answer,
  thanks: words(MOST_OF_QUESTION.thanks, 'What is said after the answer; default “Thank you.”').optional(),
  again: Span.optional().describe('Asked once more so long after an answer; without it never.'),
  keep: Span.optional().describe(
    'So long the answer is kept: on the first page after that it is forgotten. Without it, as long as the rest.',
  ),
}).meta({
  id: 'Question',
  description: 'A question that one tap answers; the answer stays on the device, as a trait.',
});
export type Question = z.infer<typeof Question>;

/** All that a question says to a visitor, each with the path of the field that holds it. */
export function wordsOfQuestion({ ask, purpose, thanks, answer }: Question): {
  words: Words;
  field: PropertyKey[];
}[] {
  const answers =
    answer.kind === 'scale'
      ? [
          { words: answer.low, field: ['answer', 'low'] },
          { words: answer.high, field: ['answer', 'high'] },
        ]
      : answer.options.map(({ label }, at) => ({ words: label, field: ['answer', 'options', at, 'label'] }));
  return [
    { words: ask, field: ['ask'] },
    { words: purpose, field: ['purpose'] },
    ...answers,
    ...(thanks === undefined ? [] : [{ words: thanks, field: ['thanks'] }]),
  ];
}

/** Its texts in all languages, each with its path. */
export const textsOfQuestion = (question: Question): { text: string; path: PropertyKey[] }[] =>
  wordsOfQuestion(question).flatMap(({ words: said, field }) =>
    eachOf(said).map(({ text, path }) => ({ text, path: [...field, ...path] })),
  );
