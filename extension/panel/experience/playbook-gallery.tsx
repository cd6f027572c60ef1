// Beginning with an aim: playbooks, filled with what the page in front has, those first that what was seen here suggests.

import { useSignal } from '@preact/signals';
import { ChevronRight, Search } from 'lucide-preact';
import { describeTemplate } from '../../../shared/templates/fill.ts';
import { TEXTS } from '../../../shared/templates/texts.ts';
import { sayAll } from '../../../shared/words/lists.ts';
import { t } from '../../../shared/words/t.ts';
import { sayChange } from '../../wire/say-change.ts';
import type { Survey } from '../../wire/survey-shapes.ts';
import { editAndOpen } from '../draft/desk.ts';
import type { Wanted } from '../draft/make-goal.ts';
import { Chip } from '../kit/chip.tsx';
import { Note } from '../kit/note.tsx';
import { look, memory } from '../site/page.ts';
import { useSurvey } from '../site/use-survey.ts';
import { findPlaybooks, type Offer } from './find-playbooks.ts';
import { makePlaybook } from './make-playbook.ts';

function sayWanted(wanted: Wanted | null): string {
  switch (wanted?.kind) {
    case undefined:
      return t`nothing to count`;
    case 'purchase':
      return t`a purchase`;
    case 'page':
      return t`a visit to ${wanted.path}`;
    case 'event':
      return t`the event “${wanted.event}”`;
    case 'click':
    case 'submit':
      return wanted.name;
  }
}

function Inside({ offer: { playbook, missing }, survey }: { offer: Offer; survey: Survey }) {
  const url = look.value?.url;
  const use = async () => {
    if (url === undefined) return;
    await editAndOpen(t`Playbook: ${playbook.name}`, (next) => ({
      kind: 'variant',
      ...makePlaybook(next, playbook, survey, url),
    }));
  };
  return (
    <div class="make-form">
      <dl class="goal-parts small">
        <dt>{t`For`}</dt>
        <dd>
          {TEXTS[playbook.segment]?.name}: <span class="soft">{describeTemplate(playbook.segment)}</span>
        </dd>
        <dt>{t`Here`}</dt>
        <dd>
          {playbook.changes(survey).map((change, index) => (
            <span key={index} class="block">
              {sayChange(change)}.
            </span>
          ))}
        </dd>
        <dt>{t`Goal`}</dt>
        <dd>{sayWanted(playbook.goal(survey))}</dd>
      </dl>
      {missing.length > 0 && (
        <p class="tiny soft">
          {t`It works with the event ${sayAll(missing)}, which this browser has not seen here: make sure that the site tells it.`}
        </p>
      )}
      <button class="button main" type="button" onClick={() => void use()}>{t`Begin with this`}</button>
      <p class="tiny soft">{t`Every part can be changed then. Only you see it, until you publish.`}</p>
    </div>
  );
}

export function PlaybookGallery() {
  const wanted = useSignal('');
  const open = useSignal('');
  const { survey, trouble } = useSurvey();
  const events = new Set(memory.value?.events.map(({ name }) => name));
  const offers = survey ? findPlaybooks(wanted.value, events, survey) : [];
  return (
    <>
      <label class="field make-search">
        <span class="unseen">{t`Look for an aim`}</span>
        <Search size={15} aria-hidden="true" />
        <input
          type="search"
          placeholder={t`Look for an aim`}
          value={wanted.value}
          onInput={({ currentTarget }) => {
            wanted.value = currentTarget.value;
          }}
        />
      </label>
      {trouble ? (
        <Note tone="bad">
          <span>{trouble}</span>
        </Note>
      ) : !survey ? (
        <p class="small soft">{t`Looking at what this page has …`}</p>
      ) : (
        offers.length === 0 && (
          <p class="small soft">
            {wanted.value.trim()
              ? t`No playbook says that. Other words may find one.`
              : t`This page has no headline to begin with. Open one that has.`}
          </p>
        )
      )}
      {survey &&
        offers.map((offer) => {
          const { id, name, does } = offer.playbook;
          return (
            <details
              key={id}
              name="playbook"
              class="card"
              data-playbook={id}
              open={open.value === id}
              onToggle={({ currentTarget }) => {
                if (currentTarget.open) open.value = id;
              }}
            >
              <summary>
                <ChevronRight size={15} class="turn" aria-hidden="true" />
                <span class="grow">
                  <strong class="small">{name}</strong>
                  <span class="tiny soft block">{does}</span>
                  {offer.seen.length > 0 && <Chip tone="good">{t`seen here: ${offer.seen.join(', ')}`}</Chip>}
                </span>
              </summary>
              {open.value === id && <Inside offer={offer} survey={survey} />}
            </details>
          );
        })}
    </>
  );
}
