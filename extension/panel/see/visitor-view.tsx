// Visitor: what this browser is on this site, as a person would read it, straight from the page's own storage.

import { computed } from '@preact/signals';
import { BookOpen, Clock, Heart, Layers, PersonStanding, Tag } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { sayChannel } from '../../../shared/templates/say-channel.ts';
import { sayDecimal } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import type { Memory } from '../../wire/stage-shapes.ts';
import { DraftTrouble, WaysOn } from '../draft/nothing-yet.tsx';
import { Ask } from '../kit/ask.tsx';
import { Empty } from '../kit/empty.tsx';
import { Note } from '../kit/note.tsx';
import { saveFile } from '../kit/save-file.ts';
import { sayLength } from '../kit/say-test.ts';
import {
  config,
  host,
  interests,
  isInstalled,
  isLooking,
  look,
  memory,
  segments,
  side,
  view,
} from '../site/page.ts';
import { SegmentList } from '../site/segment-list.tsx';
import { Timeline } from '../site/timeline.tsx';
import { AsBuyer } from './as-buyer.tsx';
import { forgetVisitor, optIn, optOut } from './erase.ts';
import { Lists } from './lists.tsx';
import { Meter } from './meter.tsx';
import { sayTrait } from './say-trait.ts';
import { ThisVisit } from './this-visit.tsx';

const sayBytes = (bytes: number) =>
  bytes < 1e3
    ? t`${bytes} bytes`
    : bytes < 1e6
      ? t`${Math.round(bytes / 1e3)} kB`
      : t`${sayDecimal(bytes / 1e6)} MB`;

/** Without the tag nothing is remembered, and nothing of it can be saved, forgotten or refused. */
const isNobody = computed(() => !isInstalled.value && !memory.value?.events.length);

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Summary({ now }: { now: number }) {
  const known = memory.value;
  const visit = view.value?.profile.visit;
  const first = known?.events[0]?.at;
  if (!known) return null;
  const pages = known.events.filter(({ name }) => name === 'page_view').length;
  return (
    <section class="card">
      <h2 class="unseen">{t`In short`}</h2>
      <p class="lead">
        {first === undefined
          ? t`Nothing is remembered of this browser`
          : visit
            ? t`On visit ${visit.number}, page ${visit.pages}`
            : t`A known visitor`}
      </p>
      {!isInstalled.value && (
        <p class="small soft">{t`Selvedge is not installed here. Once it is, it remembers in each visitor’s own browser what they do on this site.`}</p>
      )}
      {!isNobody.value && (
        <dl class="facts">
          {first !== undefined && <Fact name={t`First seen`}>{t`${sayLength(now - first)} ago`}</Fact>}
          {visit && (
            <Fact name={t`Came by`}>
              {[visit.channel && sayChannel(visit.channel), visit.source !== visit.channel && visit.source]
                .filter(Boolean)
                .join(', ') || t`not known`}
            </Fact>
          )}
          <Fact name={t`Pages viewed`}>{pages}</Fact>
          <Fact name={t`Remembered`}>
            {known.older === undefined
              ? t`${known.events.length} events`
              : t`${known.events.length} events (and ${known.older} older ones that are not read)`}
          </Fact>
          {known.bytes !== undefined && <Fact name={t`Storage`}>{sayBytes(known.bytes)}</Fact>}
        </dl>
      )}
    </section>
  );
}

function Segments() {
  return (
    <section class="card">
      <h2>
        <Layers size={15} aria-hidden="true" /> {t`Segments`}
        <span class="count">{t`in ${segments.value.filter(({ value }) => value === true).length} of ${segments.value.length}`}</span>
      </h2>
      {config.value && segments.value.length === 0 ? (
        <p class="small soft">{t`There are no segments yet: what is changed is for everyone.`}</p>
      ) : config.value ? (
        <SegmentList segments={segments.value} />
      ) : (
        <>
          <DraftTrouble />
          {side.value !== 'draft' && (
            <>
              <p class="small soft">{t`Segments are groups of visitors. None is known here yet: the first change brings them.`}</p>
              <WaysOn />
            </>
          )}
        </>
      )}
    </section>
  );
}

