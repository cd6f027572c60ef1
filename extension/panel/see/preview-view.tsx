// Preview as: choose a segment, and the page becomes what its visitors get.

import { ChevronRight, EyeOff, ListChecks, MapPin } from 'lucide-preact';
import { matchesPages } from '../../../shared/engine/pattern.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { isForEveryone } from '../../wire/casts.ts';
import type { Status } from '../../wire/stage-shapes.ts';
import { stepAs } from '../../wire/step-as.ts';
import { NothingYet } from '../draft/nothing-yet.tsx';
import { Chip } from '../kit/chip.tsx';
import { nameOfExperience } from '../kit/name-of-variant.ts';
import { Note } from '../kit/note.tsx';
import { tJsx } from '../kit/t-jsx.ts';
import { Tick } from '../kit/tick.tsx';
import { toName } from '../kit/to-name.ts';
import { useGrowing } from '../kit/use-growing.ts';
import { config, isLooking, isTour, look, nameOfSegment, segments, side, status } from '../site/page.ts';
import { allowSite, disallowSite, isSiteAllowed } from '../site/site-access.ts';
import { endPreview, peek, preview, showAs, trouble } from './preview.ts';
import { PreviewItem } from './preview-item.tsx';

function Option({
  value,
  name,
  about,
  isMine,
  isChanged = false,
  isChosen,
  choose: pick,
}: {
  value: string;
  name: string;
  about: string | undefined;
  isMine: boolean;
  /** this page has something for them */
  isChanged?: boolean;
  isChosen: boolean;
  choose(): void;
}) {
  return (
    <label class="option">
      <input type="radio" name="as" value={value} checked={isChosen} onChange={pick} />
      <span class="name">{name}</span>
      <span class="marks">
        {isChanged && <Chip tone="accent">{t`changed here`}</Chip>}
        {isMine && <Chip tone="good">{t`this browser`}</Chip>}
      </span>
      {about && <span class="soft">{about}</span>}
    </label>
  );
}

function Staying() {
  if (isTour.value) return null;
  if (isSiteAllowed.value)
    return (
      <p class="tiny soft row">
        <MapPin size={13} aria-hidden="true" />
        <span class="grow">{t`The preview goes with you through the site.`}</span>
        <button class="button plain" type="button" onClick={() => void disallowSite()}>{t`Stop that`}</button>
      </p>
    );
  return (
    <Note>
      <span>{t`To preview the pages that you go to next, Selvedge needs your leave to start with them. It asks for this site only, and you can take it back here.`}</span>
      <button
        class="button"
        type="button"
        onClick={() => void allowSite()}
      >{t`Walk around in the preview`}</button>
    </Note>
  );
}

/** More segments that the same visitors are in. */
function AlsoIn({ chosen, config }: { chosen: string[]; config: Config }) {
  const others = config.segments.filter(({ id }) => id !== chosen[0]);
  if (!others.length) return null;
  return (
    <details class="card">
      <summary>
        <ChevronRight class="turn" size={14} aria-hidden="true" />
        <span class="grow">
          {chosen.length > 1
            ? t`And also in (${chosen.slice(1).map(nameOfSegment).join(', ')})`
            : t`And also in`}
        </span>
      </summary>
      <div class="options">
        {others.map(({ id }) => (
          <label key={id} class="row small">
            <Tick
              isOn={chosen.includes(id)}
              keep={(isOn) =>
                showAs({
                  kind: 'segments',
                  ids: isOn ? [...chosen, id] : chosen.filter((one) => one !== id),
                })
              }
            />
            {nameOfSegment(id)}
          </label>
        ))}
      </div>
    </details>
  );
}

function WhatTheyGet({ now, isOriginal }: { now: Status; isOriginal: boolean }) {
  return (
    <section class="card">
      <h2>
        <ListChecks size={15} aria-hidden="true" /> {t`What they get on this page`}
      </h2>
      {now.shown.length === 0 ? (
        <p class="small soft">
          {isOriginal ? t`The page as it is served.` : t`Nothing of their own: they see the original.`}
        </p>
      ) : (
        <ul class="list">
          {now.shown.map((item) => (
            <PreviewItem key={item.experience} item={item} />
          ))}
        </ul>
      )}
      {now.problems.length > 0 && (
        <Note tone="warn">
          <span>
            {now.problems.length === 1
              ? t`One change did not work here:`
              : t`${now.problems.length} changes did not work here:`}
          </span>
          <ul class="list">
            {now.problems.slice(0, 5).map(({ experience, message, code }) => (
              <li key={experience + code + message}>
                {nameOfExperience(config.value?.config, experience)}: {message}.
              </li>
            ))}
          </ul>
        </Note>
      )}
      <Staying />
    </section>
  );
}

