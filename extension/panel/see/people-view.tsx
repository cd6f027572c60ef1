// People: made-up visitors. Which segments they are in and why, what they get here, and pages walked as them.

import { useSignal } from '@preact/signals';
import { ChevronRight, Drama, Footprints, Pencil, Plus, Trash2 } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import { readPath } from '../../../shared/engine/address.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { NothingYet } from '../draft/nothing-yet.tsx';
import { Chip } from '../kit/chip.tsx';
import { sayMoment } from '../kit/say-moment.ts';
import { tJsx } from '../kit/t-jsx.ts';
import { useGrowing } from '../kit/use-growing.ts';
import { answerExperiences, answerSegments } from '../site/insight.ts';
import { config, isLooking, look } from '../site/page.ts';
import { SegmentList } from '../site/segment-list.tsx';
import { Timeline } from '../site/timeline.tsx';
import { findSomebody, viewOf, type Walker } from './find-somebody.ts';
import { drop, keep, mine, toAs, walking } from './people.ts';
import { createPerson, type Person } from './person.ts';
import { PersonForm } from './person-form.tsx';
import { showAs } from './preview.ts';
import { sayOutcome } from './say-outcome.ts';

const HOUR_MS = 36e5;
const STEPS: [label: string, ms: number][] = [
  [t`1 hour`, HOUR_MS],
  [t`1 day`, 24 * HOUR_MS],
  [t`1 week`, 168 * HOUR_MS],
  [t`1 month`, 720 * HOUR_MS],
];

function Details({ walker }: { walker: Walker }) {
  const found = config.value;
  const url = look.value?.url;
  if (!found || url === undefined) return null;
  const as = walking.value?.id === walker.id ? walking.value : undefined;
  const life = as ? { events: as.events, facts: as.facts, aheadMs: as.aheadMs } : walker.life;
  const now = Date.now();
  const view = viewOf(found.config, life, walker.traits, readPath(new URL(url)), now);
  const segments = answerSegments(view);
  const gets = answerExperiences(view, url, '');
  const isIn = segments.filter(({ value }) => value === true);
  const forward = (ms: number) => as && void showAs({ ...as, aheadMs: as.aheadMs + ms });
  return (
    <div class="shots person">
      <div class="row">
        <button class="button main" type="button" onClick={() => void showAs(toAs(walker))}>
          <Footprints size={14} aria-hidden="true" /> {as ? t`Begin again` : t`Walk as them`}
        </button>
      </div>
      <p class="small">{tJsx`For them it is ${<strong>{sayMoment(now + life.aheadMs, { weekday: 'short' })}</strong>}.`}</p>
      {as && (
        // biome-ignore lint/a11y/useSemanticElements: a toolbar has no element of its own
        <div class="row" role="group" aria-label={t`Move time forward`}>
          <span class="small soft">{t`Move on`}</span>
          {STEPS.map(([label, ms]) => (
            <button key={label} class="button" type="button" onClick={() => forward(ms)}>
              {label}
            </button>
          ))}
        </div>
      )}
      <section>
        <h3 class="heading">{t`In ${isIn.length} of ${segments.length} segments`}</h3>
        <SegmentList segments={segments} />
      </section>
      <section>
        <h3 class="heading">{t`What they get on this page`}</h3>
        {gets.length === 0 ? (
          <p class="small soft">{t`No experience concerns this page.`}</p>
        ) : (
          <ul class="list">
            {gets.map(({ experience, name, assignment }) => (
              <li key={experience.id} class="row small">
                <span class="grow">{name}</span>
                <Chip {...sayOutcome(experience, assignment)}>{sayOutcome(experience, assignment).text}</Chip>
              </li>
            ))}
          </ul>
        )}
      </section>
      <details>
        <summary>
          <ChevronRight class="turn" size={14} aria-hidden="true" />
          <span class="grow">{t`What they did (${life.events.length} events)`}</span>
        </summary>
        <Timeline events={life.events} now={now + life.aheadMs} />
      </details>
    </div>
  );
}

function Item({ walker, edit }: { walker: Walker; edit(person: Person): void }) {
  const isWalking = walking.value?.id === walker.id;
  const { person } = walker;
  const isOpen = useSignal(isWalking);
  return (
    <li>
      <details
        open={isOpen.value}
        onToggle={({ currentTarget }) => {
          isOpen.value = currentTarget.open;
        }}
        data-person={walker.id}
      >
        <summary>
          <ChevronRight class="turn" size={14} aria-hidden="true" />
          <span class="grow">{walker.name}</span>
          {isWalking && <Chip tone="accent">{t`walking`}</Chip>}
        </summary>
        {isOpen.value && <Details walker={walker} />}
        {isOpen.value && person && (
          <div class="row">
            <button class="button plain" type="button" onClick={() => edit(person)}>
              <Pencil size={14} aria-hidden="true" /> {t`Change`}
            </button>
            <button class="button plain" type="button" onClick={() => void drop(person.id)}>
              <Trash2 size={14} aria-hidden="true" /> {t`Delete`}
            </button>
          </div>
        )}
      </details>
    </li>
  );
}

/** One for each segment of a config, where anybody can be in it; made up as they are drawn. */
function Ready({ of, edit }: { of: Config; edit(person: Person): void }) {
  const known = useMemo(() => new Map<string, Walker | undefined>(), [of]);
  const walkers = useGrowing(of.segments).flatMap(({ id }) => {
    if (!known.has(id)) known.set(id, findSomebody(of, id, Date.now()));
    return known.get(id) ?? [];
  });
  return (
    <section class="card">
      <h2>
        <Drama size={15} aria-hidden="true" /> {t`Ready to walk`}
        <span class="count">{walkers.length}</span>
      </h2>
      <p class="small soft">{t`One made-up visitor for each segment that somebody can be in.`}</p>
      {of.segments.length === 0 ? (
        <p class="small soft">{t`There are no segments yet.`}</p>
      ) : (
        <ul class="list">
          {walkers.map((walker) => (
            <Item key={walker.id} walker={walker} edit={edit} />
          ))}
        </ul>
      )}
    </section>
  );
}

export function PeopleView() {
  const editing = useSignal<Person | undefined>(undefined);
  if (!look.value) return isLooking.value ? <p class="soft small">{t`Looking at the page …`}</p> : <span />;
  if (!config.value)
    return (
      <NothingYet
        icon={Drama}
        title={t`Nobody can be made up yet`}
      >{t`Made-up visitors show who gets what. Nobody gets anything here yet.`}</NothingYet>
    );
  const edit = (person: Person) => {
    editing.value = person;
  };
  return (
    <>
      {editing.value ? (
        <PersonForm
          key={editing.value.id}
          person={editing.value}
          save={(person) => {
            void keep(person);
            editing.value = undefined;
          }}
          cancel={() => {
            editing.value = undefined;
          }}
        />
      ) : (
        <button class="button main" type="button" onClick={() => edit(createPerson(crypto.randomUUID()))}>
          <Plus size={15} aria-hidden="true" /> {t`Make up a visitor`}
        </button>
      )}
      {mine.value.length > 0 && (
        <section class="card">
          <h2>{t`Yours`}</h2>
          <ul class="list">
            {mine.value.map((walker) => (
              <Item key={walker.id} walker={walker} edit={edit} />
            ))}
          </ul>
        </section>
      )}
      <Ready of={config.value.config} edit={edit} />
    </>
  );
}
