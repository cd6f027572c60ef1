// Make: the draft of this site, from the first segment to what is published.

import { ArrowLeft, type LucideIcon, Redo2, Undo2 } from 'lucide-preact';
import { useLayoutEffect } from 'preact/hooks';
import { t } from '../../shared/words/t.ts';
import {
  draft,
  findExperience,
  findVariant,
  isDraftRead,
  place,
  redo,
  sayWho,
  trouble,
  undo,
} from './draft/desk.ts';
import type { Place } from './draft/places.ts';
import { QuestionPage } from './edit/question/question.tsx';
import { QuestionGallery } from './edit/question/question-gallery.tsx';
import { VariantPage } from './edit/variant.tsx';
import { AskGoals } from './experience/ask-goals.tsx';
import { ExperiencePage } from './experience/experience.tsx';
import { GoalPage } from './experience/goal.tsx';
import { PlaybookGallery } from './experience/playbook-gallery.tsx';
import { History } from './history.tsx';
import { Begin, Home } from './home.tsx';
import { later } from './kit/later.tsx';
import { Note } from './kit/note.tsx';
import { Publish } from './publish/publish.tsx';
import { Gallery } from './rules/gallery.tsx';
import { SegmentPage } from './rules/segment.tsx';
import { isLooking, look } from './site/page.ts';

function findParent(at: Place): Place {
  if (at.kind === 'variant') return { kind: 'experience', id: at.experience };
  if ((at.kind === 'questions' || at.kind === 'question') && at.variant)
    return { kind: 'variant', ...at.variant };
  if ((at.kind === 'gallery' || at.kind === 'segment') && at.whom) return at.whom.back;
  return { kind: 'home' };
}

function sayPlace(at: Place): string {
  switch (at.kind) {
    case 'home':
      return t`Draft`;
    case 'gallery':
      return t`New segment`;
    case 'segment':
      return sayWho(at.id);
    case 'goal':
      return t`Goal`;
    case 'questions':
      return t`Ask visitors`;
    case 'question':
      return t`Question`;
    case 'playbooks':
      return t`Begin with an aim`;
    case 'experience':
      return findExperience(at.id)?.name ?? '';
    case 'variant':
      return t`For ${sayWho(findVariant(at.experience, at.id)?.segment ?? '')}`;
    case 'publish':
      return t`Publish`;
    case 'results':
      return t`Results`;
    case 'learn':
      return t`Learn`;
    case 'history':
      return t`History`;
  }
}

function StepButton({
  label,
  step,
  icon: Icon,
  go,
}: {
  label: string;
  step: { what: string } | undefined;
  icon: LucideIcon;
  go(): Promise<void>;
}) {
  return (
    <button
      class="icon-button"
      type="button"
      aria-label={step ? `${label}: ${step.what}` : label}
      title={step?.what}
      disabled={!step}
      onClick={() => void go()}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}

function Bar() {
  const at = place.value;
  const current = draft.value;
  const [last, next] = [current?.past.at(-1), current?.future.at(-1)];
  return (
    <div class="make-bar">
      {at.kind !== 'home' && (
        <button
          class="icon-button"
          type="button"
          aria-label={t`Back`}
          onClick={() => {
            place.value = findParent(at);
          }}
        >
          <ArrowLeft size={17} aria-hidden="true" />
        </button>
      )}
      <h2 class="grow">{sayPlace(at)}</h2>
      <StepButton label={t`Undo`} step={last} icon={Undo2} go={undo} />
      <StepButton label={t`Redo`} step={next} icon={Redo2} go={redo} />
    </div>
  );
}

const Results = later(async () => (await import('./results/results.tsx')).Results);
const Learn = later(async () => (await import('./learn/learn.tsx')).Learn);

function Inside() {
  const at = place.value;
  switch (at.kind) {
    case 'home':
      return <Home />;
    case 'gallery':
      return <Gallery at={at} />;
    case 'segment':
      return <SegmentPage at={at} key={at.id} />;
    case 'playbooks':
      return <PlaybookGallery />;
    case 'questions':
      return <QuestionGallery at={at} />;
    case 'question':
      return <QuestionPage id={at.id} key={at.id} />;
    case 'goal':
      return <GoalPage id={at.id} key={at.id} />;
    case 'experience':
      return <ExperiencePage id={at.id} key={at.id} />;
    case 'variant':
      return <VariantPage at={at} key={at.id} />;
    case 'publish':
      return (
        <>
          <AskGoals />
          <Publish />
        </>
      );
    case 'results':
      return <Results />;
    case 'learn':
      return <Learn />;
    case 'history':
      return <History />;
  }
}

export function MakeView() {
  const hear = (event: KeyboardEvent) => {
    const isField =
      event.target instanceof Element &&
      event.target.matches('input:not([type=checkbox]), textarea, select, [contenteditable=true]');
    if (isField || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    void (event.shiftKey ? redo() : undo());
  };
  // another place begins at its top, before it is seen: what is pressed stays under the pointer
  useLayoutEffect(() => scrollTo(0, 0), [place.value]);
  if (!look.value) return isLooking.value ? <p class="soft small">{t`Looking at the page …`}</p> : <span />;
  if (!isDraftRead.value) return <p class="soft small">{t`Opening your draft …`}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for what the buttons inside do as well
    <div class="make" onKeyDown={hear}>
      {trouble.value && (
        <Note tone="bad">
          <span>{trouble.value}</span>
        </Note>
      )}
      {draft.value || place.value.kind === 'results' || place.value.kind === 'learn' ? (
        <>
          <Bar />
          <Inside />
        </>
      ) : (
        <Begin />
      )}
    </div>
  );
}
