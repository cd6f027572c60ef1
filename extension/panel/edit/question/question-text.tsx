// One text of a question, or one for each language that it is written in; saved as one types.

import { eachOf, OTHERS, type Words } from '../../../../shared/grammar/words-for.ts';
import { t } from '../../../../shared/words/t.ts';
import { sayLanguage } from '../../../wire/say-language.ts';
import { TextEntry } from '../../draft/text-entry.tsx';
import type { Spot } from '../../draft/texts.ts';

type QuestionSpot = Extract<Spot, { of: 'question' }>;

export const QuestionText = ({
  label,
  words = '',
  spot,
  most,
  rows,
}: {
  label: string;
  words: Words | undefined;
  spot: Omit<QuestionSpot, 'of' | 'language'>;
  /** characters */
  most: number;
  rows?: number;
}) => (
  <>
    {eachOf(words).map(({ text, path: [language] }) => (
      <label key={language ?? ''} class="field" lang={language === OTHERS ? undefined : language}>
        <span>{language === undefined ? label : t`${label} in ${sayLanguage(language)}`}</span>
        <TextEntry
          spot={{ of: 'question', ...spot, ...(language !== undefined && { language }) }}
          what={t`Words of a question`}
          value={text}
          maxLength={most}
          {...(rows && { rows })}
        />
      </label>
    ))}
  </>
);
