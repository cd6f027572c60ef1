// What is known of a visitor, put into a text as a token; and how the text reads with what is known here.

import { fillTokens } from '../../../../shared/dom/tokens.ts';
import { t } from '../../../../shared/words/t.ts';
import { config } from '../../draft/desk.ts';
import { contextKeys, seenTraits } from '../../draft/suggestions.ts';
import { sayFactName } from '../../kit/say-finding.ts';
import { sayTrait } from '../../see/say-trait.ts';
import { look, memory } from '../../site/page.ts';

/** A token says a text or a number that is the same all through the page view. */
const FACTS = contextKeys().filter((name) => !['hour', 'weekday', 'languages'].includes(name));

/** As the page says it to this browser; a trait that nobody stated reads as its fallback. */
const preview = (text: string): string =>
  fillTokens(text, (kind, name) => (kind === 'trait' ? memory.value?.traits[name] : look.value?.facts[name]));

export function TokenPicker({
  text,
  put,
}: {
  text: string;
  /** Puts it where the caret is, and chooses the fallback: what is said instead is for the author to write. */
  put(token: string, fallback: string): void;
}) {
  const traits = seenTraits();
  return (
    <>
      <label class="field">
        <span>{t`Say something known about the visitor`}</span>
        <select
          value=""
          onChange={({ currentTarget }) => {
            const { value } = currentTarget;
            currentTarget.value = '';
            if (value) put(`{{${value === 'trait.' ? 'trait.name' : value}|there}}`, 'there');
          }}
        >
          <option value="">{t`Choose what …`}</option>
          <optgroup label={t`Stated facts`}>
            {traits.map((name) => (
              <option key={name} value={`trait.${name}`}>
                {sayTrait(name, '', config.value)[0]}
              </option>
            ))}
            {!traits.includes('name') && <option value="trait.">{t`a fact of my own naming`}</option>}
          </optgroup>
          <optgroup label={t`About this page view`}>
            {FACTS.map((name) => (
              <option key={name} value={`context.${name}`}>
                {sayFactName(name)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {text.includes('{{') && (
        <p
          class="tiny soft"
          aria-live="polite"
        >{t`For you it reads: “${preview(text)}”. Where nothing is known it says what follows the bar.`}</p>
      )}
    </>
  );
}
