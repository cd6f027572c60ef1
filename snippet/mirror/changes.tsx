// What on this page was changed for this visitor, each with its reason and the way back to the original.

import { collapse } from '../../shared/engine/collapse.ts';
import { inLanguage, type Spoken } from '../../shared/grammar/words-for.ts';
import type { Change } from '../../shared/schema/change.ts';
import type { Loop } from '../loop.ts';
import type { Strings } from './strings.ts';

/** What a change is in words; markup and tokens are left out of what it quotes. */
function say(change: Spoken<Change>, strings: Strings): string {
  const quote = (text: string, sentence: string) => {
    const plain = collapse(text.replace(/<[^>]*>/g, ' ').replace(/\{\{[^|{}]*\|?([^{}]*)\}\}/g, '$1'));
    return sentence.replace('{}', () => (plain.length > 60 ? `${plain.slice(0, 59)}…` : plain));
  };
  switch (change.kind) {
    case 'text':
    case 'html':
      return quote(change.value, strings.kindText);
    case 'insert':
      return quote(change.html, strings.kindInsert);
    case 'block': {
      const { title, text = '' } = change.fields;
      const said = inLanguage({ value: title ?? text }, document.documentElement.lang);
      return quote(said?.value ?? '', strings.kindInsert);
    }
    case 'image':
      return strings.kindImage;
    case 'link':
      return strings.kindLink;
    case 'hide':
      return strings.kindHide;
    case 'ask':
      return strings.kindAsk;
    case 'recommend':
      return strings.kindRecommend;
    case 'move':
      return strings.kindMove;
    case 'redirect':
      return strings.kindRedirect;
    default:
      // a config may be newer than this file; of the kinds there are, the compiler asks here for a new one
      change.kind satisfies 'attribute' | 'class' | 'style' | 'css';
      return strings.kindLook;
  }
}

export interface ChangesProps {
  loop: Loop;
  strings: Strings;
  explain(segment: string): string;
  changed(): void;
}

export function Changes({ loop, strings, explain, changed }: ChangesProps) {
  /** Of these the visitor has switched all off. */
  const isOff = (kind: Change['kind']): boolean =>
    (kind === 'recommend' && loop.isOff('suggestions')) || (kind === 'ask' && loop.isOff('questions'));
  const shown = loop.isOff('personalize')
    ? []
    : loop.all().flatMap(({ experience, assignment }) => {
        const variant =
          assignment?.outcome === 'variant' && assignment.eligible
            ? experience.variants.find(({ id }) => id === assignment.variant)
            : undefined;
        const changes = variant?.changes?.filter(({ kind }) => !isOff(kind));
        return variant && changes?.length ? [{ id: experience.id, segment: variant.segment, changes }] : [];
      });
  // in the words that the page got; nothing of what has none in its language
  const sayHere = (change: Change) => {
    const spoken = inLanguage(change, document.documentElement.lang);
    return spoken ? [say(spoken, strings)] : [];
  };
  return (
    <section>
      <h3>{strings.changes}</h3>
      {!shown.length && <p>{strings.noChanges}</p>}
      <ul class="cards">
        {shown.map(({ id, segment, changes }) => {
          const isOriginal = loop.isOriginal(id);
          return (
            <li key={id}>
              <button
                type="button"
                aria-describedby={`change-${id}`}
                onClick={() => {
                  loop.original(id, !isOriginal);
                  changed();
                }}
              >
                {isOriginal ? strings.showChanged : strings.showOriginal}
              </button>
              <div id={`change-${id}`}>
                {[...new Set(changes.flatMap(sayHere))].map((words) => (
                  <p key={words}>{words}</p>
                ))}
              </div>
              <p class="why">
                {strings.because}: {segment === 'everyone' ? strings.everyone : explain(segment)}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
