// A field for words with a little markup: bold, italic, links and line breaks, by keys and by buttons. What it holds is
// said as clean markup with each letter; what is pasted is cleaned before it is in.
//
// `given` counts when the field is first shown: it is not written over while somebody types.

import { useSignal } from '@preact/signals';
import { Bold, CornerDownLeft, Italic, Link, type LucideIcon } from 'lucide-preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Markup } from '../../../shared/grammar/markup.ts';
import { t } from '../../../shared/words/t.ts';
import { createRichWords, mayLead, type RichWords, type Takes } from './rich-words.ts';

interface Props {
  label: string;
  /** markup */
  given: string;
  takes: Takes;
  typed(nodes: Markup[]): void;
  /** what is done to the words from outside */
  words: { current: RichWords | undefined };
}

const isMac = /mac/i.test(navigator.platform);
const sayKey = (key: string) => (isMac ? `⌘${key}` : t`Ctrl+${key}`);

interface ActProps {
  icon: LucideIcon;
  name: string;
  keys: string;
  isOn?: boolean;
  press(): void;
}

/** A button that leaves the caret where it is. */
const Act = ({ icon: Icon, name, keys, isOn, press }: ActProps) => (
  <button
    class="icon-button rich-act"
    type="button"
    aria-label={name}
    title={`${name} (${keys})`}
    aria-pressed={isOn}
    onMouseDown={(event) => event.preventDefault()}
    onClick={press}
  >
    <Icon size={15} aria-hidden="true" />
  </button>
);

/** Asks where the chosen words lead; undefined leaves it. */
function LinkForm({ href, set }: { href: string; set(href: string | undefined): void }) {
  const value = useSignal(href);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const address = value.value.trim();
  const isWrong = address !== '' && !mayLead(address);
  const isIdle = address === '' && href === '';
  return (
    <>
      <div class="row rich-link">
        <label class="field grow">
          <span>{t`Where it leads`}</span>
          <input
            ref={input}
            type="text"
            placeholder="/sale/"
            value={value.value}
            aria-invalid={isWrong}
            onInput={({ currentTarget }) => {
              value.value = currentTarget.value;
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' && event.key !== 'Enter') return;
              event.preventDefault();
              if (event.key === 'Escape' || isIdle) set(undefined);
              else if (!isWrong) set(address);
            }}
          />
        </label>
        <button class="button" type="button" disabled={isWrong || isIdle} onClick={() => set(address)}>
          {address || !href ? t`Set` : t`Take away`}
        </button>
      </div>
      {isWrong && (
        <p
          class="tiny make-warn"
          role="alert"
        >{t`Write a path of this site, or an address with https://, mailto: or tel:.`}</p>
      )}
    </>
  );
}

export function RichField({ label, given, takes, typed, words }: Props) {
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const look = useSignal({ bold: false, italic: false });
  /** where the link leads that is being set */
  const linking = useSignal<string | undefined>(undefined);
  // the field outlives a rendering: it calls what was rendered last
  const tell = useRef(typed);
  tell.current = typed;
  const askLink = () => {
    if (takes === 'links') linking.value = words.current?.findHref();
  };
  useLayoutEffect(() => {
    if (!field.current) return undefined;
    const made = createRichWords(field.current, {
      given,
      takes,
      typed: (nodes) => tell.current(nodes),
      looked: (now) => {
        look.value = now;
      },
      wantsLink: askLink,
    });
    words.current = made;
    return made.remove;
  }, []);
  return (
    <div class="field rich">
      <span>{label}</span>
      {takes !== 'text' && (
        <div class="rich-acts" role="toolbar" aria-label={t`Look of the words`} aria-controls={id}>
          <Act
            icon={Bold}
            name={t`Bold`}
            keys={sayKey('B')}
            isOn={look.value.bold}
            press={() => words.current?.act('bold')}
          />
          <Act
            icon={Italic}
            name={t`Italic`}
            keys={sayKey('I')}
            isOn={look.value.italic}
            press={() => words.current?.act('italic')}
          />
          {takes === 'links' && (
            <Act
              icon={Link}
              name={t`Link`}
              keys={sayKey('K')}
              press={() => {
                words.current?.focus();
                askLink();
              }}
            />
          )}
          <Act
            icon={CornerDownLeft}
            name={t`Line break`}
            keys={t`Enter`}
            press={() => words.current?.act('insertLineBreak')}
          />
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: no input and no textarea holds markup */}
      <div
        ref={field}
        id={id}
        class="rich-words"
        contentEditable
        role="textbox"
        tabIndex={0}
        aria-multiline={takes !== 'text'}
        aria-label={label}
      />
      {linking.value !== undefined && (
        <LinkForm
          href={linking.value}
          set={(href) => {
            linking.value = undefined;
            if (href === undefined) words.current?.focus();
            else words.current?.link(href);
          }}
        />
      )}
    </div>
  );
}
