// "In another tone": offers a text anew in three tones where the browser has a language model, and nothing where it has
// none.

import { useSignal } from '@preact/signals';
import { MessageSquareQuote } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../../shared/words/t.ts';
import { Note } from '../../kit/note.tsx';
import { sayError } from '../../kit/say-error.ts';
import { findModel, type Tone, writeTones } from './write-tones.ts';

const SAYS: Record<Tone, string> = { plain: t`Plain`, warm: t`Warm`, bold: t`Bold` };

type State =
  | { kind: 'idle' }
  | { kind: 'writing'; fetched?: number }
  | { kind: 'written'; of: string; tones: { tone: Tone; text: string }[] }
  | { kind: 'failed'; why: string };

export function Tones({
  text,
  language,
  write,
}: {
  text: string;
  /** of the page */
  language: string;
  write(text: string): void;
}) {
  const model = useSignal<'none' | 'here' | 'to fetch'>('none');
  const state = useSignal<State>({ kind: 'idle' });
  const running = useRef<AbortController>();
  useEffect(() => {
    let isGone = false;
    void findModel(language).then((found) => {
      if (!isGone) model.value = found;
    });
    return () => {
      isGone = true;
      running.current?.abort();
    };
  }, [language]);

  async function begin(): Promise<void> {
    const own = new AbortController();
    running.current = own;
    state.value = { kind: 'writing' };
    const put = (next: State) => {
      if (running.current === own) state.value = next;
    };
    try {
      const tones = await writeTones(text, language, {
        signal: own.signal,
        told: (fetched) => put({ kind: 'writing', fetched }),
      });
      model.value = 'here';
      put(
        tones.length
          ? { kind: 'written', of: text, tones }
          : { kind: 'failed', why: t`it found no other words that keep what stands in {{ }}` },
      );
    } catch (error) {
      put({ kind: 'failed', why: sayError(error) });
    }
  }
  function stop(): void {
    running.current?.abort();
    running.current = undefined;
    state.value = { kind: 'idle' };
  }

  const now = state.value;
  if (model.value === 'none') return null;
  if (now.kind === 'writing')
    return (
      <div class="row" aria-live="polite">
        <span class="tiny grow">
          {now.fetched === undefined || now.fetched >= 1
            ? t`The browser’s model is writing …`
            : t`The browser fetches its model: ${Math.round(now.fetched * 100)} % …`}
        </span>
        <button class="button" type="button" onClick={stop}>{t`Stop`}</button>
      </div>
    );
  return (
    <div class="make-form">
      {now.kind === 'written' && (
        <ul class="list" aria-label={t`In another tone`}>
          {now.tones.map((one) => (
            <li key={one.tone}>
              <button
                class="button make-tone"
                type="button"
                aria-pressed={text === one.text}
                onClick={() => write(one.text)}
              >
                <strong>{SAYS[one.tone]}</strong> {one.text}
              </button>
            </li>
          ))}
          <li>
            <button
              class="button make-tone"
              type="button"
              aria-pressed={text === now.of}
              onClick={() => write(now.of)}
            >
              <strong>{t`As it was`}</strong> {now.of}
            </button>
          </li>
        </ul>
      )}
      {now.kind === 'failed' && (
        <Note tone="warn">
          <span>{t`The text is as it was (${now.why}).`}</span>
        </Note>
      )}
      <button class="button" type="button" disabled={!text.trim()} onClick={() => void begin()}>
        <MessageSquareQuote size={14} aria-hidden="true" />{' '}
        {now.kind === 'idle' ? t`In another tone …` : t`Once more`}
      </button>
      <p class="tiny soft">
        {t`Written by this browser’s own model: nothing leaves your machine.`}{' '}
        {model.value === 'to fetch' && t`It is fetched once, by the browser; that may be some gigabytes.`}
      </p>
    </div>
  );
}