function Traits() {
  const traits = Object.entries(memory.value?.traits ?? {});
  return (
    <section class="card">
      <h2>
        <Tag size={15} aria-hidden="true" /> {t`Stated facts`}
      </h2>
      {traits.length === 0 ? (
        <p class="small soft">{t`Neither the visitor nor the site has stated anything.`}</p>
      ) : (
        <dl class="facts">
          {traits.map(([key, value]) => {
            const [what, says] = sayTrait(key, value, config.value?.config);
            return (
              <Fact key={key} name={what}>
                {says}
              </Fact>
            );
          })}
        </dl>
      )}
    </section>
  );
}

function save(): void {
  const known = memory.value;
  if (!known) return;
  const { events, traits, seed } = known;
  const text = JSON.stringify(
    { version: 1, exportedAt: Date.now(), site: host.value, seed, traits, events },
    null,
    2,
  );
  saveFile(
    `selvedge-profile-${host.value.replace(/\W+/g, '-')}.json`,
    new Blob([text], { type: 'application/json' }),
  );
}

function Remembered({ known, now }: { known: Memory; now: number }) {
  return (
    <>
      <section class="card">
        <h2>
          <Heart size={15} aria-hidden="true" /> {t`Interests`}
        </h2>
        {interests.value.length === 0 ? (
          <p class="small soft">{t`None yet. They grow from the topics of pages and products, and fade with time.`}</p>
        ) : (
          <ul class="shots">
            {interests.value.slice(0, 8).map(({ topic, share }) => (
              <Meter key={topic} label={topic} share={share} />
            ))}
          </ul>
        )}
      </section>
      <Traits />
      <section class="card">
        <h2>
          <Clock size={15} aria-hidden="true" /> {t`What happened`}
          <span class="count">{t`newest first`}</span>
        </h2>
        {known.events.length === 0 ? (
          <p class="small soft">{t`Nothing is remembered yet. Walk around the site and look again.`}</p>
        ) : (
          <Timeline events={known.events} now={now} />
        )}
      </section>
      <section class="card">
        <h2>
          <BookOpen size={15} aria-hidden="true" /> {t`This data`}
        </h2>
        <p class="small soft">{t`It lies in this browser and nowhere else.`}</p>
        <div class="row">
          <button class="button" type="button" onClick={save}>{t`Save as a file`}</button>
          <Ask
            label={t`Forget`}
            question={t`All that is remembered of this browser on this site goes, for good. A new visitor begins at the next page.`}
            yes={t`Forget it all`}
            act={forgetVisitor}
          />
          <Ask
            label={t`Opt out`}
            question={t`All that is remembered goes, and nothing is remembered from now on. Only this choice is kept.`}
            yes={t`Opt out`}
            act={optOut}
          />
        </div>
      </section>
    </>
  );
}

export function VisitorView() {
  const seen = look.value;
  const known = memory.value;
  if (!seen || !known)
    return isLooking.value ? <p class="soft small">{t`Reading what is remembered …`}</p> : <span />;
  const now = Date.now();
  if (seen.consent === 'denied')
    return (
      <Empty icon={PersonStanding} title={t`This browser has opted out here`}>
        <p class="soft small">{t`Nothing is remembered and nothing is personalized. That is all that is kept.`}</p>
        <button class="button" type="button" onClick={() => void optIn()}>{t`Opt in again`}</button>
      </Empty>
    );
  return (
    <>
      {view.value?.doubt === 'waiting' && (
        <Note>
          <span>{t`The visitor has not been asked, or has not agreed yet: nothing is stored before that.`}</span>
        </Note>
      )}
      <Summary now={now} />
      <Segments />
      {!isNobody.value && <ThisVisit />}
      {!isNobody.value && <AsBuyer />}
      {!isNobody.value && <Lists />}
      {!isNobody.value && <Remembered known={known} now={now} />}
    </>
  );
}