/** Those for whom something of this page is another than for most. */
function findChanged({ experiences }: Config, url: string): Set<string> {
  const shown = experiences.filter(
    ({ status, pages }) =>
      (status === 'live' || (status === 'draft' && side.value !== 'live')) && matchesPages(pages, url),
  );
  return new Set(shown.flatMap(({ variants }) => variants.map(({ segment }) => segment)));
}

interface Segments {
  of: Config;
  mine: Set<string>;
  changed: Set<string>;
  chosen: string | undefined;
}

const EachSegment = ({ of, mine, changed, chosen }: Segments) => (
  <>
    {useGrowing(of.segments).map(({ id, name, description }) => (
      <Option
        key={id}
        value={id}
        name={name || toName(id)}
        about={description}
        isMine={mine.has(id)}
        isChanged={changed.has(id)}
        isChosen={chosen === id}
        choose={() => void showAs({ kind: 'segments', ids: [id] })}
      />
    ))}
  </>
);

export function PreviewView() {
  const found = config.value;
  const now = status.value;
  if (!look.value) return isLooking.value ? <p class="soft small">{t`Looking at the page …`}</p> : <span />;
  if (!found)
    return (
      <NothingYet
        icon={EyeOff}
        title={t`There is nothing to preview yet`}
      >{t`A preview shows this page as others get it. Nobody gets anything here yet.`}</NothingYet>
    );
  const as = preview.value?.as;
  const chosen = as?.kind === 'segments' ? as.ids : [];
  const mine = new Set(segments.value.filter(({ value }) => value === true).map(({ id }) => id));
  const hear = (event: KeyboardEvent) => {
    const state = preview.value;
    if (!state || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.type === 'keyup') {
      if (event.key === 'o') void peek(false);
    } else if (event.key === 'o' && !event.repeat) void peek(true);
    else if (event.key === 'n') void showAs(stepAs(state, 1));
    else if (event.key === 'p') void showAs(stepAs(state, -1));
    else if (event.key === 'Escape') void endPreview();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for what the buttons inside do as well
    <div class="shots" onKeyDown={hear} onKeyUp={hear}>
      {trouble.value && (
        <Note tone="bad">
          <span>{trouble.value}</span>
        </Note>
      )}
      <fieldset class="options">
        <legend>{t`Show this page as it is for`}</legend>
        <Option
          value=""
          name={t`The original`}
          about={t`The page as it is served`}
          isMine={false}
          isChosen={as?.kind === 'original'}
          choose={() => void showAs({ kind: 'original' })}
        />
        {isForEveryone(found.config) && (
          <Option
            value="*"
            name={t`In no segment`}
            about={t`Visitors whom no segment fits: they get what is for everyone`}
            isMine={mine.size === 0}
            isChosen={as?.kind === 'segments' && chosen.length === 0}
            choose={() => void showAs({ kind: 'segments', ids: [] })}
          />
        )}
        <EachSegment
          of={found.config}
          mine={mine}
          changed={findChanged(found.config, look.value.url)}
          chosen={chosen[0]}
        />
      </fieldset>
      {now?.token !== undefined && chosen.length > 0 && <AlsoIn chosen={chosen} config={found.config} />}
      {now?.token !== undefined && <WhatTheyGet now={now} isOriginal={as?.kind === 'original'} />}
      <p class="tiny soft">{tJsx`Here: ${<kbd>n</kbd>} next, ${<kbd>p</kbd>} previous, hold ${<kbd>o</kbd>} for the original, ${<kbd>{t`Esc`}</kbd>} ends. In the page: the same with ${<kbd>{t`Alt`}</kbd>}.`}</p>
    </div>
  );
}
