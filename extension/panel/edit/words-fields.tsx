// The words of a change: one field, or one for each language, side by side where there is room; languages are added and
// taken away below.

import { useSignal } from '@preact/signals';
import { CircleAlert, Languages, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { COMMON_LANGUAGES, isTag } from '../../../shared/grammar/language-tag.ts';
import { eachOf, isByLanguage, OTHERS, type Words } from '../../../shared/grammar/words-for.ts';
import { t } from '../../../shared/words/t.ts';
import { sayLanguage } from '../../wire/say-language.ts';
import { putWords } from '../draft/put-words.ts';
import { addLanguage, removeLanguage, sayMissing } from './words-by-language.ts';

interface Props {
  words: Words;
  /** of one field: "Text" */
  what: string;
  /** languages that other changes of the variant have */
  others: readonly string[];
  /** languages of the site, as far as they are known */
  site: readonly string[];
  set(step: string, words: Words): void;
  field(given: { label: string; text: string; put(text: string): void }): ComponentChildren;
}

const ANOTHER = 'another';
const byName = (one: string, other: string): number => sayLanguage(one).localeCompare(sayLanguage(other));

/** A language of the site, a common one, or any other by its tag. */
export function AddLanguage({
  words,
  site,
  add,
}: {
  words: Words;
  site: readonly string[];
  add(tag: string): void;
}) {
  const isTyping = useSignal(false);
  const typed = useSignal('');
  const has = new Set(isByLanguage(words) ? Object.keys(words).map((tag) => tag.toLowerCase()) : []);
  const isFree = (tag: string) => !has.has(tag.toLowerCase());
  const here = site.filter(isFree).sort(byName);
  const common = COMMON_LANGUAGES.filter((tag) => isFree(tag) && !here.includes(tag)).sort(byName);
  const tag = typed.value.trim().replaceAll('_', '-');
  if (isTyping.value)
    return (
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          add(tag);
        }}
      >
        <label class="field grow">
          <span>{t`Its tag, as in the page’s “lang”`}</span>
          <input
            type="text"
            placeholder="de-AT"
            value={typed.value}
            onInput={({ currentTarget }) => {
              typed.value = currentTarget.value;
            }}
          />
        </label>
        <button class="button" type="submit" disabled={!isTag(tag) || !isFree(tag)}>
          {isTag(tag) && isFree(tag) ? t`Add ${sayLanguage(tag)}` : t`Add`}
        </button>
      </form>
    );
  const options = (tags: readonly string[]) =>
    tags.map((one) => (
      <option key={one} value={one}>
        {sayLanguage(one)}
      </option>
    ));
  return (
    <label class="field">
      <span>
        <Languages size={13} aria-hidden="true" />{' '}
        {isByLanguage(words) ? t`Add a language` : t`Say it otherwise in a language`}
      </span>
      <select
        value=""
        onChange={({ currentTarget }) => {
          const { value } = currentTarget;
          currentTarget.value = '';
          if (value === ANOTHER) isTyping.value = true;
          else if (value) add(value);
        }}
      >
        <option value="">{t`Choose one …`}</option>
        {here.length > 0 && <optgroup label={t`Of this site`}>{options(here)}</optgroup>}
        <optgroup label={here.length ? t`Others` : t`Common ones`}>
          {options(common)}
          <option value={ANOTHER}>{t`Another, by its tag …`}</option>
        </optgroup>
      </select>
    </label>
  );
}

export function WordsFields({ words, what, others, site, set, field }: Props) {
  const missing = sayMissing(words, others, site);
  const each = eachOf(words);
  return (
    <>
      <div class="make-words">
        {each.map(({ text, path: [language] }) => {
          const named = language === undefined ? undefined : sayLanguage(language);
          return (
            <div key={language ?? ''} lang={language === OTHERS ? undefined : language} class="make-word">
              {field({
                label: named === undefined ? what : t`${what} in ${named}`,
                text,
                put: (next) => set(what, putWords(words, language, next)),
              })}
              {language !== undefined && each.length > 1 && (
                <button
                  class="icon-button"
                  type="button"
                  aria-label={t`Take away: ${what} in ${named}`}
                  title={t`Take away ${named}`}
                  onClick={() => set(t`${what} in ${named} taken away`, removeLanguage(words, language))}
                >
                  <X size={14} aria-hidden="true" />
                </button>
              )}
            </div>
          );
        })}
      </div>
      {missing && (
        <p class="tiny make-warn">
          <CircleAlert size={13} aria-hidden="true" /> {missing}
        </p>
      )}
      <AddLanguage
        key={each.length}
        words={words}
        site={site}
        add={(tag) => set(`${what} in ${sayLanguage(tag)}`, addLanguage(words, tag))}
      />
    </>
  );
}
