// A question as it reads on this page: its words chosen by the page's language. What is odd is left out, whatever the
// schema let through.
import { isByLanguage, keyFor } from './words-for.ts';

export interface Choice {
  /** What the trait becomes. */
  value: string | number;
  label: string;
}

export interface ReadQuestion {
  ask: string;
  purpose: string;
  thanks: string;
  choices: Choice[];
  isMany: boolean;
  /** What the ends of a scale mean. */
  ends?: [low: string, high: string];
}

interface Given {
  [field: string]: unknown;
}

/** The longest scale. */
const MOST = 11;

/** @returns undefined where it says nothing in this language, or has nothing to choose from */
export function readQuestion(question: unknown, language: string): ReadQuestion | undefined {
  const { ask, purpose, thanks, answer }: Given = Object(question);
  const { options, many, from, to, low, high }: Given = Object(answer);
  const say = (words: unknown): string => {
    const said = isByLanguage(words) ? words[keyFor(words, language) ?? ''] : words;
    return typeof said === 'string' ? said : '';
  };
  const isScale = typeof from === 'number' && typeof to === 'number';
  const choices = isScale
    ? Array.from({ length: Math.min(to - from + 1, MOST) || 0 }, (_, at) => ({
        value: from + at,
        label: `${from + at}`,
      }))
    : [options ?? []].flat().flatMap((option): Choice[] => {
        const { value, label }: Given = Object(option);
        return typeof value === 'string' && say(label) ? [{ value, label: say(label) }] : [];
      });
  const read: ReadQuestion = {
    ask: say(ask),
    purpose: say(purpose),
    thanks: say(thanks),
    choices,
    isMany: !isScale && many === true,
    ...(isScale && { ends: [say(low), say(high)] }),
  };
  return read.ask && choices[1] ? read : undefined;
}
