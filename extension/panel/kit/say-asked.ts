// What a question asks, wherever only its id is at hand.

import type { Config } from '../../../shared/schema/config.ts';
import { plainWords } from '../../../shared/templates/segments-of.ts';
import { toName } from './to-name.ts';

/** As it is read, once or in one of its languages; an id said like a name where the config has not got it (any more). */
export function sayAsked(config: Pick<Config, 'questions'> | undefined, id: string): string {
  const question = config?.questions?.find((one) => one.id === id);
  return (question && plainWords(question.ask)) || toName(id);
}
