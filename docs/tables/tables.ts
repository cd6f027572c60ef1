// Every table in the documents that is made from the sources, by the name that its place in a document gives it.

import { COMMANDS } from '../../cli/commands.ts';
import { ATTRIBUTES, ELEMENTS, REFUSED_ELEMENTS } from '../../shared/grammar/allowed.ts';
import { CONTEXT_KEYS, CONTEXT_RANGES, CONTEXT_VALUES } from '../../shared/schema/context-keys.ts';
import { callTable, eventTable } from './calls.ts';
import { code, table } from './markdown.ts';
import { choiceTable, fieldTable, insideKindTable, kindTable, objectTable, typeTable } from './schema.ts';
import { warningTable } from './warnings.ts';

const list = (words: readonly string[]): string => words.map(code).join(' ');

function valuesOf(key: string): string {
  const values = CONTEXT_VALUES[key];
  if (values) return list(values);
  const range = CONTEXT_RANGES[key];
  if (!range) return '';
  const [from, to] = range;
  return to === Number.POSITIVE_INFINITY ? `from ${from}` : `${from} to ${to}`;
}

export const tables: Record<string, () => string> = {
  'condition kinds': () => kindTable('Condition', 'what must be so'),
  'condition fields': () => fieldTable('Condition'),
  facts: () =>
    table(
      ['key', 'type', 'values'],
      [
        ...Object.entries(CONTEXT_KEYS).map(([key, type]) => [code(key), type, valuesOf(key)]),
        [code('query.NAME'), 'text', ''],
      ],
    ),
  operators: () => objectTable('Operators'),
  'change kinds': () => kindTable('Change', 'what it does'),
  'change fields': () => fieldTable('Change'),
  'block fields': () => insideKindTable('Change', 'block', 'fields'),
  'block dress': () => insideKindTable('Change', 'block', 'dress'),
  'recommend card': () => insideKindTable('Change', 'recommend', 'card'),
  target: () => objectTable('Target'),
  'refused elements': () => list(REFUSED_ELEMENTS),
  'settable attributes': () => list([...ATTRIBUTES.split(' '), 'aria-*']),
  'kept elements': () => list(ELEMENTS),
  types: typeTable,
  config: () => objectTable('Config'),
  privacy: () => objectTable('Config', 'privacy'),
  interests: () => objectTable('Config', 'interests'),
  rfm: () => objectTable('Config', 'rfm'),
  personas: () => objectTable('Personas'),
  'persona group': () => objectTable('PersonaGroup'),
  model: () => objectTable('Model'),
  'model term': () => objectTable('Term'),
  'figure kinds': () => kindTable('Figure', 'the number'),
  'model report': () => objectTable('ModelReport'),
  'model bin': () => objectTable('ModelBin'),
  buyer: () => objectTable('Buyer'),
  value: () => objectTable('BuyingValue'),
  items: () => objectTable('Items'),
  learned: () => objectTable('LearnedFrom'),
  segment: () => objectTable('Segment'),
  goal: () => objectTable('Goal'),
  measure: () => objectTable('Measure'),
  ping: () => objectTable('Ping'),
  tell: () => choiceTable('Tell', 'to'),
  quiet: () => objectTable('Config', 'quiet'),
  question: () => objectTable('Question'),
  'answer kinds': () => kindTable('Answer', 'how it is answered'),
  'answer fields': () => fieldTable('Answer'),
  'capture kinds': () => kindTable('Capture', 'when it happens'),
  'capture fields': () => fieldTable('Capture'),
  experience: () => objectTable('Experience'),
  frequency: () => objectTable('Experience', 'frequency'),
  schedule: () => objectTable('Experience', 'schedule'),
  variant: () => objectTable('Variant'),
  triggers: () => kindTable('Trigger', 'when the changes are shown'),
  calls: callTable,
  events: eventTable,
  warnings: warningTable,
  commands: () =>
    table(
      ['command and its options', 'what it prints or writes'],
      COMMANDS.flatMap(({ name, takes, does, options }) => [
        [code(`selvedge ${name} ${takes}`.trim()), does],
        ...options.map((option) => [code(option.takes), option.does]),
      ]),
    ),
};
