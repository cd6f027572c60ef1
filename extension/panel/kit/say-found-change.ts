// One change of a config in plain words, wherever only its number is at hand.

import type { Change } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { sayChange } from '../../wire/say-change.ts';
import { sayAsked } from './say-asked.ts';

/** A question by its words, as visitors read it. */
export const sayChangeIn = (config: Pick<Config, 'questions'>, change: Change): string =>
  sayChange(change.kind === 'ask' ? { ...change, question: sayAsked(config, change.question) } : change);

interface At {
  experience: string;
  variant: string | undefined;
  change?: number | undefined;
}

export function findChangeIn(config: Config, { experience, variant, change }: At): Change | undefined {
  const arms = config.experiences.find((one) => one.id === experience)?.variants;
  return change === undefined ? undefined : arms?.find((one) => one.id === variant)?.changes[change];
}
