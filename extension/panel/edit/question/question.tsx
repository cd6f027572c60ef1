// One question: its words and answers, when and where it is asked, and who answered what. The page shows it meanwhile.

import { MapPin, Plus } from 'lucide-preact';
import { toPattern } from '../../../../shared/engine/address.ts';
import { matchesPages } from '../../../../shared/engine/pattern.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Experience } from '../../../../shared/schema/experience.ts';
import { type Answer, MOST_OF_QUESTION, type Question } from '../../../../shared/schema/question.ts';
import { t } from '../../../../shared/words/t.ts';
import { config, edit, place, sayWho } from '../../draft/desk.ts';
import { PartProblems } from '../../draft/findings.tsx';
import { TextEntry } from '../../draft/text-entry.tsx';
import { Note } from '../../kit/note.tsx';
import { look } from '../../site/page.ts';
import { pageTrouble } from '../on-page.ts';
import { AnswerSegments } from './answer-segments.tsx';
import { AnswersField } from './answers-field.tsx';
import { askOnPage } from './make-question.ts';
import { QuestionText } from './question-text.tsx';
import { RemoveQuestion } from './remove-question.tsx';
import { findAskings } from './uses-of-question.ts';
import { WhenField } from './when-field.tsx';

type SetQuestion = (what: string, act: (one: Question) => void) => void;

function Says({ question, set }: { question: Question; set: SetQuestion }) {
  const { id, ask, purpose, thanks } = question;
  return (
    <section class="card make-form" aria-label={t`What is asked`}>
      <QuestionText
        label={t`What you ask`}
        words={ask}
        spot={{ id, field: 'ask' }}
        most={MOST_OF_QUESTION.ask}
        rows={2}
      />
      <QuestionText
        label={t`Why you ask: they read it, too`}
        words={purpose}
        spot={{ id, field: 'purpose' }}
        most={MOST_OF_QUESTION.purpose}
        rows={2}
      />
      <AnswersField
        question={question}
        change={(what, act) =>
          set(what, (one) => {
            const next: Answer | undefined = act(one.answer);
            if (next) one.answer = next;
          })
        }
      />
      <QuestionText
        label={t`Your thanks (empty: “Thank you.”)`}
        words={thanks}
        spot={{ id, field: 'thanks' }}
        most={MOST_OF_QUESTION.thanks}
      />
      <p class="tiny soft">{t`Saved as you type, and on the page at once.`}</p>
    </section>
  );
}

/** As one begins that is made on a page. */
const isOnePage = ({ pages: [page = '', ...others] }: Experience): boolean =>
  others.length === 0 && !/[*!]/.test(page);

function Where({ config: now, question: { id, name } }: { config: Config; question: Question }) {
  const url = look.value?.url;
  const askings = findAskings(now, id);
  const isHere = askings.some(({ experience: { pages } }) => url !== undefined && matchesPages(pages, url));
  const only = askings.length === 1 ? askings.map(({ experience }) => experience).find(isOnePage) : undefined;
  return (
    <section class="card">
      <h2>
        <MapPin size={15} aria-hidden="true" /> {t`Where it is asked`}
      </h2>
      {askings.length === 0 && <p class="small soft">{t`Nowhere yet: nobody is asked.`}</p>}
      <ul class="list">
        {askings.map(({ experience, variant }) => (
          <li key={`${experience.id} ${variant.id}`} class="make-row">
            <button
              class="make-open"
              type="button"
              onClick={() => {
                place.value = { kind: 'variant', experience: experience.id, id: variant.id };
              }}
            >
              <strong>{experience.name || experience.id}</strong>
              <span class="soft tiny">{t`${experience.pages.join(', ')} · for ${sayWho(variant.segment)}`}</span>
            </button>
          </li>
        ))}
      </ul>
      {only && (
        <>
          <p class="small">{t`It is asked on this one page alone.`}</p>
          <button
            class="button"
            type="button"
            onClick={() => {
              place.value = { kind: 'experience', id: only.id };
            }}
          >{t`Choose more pages`}</button>
        </>
      )}
      {url !== undefined && !isHere && (
        <button
          class="button"
          type="button"
          onClick={() => void edit(t`Question asked here`, (next) => askOnPage(next, { id, name }, url))}
        >
          <Plus size={15} aria-hidden="true" /> {t`Ask it on ${toPattern(new URL(url))}`}
        </button>
      )}
    </section>
  );
}

export function QuestionPage({ id }: { id: string }) {
  const now = config.value;
  const question = now?.questions?.find((one) => one.id === id);
  if (!now || !question)
    return (
      <Note tone="warn">
        <span>{t`This question is gone from the draft. Undo brings it back.`}</span>
      </Note>
    );
  const set: SetQuestion = (what, act) =>
    void edit(what, (next) => {
      const found = next.questions?.find((one) => one.id === id);
      if (found) act(found);
    });
  return (
    <>
      <label class="field">
        <span>{t`Name`}</span>
        <TextEntry
          spot={{ of: 'question', id, field: 'name' }}
          what={t`Name of a question`}
          value={question.name}
        />
      </label>
      <PartProblems of="questions" id={id} />
      {pageTrouble.value && (
        <Note tone="bad">
          <span>{pageTrouble.value}</span>
        </Note>
      )}
      <Says question={question} set={set} />
      <AnswerSegments config={now} question={question} />
      <Where config={now} question={question} />
      <WhenField question={question} set={set} />
      <RemoveQuestion config={now} question={question} />
    </>
  );
}
