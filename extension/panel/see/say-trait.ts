// What was stated of a visitor, in the words of the config: a question's name and its answers,
// which were shown, and what they switched off.

import { LOG, readLog } from '../../../shared/engine/ask-log.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { PropValue } from '../../../shared/schema/props.ts';
import { plainWords } from '../../../shared/templates/segments-of.ts';
import { t } from '../../../shared/words/t.ts';
import { sayAsked } from '../kit/say-asked.ts';
import { sayValue } from '../kit/say-test.ts';

const PURPOSES: Record<string, string> = {
  personalize: t`what is changed for them`,
  suggestions: t`suggestions`,
  questions: t`questions`,
  measure: t`being counted`,
};

/** @returns what it is, and what it says */
export function sayTrait(
  key: string,
  value: PropValue,
  config: Config | undefined,
): [what: string, says: string] {
  if (key === 'selvedge_off')
    return [t`Switched off by the visitor`, sayValue([value].flat().map((one) => PURPOSES[`${one}`] ?? one))];
  if (key === LOG)
    return [
      t`Shown questions`,
      readLog({ [LOG]: value })
        .map(({ id }) => t`“${sayAsked(config, id)}”`)
        .join(', '),
    ];
  const question = config?.questions?.find(({ trait }) => trait === key);
  if (!question) return [key, sayValue(value)];
  const { answer } = question;
  const options = answer.kind === 'choice' ? answer.options : [];
  const sayOne = (one: unknown) => {
    const label = options.find((option) => option.value === one)?.label;
    return label === undefined ? one : plainWords(label);
  };
  return [question.name || key, sayValue([value].flat().map(sayOne))];
}
