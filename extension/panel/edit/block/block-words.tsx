// The words of a block: a field for each text, or one for each language of it; languages are added to all of them at once.

import { CircleAlert, X } from 'lucide-preact';
import { findPlaceholder } from '../../../../shared/grammar/placeholder.ts';
import { eachOf, OTHERS, type Words } from '../../../../shared/grammar/words-for.ts';
import { t } from '../../../../shared/words/t.ts';
import { sayLanguage } from '../../../wire/say-language.ts';
import type { Block } from '../../draft/make-block.ts';
import { putWords } from '../../draft/put-words.ts';
import { siteLanguages } from '../site-languages.ts';
import type { SaveChange } from '../use-typed-change.ts';
import { addLanguage, findLanguagesIn, removeLanguage } from '../words-by-language.ts';
import { AddLanguage } from '../words-fields.tsx';
import { mapWords } from './block-parts.ts';

/** One text; what was begun for the author is taken whole by the first letter. */
export function BlockText({
  label,
  text,
  rows,
  most,
  put,
}: {
  label: string;
  text: string;
  rows?: number;
  /** characters */
  most: number;
  put(text: string): void;
}) {
  const isBegun = findPlaceholder(text) !== undefined;
  const given = {
    value: text,
    maxLength: most,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => put(currentTarget.value),
    onFocus: ({ currentTarget }: { currentTarget: { select(): void } }) => {
      if (isBegun) currentTarget.select();
    },
  };
  return (
    <div class="field">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: one of the fields below */}
      <label class="field">
        <span>{label}</span>
        {rows ? <textarea rows={rows} {...given} /> : <input type="text" {...given} />}
      </label>
      {isBegun && (
        <span class="tiny make-warn">
          <CircleAlert size={13} aria-hidden="true" /> {t`Still to be written.`}
        </span>
      )}
    </div>
  );
}

export const BlockWords = ({
  label,
  words = '',
  rows,
  most,
  put,
}: {
  label: string;
  words: Words | undefined;
  rows?: number;
  most: number;
  put(words: Words): void;
}) => (
  <>
    {eachOf(words).map(({ text, path: [language] }) => (
      <div key={language ?? ''} lang={language === OTHERS ? undefined : language}>
        <BlockText
          label={language === undefined ? label : t`${label} in ${sayLanguage(language)}`}
          text={text}
          most={most}
          {...(rows && { rows })}
          put={(next) => put(putWords(words, language, next))}
        />
      </div>
    ))}
  </>
);

/** Which languages it has words in, and one more. */
export function BlockLanguages({ block, save }: { block: Block; save: SaveChange<Block> }) {
  const { title, text, button, image } = block.fields;
  const all = [title, text, button?.label, image?.alt].filter((one): one is Words => one !== undefined);
  const has = findLanguagesIn([block]);
  const [first = ''] = all.filter((one) => typeof one === 'object');
  return (
    <>
      {has.map((tag) => (
        <p key={tag} class="row tiny">
          <span class="grow">{t`Has its own words in ${sayLanguage(tag)}`}</span>
          <button
            class="icon-button"
            type="button"
            aria-label={t`Take away the words in ${sayLanguage(tag)}`}
            onClick={() =>
              save(
                mapWords(block, (words) => removeLanguage(words, tag)),
                t`Words in ${sayLanguage(tag)} taken away`,
              )
            }
          >
            <X size={14} aria-hidden="true" />
          </button>
        </p>
      ))}
      <AddLanguage
        key={has.length}
        words={first}
        site={siteLanguages.value}
        add={(tag) =>
          save(
            mapWords(block, (words) => addLanguage(words, tag)),
            t`Words in ${sayLanguage(tag)}`,
          )
        }
      />
    </>
  );
}
