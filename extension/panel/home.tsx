// The draft at a glance: what differs from what is live, the experiences in their order, the segments.

import {
  ChartNoAxesColumn,
  Compass,
  Contact,
  History as HistoryIcon,
  PenLine,
  Plus,
  Send,
} from 'lucide-preact';
import { toPattern } from '../../shared/engine/address.ts';
import type { Segment } from '../../shared/schema/config.ts';
import { t } from '../../shared/words/t.ts';
import { createId } from './draft/create-id.ts';
import {
  beginDraft,
  checked,
  config,
  differences,
  draft,
  editAndOpen,
  leftOver,
  origin,
  place,
  trouble,
  unpublished,
} from './draft/desk.ts';
import { giveNames } from './draft/give-names.ts';
import { OpenHanded } from './draft/hand-over.tsx';
import { LeftOver } from './draft/left-over.tsx';
import { LiveNews } from './draft/live-news.tsx';
import { newExperience } from './draft/new-experience.ts';
import { OpenLearn } from './draft/open-learn.tsx';
import { openText } from './draft/open-text.ts';
import { StartChange } from './draft/start-change.tsx';
import { QuestionList } from './edit/question/question-list.tsx';
import { ExperienceList } from './experience/experience-list.tsx';
import { GoalList } from './experience/goal-list.tsx';
import { Empty } from './kit/empty.tsx';
import { FileButton } from './kit/file-button.tsx';
import { Note } from './kit/note.tsx';
import { sayMade } from './kit/say-made.ts';
import { sayProblem } from './kit/say-problem.ts';
import { useGrowing } from './kit/use-growing.ts';
import { Conflicts } from './publish/result.tsx';
import { OfferTour } from './site/offer-tour.tsx';
import { host, look, pageConfig } from './site/page.ts';

const OpenResults = () => (
  <button
    class="button"
    type="button"
    onClick={() => {
      place.value = { kind: 'results' };
    }}
  >
    <ChartNoAxesColumn size={15} aria-hidden="true" /> {t`Results`}
  </button>
);

export function Begin() {
  const live = pageConfig.value;
  const canBegin = live.kind === 'ok' && live.newer === undefined;
  if (leftOver.value.kind === 'unreadable') return <LeftOver />;
  return (
    <Empty icon={PenLine} title={t`Make something for ${host.value}`}>
      <p class="soft small">{t`A draft is yours alone, kept in this browser. Nothing reaches visitors before you publish it.`}</p>
      <LeftOver />
      <div class="stack">
        <StartChange />
        {canBegin && (
          <button
            class="button"
            type="button"
            onClick={() => void beginDraft('live')}
          >{t`Begin with what is live here`}</button>
        )}
        <button
          class="button"
          type="button"
          onClick={() => void beginDraft('nothing')}
        >{t`Begin with an empty draft`}</button>
        <FileButton
          label={t`Open a config file`}
          accept=".json,.js"
          open={async (name, text) => {
            const at = origin.value;
            const read = await openText(text);
            // the author is on another site by now
            if (origin.value !== at) return;
            if (read.kind === 'ok') void beginDraft(giveNames(read.config));
            else
              trouble.value = t`${name} was not opened. ${read.problems.slice(0, 3).map(sayProblem).join(' ')}`;
          }}
        />
        <OpenHanded />
        <OpenResults />
        <OpenLearn />
        <OfferTour />
      </div>
      {live.kind === 'ok' && live.newer !== undefined && (
        <Note tone="warn">
          <span>{t`What is live here was ${live.newer}. Update the extension to begin with it: what this release does not know would be lost.`}</span>
        </Note>
      )}
      {live.kind === 'bad' && (
        <Note tone="warn">
          <span>
            {t`What is live here has errors, so no draft can begin with it. ${live.problems.slice(0, 2).map(sayProblem).join(' ')}`}
          </span>
        </Note>
      )}
      {live.kind === 'unread' && (
        <p class="tiny soft">{t`The config that is live here could not be read (${live.why}).`}</p>
      )}
      {live.kind === 'ok' && live.from === 'tag' && (
        <p class="tiny soft">{t`The tag here holds its config without names and drafts. If you have the selvedge.json it was made of, open that file instead.`}</p>
      )}
    </Empty>
  );
}

