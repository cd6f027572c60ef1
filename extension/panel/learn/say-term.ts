// A term of a model as a sentence: what it looks at, and whether the goal is likelier or less likely with it.

import type { Model } from '../../../shared/schema/model.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { sayEvent } from '../kit/say-event.ts';
import { sayPath, saySpan, sayWhere, sayWindow } from '../kit/say-test.ts';

type Weighed = Model['terms'][number];
/** As the learner's refusals have it, a term is not weighed yet. */
export type Term =
  | Omit<Extract<Weighed, { of: unknown }>, 'weight'>
  | Omit<Extract<Weighed, { when: unknown }>, 'weight'>;

/** Of a figure and of a condition, as far as learned terms have them. */
interface Said {
  kind?: string;
  event?: string;
  topic?: string;
  of?: string;
  during?: 'visit';
  where?: Parameters<typeof sayWhere>[0];
  rank?: number;
  is?: { $lt?: string };
}

/** Each with "in this visit" as a sentence of its own: where such words stand differs from language to language. */
function sayCount({ event = '', where, during }: Said): string {
  const what = `${sayEvent(event)}${sayWhere(where)}`;
  return during ? t`how often in this visit: ${what}` : t`how often: ${what}`;
}

function sayDone({ event = '', where, during }: Said): string {
  const what = `${sayEvent(event)}${sayWhere(where)}`;
  return during ? t`in this visit: ${what}` : what;
}

function saySum({ event = '', of = '', during }: Said): string {
  return during
    ? t`${sayPath(of)} in this visit, added up: ${sayEvent(event)}`
    : t`${sayPath(of)}, added up: ${sayEvent(event)}`;
}

/** What it looks at. */
export function sayLooked(term: Term): string {
  const said: Said = Object('when' in term ? term.when : term.of);
  const { kind, event = '', topic = '', of = '', during, is } = said;
  switch (kind) {
    case 'since':
      return `${sayEvent(event)}${sayWindow({ within: is?.$lt })}`;
    case 'away':
      return t`back within ${saySpan(is?.$lt)}`;
    case 'interest':
      return said.rank ? t`“${topic}” is the strongest interest` : t`half of all interest is “${topic}”`;
    case 'distinct':
      return during
        ? t`how many different ones in this visit: ${sayPath(of)}`
        : t`how many different ones: ${sayPath(of)}`;
    case 'days':
      return t`on how many days: ${sayEvent(event)}`;
    case 'sum':
      return saySum(said);
    default:
      return 'when' in term ? sayDone(said) : sayCount(said);
  }
}

/** "Likelier, with 2.3 times the odds: in this visit: Put in the basket" */
export function sayTerm(term: Weighed): string {
  const looked = sayLooked(term);
  if (!('when' in term))
    return term.weight > 0 ? t`The more, the likelier: ${looked}` : t`The more, the less likely: ${looked}`;
  const odds = sayNumber(Math.exp(Math.abs(term.weight)), { maximumSignificantDigits: 2 });
  return term.weight > 0
    ? t`Likelier, the odds ${odds} times as high: ${looked}`
    : t`Less likely, the odds ${odds} times as low: ${looked}`;
}
