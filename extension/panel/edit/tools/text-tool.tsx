// Text: says something else, tokens included, with the little markup that words may have where the element takes it.
//
// Words without markup are a change of kind `text`, which can be shown before a framework has taken over; with it they
// are `html`.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Markup } from '../../../../shared/grammar/markup.ts';
import { t } from '../../../../shared/words/t.ts';
import { isWordy } from '../../../wire/is-wordy.ts';
import { Note } from '../../kit/note.tsx';
import { RichField } from '../../kit/rich-field.tsx';
import { asText, fromText, toHtml, wordsOf } from '../../kit/rich-text.ts';
import { type RichWords, readHtml } from '../../kit/rich-words.ts';
import { TokenPicker } from './token-picker.tsx';
import { Tones } from './tones.tsx';
import type { ToolProps } from './tool-props.ts';

const WHY = {
  text: t`An entry of a list shows no markup, so this is text only.`,
  words: t`It stands in a link or a button, so none of its words can lead elsewhere.`,
  links: '',
};

export function TextTool({ picked, target, made, save }: ToolProps) {
  const original = picked.inner ?? fromText(picked.text);
  const own = made('text')[0];
  const given = own ? fromText(own.value) : (made('html')[0]?.value ?? original);
  const nodes = useSignal(readHtml(given));
  const field = useRef<RichWords>();
  const isText = picked.takes === 'text';
  const text = asText(nodes.value);
  const write = (next: Markup[]) => {
    nodes.value = next;
    const words = isText ? wordsOf(next) : asText(next);
    const isOriginal = picked.isWordy && toHtml(readHtml(toHtml(next))) === toHtml(readHtml(original));
    save(
      words === undefined
        ? { kind: 'html', target, value: toHtml(next) }
        : { kind: 'text', target, value: words },
      t`Text`,
      isOriginal,
    );
  };
  const hasMore = !picked.isWordy || !isWordy(new DOMParser().parseFromString(given, 'text/html').body);
  return (
    <div class="make-form">
      <RichField label={t`New text`} given={given} takes={picked.takes} typed={write} words={field} />
      {WHY[picked.takes] && <p class="tiny soft">{WHY[picked.takes]}</p>}
      {hasMore && (
        <Note tone="warn">
          <span>{t`There is more than words inside (a picture, a list, a button): what you write takes the place of all of it. HTML, here beside, can keep it.`}</span>
        </Note>
      )}
      <TokenPicker
        text={wordsOf(nodes.value)}
        put={(token, fallback) => field.current?.insert(token, fallback)}
      />
      {text !== undefined && (
        <Tones text={text} language={picked.language} write={(next) => field.current?.write(next)} />
      )}
      <p class="tiny soft">{t`Saved as you type, and on the page at once.`}</p>
    </div>
  );
}