const Segments = ({ segments }: { segments: Segment[] }) => (
  <ul class="list">
    {useGrowing(segments).map(({ id, name, description }) => (
      <li key={id} class="make-row">
        <button
          class="make-open"
          type="button"
          onClick={() => {
            place.value = { kind: 'segment', id };
          }}
        >
          <strong>{sayMade(name) || id}</strong>
          {description && <span class="soft tiny">{sayMade(description)}</span>}
        </button>
      </li>
    ))}
  </ul>
);

export function Home() {
  const current = draft.value;
  const now = config.value;
  if (!current || !now) return null;
  const errors = checked.value?.problems.filter(({ severity }) => severity === 'error') ?? [];
  const count = unpublished.value;
  const isSame = differences.value.length === 0;
  const url = look.value?.url;
  const go = (next: typeof place.value) => () => {
    place.value = next;
  };
  const addExperience = () => {
    const path = url ? toPattern(new URL(url)) : '/';
    void editAndOpen(t`New experience`, (next) => {
      const count = next.experiences.length + 1;
      const id = createId(t`experience ${count}`, next.experiences, 'experience');
      const name = t`Experience ${count}`;
      next.experiences.push(newExperience(id, name, path));
      return { kind: 'experience', id };
    });
  };
  return (
    <>
      <section class="card">
        <p class="small">
          {isSame
            ? t`Your draft is what is live. Nothing to publish.`
            : count === 0
              ? t`Your draft changes nothing yet.`
              : count === 1
                ? t`Your draft has one change that is not published. Only you see it.`
                : t`Your draft has ${count} changes that are not published. Only you see it.`}
        </p>
        <LiveNews />
        <Conflicts />
        {errors.length > 0 && (
          <Note tone="warn">
            <span>
              {errors.length === 1
                ? t`One thing has to be put right before you can publish.`
                : t`${errors.length} things have to be put right before you can publish.`}
            </span>
          </Note>
        )}
        <div class="row">
          <button
            class={`button grow ${count > 0 ? 'main' : ''}`}
            type="button"
            onClick={go({ kind: 'publish' })}
          >
            <Send size={15} aria-hidden="true" /> {count > 0 ? t`Check and publish` : t`Save or share it`}
          </button>
          <button class="button" type="button" onClick={go({ kind: 'history' })}>
            <HistoryIcon size={15} aria-hidden="true" /> {t`History`}
          </button>
          <OpenResults />
          <OpenLearn />
        </div>
      </section>
      <section class="card">
        <h2>
          <PenLine size={15} aria-hidden="true" /> {t`Experiences`}{' '}
          {now.experiences.length > 1 && <span class="count">{t`the first that fits wins`}</span>}
        </h2>
        {now.experiences.length === 0 && (
          <p class="small soft">{t`An experience says who gets what on which pages. Make the first one.`}</p>
        )}
        <ExperienceList experiences={now.experiences} url={url} />
        <StartChange isMain={false} />
        <button class="button" type="button" onClick={go({ kind: 'playbooks' })}>
          <Compass size={15} aria-hidden="true" /> {t`Begin with an aim`}
        </button>
        <button class="button" type="button" onClick={addExperience}>
          <Plus size={15} aria-hidden="true" /> {t`New experience`}
        </button>
      </section>
      <section class="card">
        <h2>
          <Contact size={15} aria-hidden="true" /> {t`Segments`}
        </h2>
        {now.segments.length === 0 ? (
          <p class="small soft">{t`A segment says which visitors something is for. Make the first one.`}</p>
        ) : (
          <Segments segments={now.segments} />
        )}
        <button class="button" type="button" onClick={go({ kind: 'gallery' })}>
          <Plus size={15} aria-hidden="true" /> {t`New segment`}
        </button>
      </section>
      <QuestionList />
      <GoalList />
    </>
  );
}
