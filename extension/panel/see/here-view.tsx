// Here: what is on this page. Is the tag there, which config, what concerns this page, what this browser gets and why.

import { ChevronRight, Layers, MousePointerClick } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { goToPlace } from '../draft/desk.ts';
import { DraftTrouble } from '../draft/nothing-yet.tsx';
import type { Place } from '../draft/places.ts';
import { StartChange } from '../draft/start-change.tsx';
import { Chip } from '../kit/chip.tsx';
import { FileButton } from '../kit/file-button.tsx';
import { later } from '../kit/later.tsx';
import { Note } from '../kit/note.tsx';
import { ProblemList } from '../kit/problem-list.tsx';
import { useGrowing } from '../kit/use-growing.ts';
import type { ExperienceAnswer } from '../site/insight.ts';
import { OfferTour } from '../site/offer-tour.tsx';
import { closeConfigFile, openConfigFile } from '../site/open-config-file.ts';
import {
  config,
  experiences,
  isInstalled,
  isLooking,
  isTagSeen,
  look,
  openConfig,
  pageConfig,
  segments,
  side,
  tagVersion,
} from '../site/page.ts';
import { allowSite } from '../site/site-access.ts';
import { findWhy, sayOutcome } from './say-outcome.ts';
import { TagState } from './tag-state.tsx';

const Reasons = later(async () => (await import('../site/reasons.tsx')).Reasons);

function ConfigFacts() {
  const found = config.value;
  const onPage = pageConfig.value;
  return (
    <>
      {tagVersion.value !== undefined || found ? (
        <dl class="facts">
          {tagVersion.value !== undefined && (
            <>
              <dt>{t`Version`}</dt>
              <dd>{isTagSeen.value ? tagVersion.value : t`${tagVersion.value}, says the page`}</dd>
            </>
          )}
          {found && (
            <>
              <dt>{t`Made for`}</dt>
              <dd>{t`${found.config.site}, revision ${found.config.revision}`}</dd>
              {found.from !== 'draft' && (
                <>
                  <dt>{t`Read from`}</dt>
                  <dd>{found.from === 'file' ? t`your file ${found.name}` : found.name}</dd>
                </>
              )}
            </>
          )}
        </dl>
      ) : null}
      {found?.newer !== undefined && (
        <Note tone="warn">
          <span>{t`This config was ${found.newer}. You see as much of it as this release understands; update the extension to edit or publish it.`}</span>
        </Note>
      )}
      {onPage.kind === 'unread' && (
        <Note tone="warn">
          <span>{t`The config of this page could not be read: ${onPage.why}. Open the config file below to go on.`}</span>
        </Note>
      )}
      {onPage.kind === 'locked' && (
        <Note>
          <span>{t`Firefox lets Selvedge read this site’s config only where you allow it. It asks for this site only, and you can take it back under “Preview”.`}</span>
          <button
            class="button main"
            type="button"
            onClick={() => void allowSite()}
          >{t`Allow Selvedge on this site`}</button>
        </Note>
      )}
      {onPage.kind === 'bad' && <ProblemList name={onPage.name} problems={onPage.problems} />}
      {openConfig.value.kind === 'unread' && (
        <Note tone="warn">
          <span>{t`The file you opened could not be read: ${openConfig.value.why}.`}</span>
        </Note>
      )}
      {openConfig.value.kind === 'bad' && (
        <ProblemList name={openConfig.value.name} problems={openConfig.value.problems} />
      )}
    </>
  );
}

/** Where the author edits what this browser gets, or the first of its variants. */
function findPlace({ experience: { id, variants }, assignment }: ExperienceAnswer): Place | undefined {
  const variant = assignment?.variant ?? variants[0]?.id;
  return variant === undefined ? undefined : { kind: 'variant', experience: id, id: variant };
}

function Gets({ answer }: { answer: ExperienceAnswer }) {
  const { experience, name, assignment } = answer;
  const { tone, text } = sayOutcome(experience, assignment);
  const at = side.value === 'draft' ? findPlace(answer) : undefined;
  const why = findWhy(experience, assignment, segments.value);
  return (
    <details data-experience={experience.id}>
      <summary>
        <ChevronRight class="turn" size={14} aria-hidden="true" />
        <span class="grow">{name}</span>
        <Chip tone={tone}>{text}</Chip>
      </summary>
      <div class="why">
        <p>{why.text}</p>
      </div>
      {why.findings.length > 0 && <Reasons of={why.findings} />}
      {at && (
        <div class="why">
          <button class="button" type="button" onClick={() => goToPlace(at)}>
            <MousePointerClick size={14} aria-hidden="true" /> {t`Edit on the page`}
          </button>
        </div>
      )}
    </details>
  );
}

const Answers = ({ answers }: { answers: ExperienceAnswer[] }) => (
  <ul class="list">
    {useGrowing(answers).map((answer) => (
      <li key={answer.experience.id}>
        <Gets answer={answer} />
      </li>
    ))}
  </ul>
);

function Given() {
  const answers = experiences.value;
  return (
    <section class="card">
      <h2>
        <Layers size={15} aria-hidden="true" />{' '}
        {side.value === 'draft' ? t`What this browser would get here` : t`What this browser gets here`}
        <span class="count">{answers.length}</span>
      </h2>
      {answers.length === 0 ? (
        <p class="small soft">{t`No experience concerns this page: everybody sees the original.`}</p>
      ) : (
        <Answers answers={answers} />
      )}
      {!isInstalled.value && (
        <p class="tiny soft">{t`Selvedge is not installed here, so nothing is remembered of this browser: it counts as new.`}</p>
      )}
      <StartChange isMain={answers.length === 0} />
    </section>
  );
}

function TryConfig() {
  return (
    <section class="card">
      <h2>{t`Try a config that is not published`}</h2>
      <p class="small soft">{t`It is only shown to you, in this browser. Visitors get what is live.`}</p>
      <div class="row">
        <FileButton label={t`Open a config file`} accept=".json,application/json" open={openConfigFile} />
        {openConfig.value.kind !== 'none' && (
          <button
            class="button"
            type="button"
            onClick={() => void closeConfigFile()}
          >{t`Back to the page’s own`}</button>
        )}
      </div>
    </section>
  );
}

export function HereView() {
  const seen = look.value;
  if (!seen) return isLooking.value ? <p class="soft small">{t`Looking at the page …`}</p> : <span />;
  return (
    <>
      <section class="card">
        <h2 class="unseen">{t`This page`}</h2>
        <TagState />
        <ConfigFacts />
      </section>
      <DraftTrouble />
      {config.value && <Given />}
      {!config.value && side.value !== 'draft' && pageConfig.value.kind !== 'locked' && (
        <section class="card">
          <h2>
            <Layers size={15} aria-hidden="true" /> {t`Nobody gets anything of their own here yet`}
          </h2>
          <p class="small soft">{t`Pick a text or a picture on this page and say what it becomes, then for whom. It stays yours alone until you publish it.`}</p>
          <StartChange />
          <OfferTour />
        </section>
      )}
      <TryConfig />
    </>
  );
}
