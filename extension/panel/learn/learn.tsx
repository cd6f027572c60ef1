// Learn: what all buyers of the owner's export show. Files are chosen, their columns shown, and what was learned is taken
// over into the draft, part by part.

import { CircleCheck, GraduationCap, LoaderCircle } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import type { LearnedConfig } from '../../../shared/learn/learn.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { goToPlace } from '../draft/desk.ts';
import { Empty } from '../kit/empty.tsx';
import { Note } from '../kit/note.tsx';
import { SelectField } from '../kit/select-field.tsx';
import { findAbsent, withoutParts } from './absent.ts';
import type { Busy } from './asking.ts';
import { CARDS } from './cards.ts';
import { FoundCatalog } from './catalog-columns.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { FoundExport } from './columns.tsx';
import { base, isTaken, learning, startLearning, takeOver } from './here.ts';
import type { Known } from './learning.ts';
import { ReadCard } from './read-card.tsx';
import { sayFault } from './say-fault.ts';
import { sayDay } from './say-learned.ts';
import { useLost } from './use-lost.ts';

const { chosen, busy, trouble, known, goal, cancel, choose, learn, forget } = learning;

function sayWorking({ doing, done, of }: Extract<Busy, { kind: 'working' }>): string {
  const far = t`${sayNumber(done)} of ${sayNumber(of)} visitors`;
  switch (doing) {
    case 'counting':
      return t`Counting visits: ${far}`;
    case 'choosing':
      return t`Trying what tells of the goal: ${far}`;
    case 'fitting':
      return t`Weighing what tells of the goal: ${far}`;
    default:
      return t`All is read. Working it out and testing it …`;
  }
}

function sayBusy(now: Busy): string {
  switch (now.kind) {
    case 'looking':
      return t`Looking at the columns …`;
    case 'working':
      return sayWorking(now);
    case 'reading':
      return now.events > 0
        ? t`Reading: ${Math.floor(100 * now.share)} %, ${sayNumber(now.events)} events so far`
        : t`Reading: ${Math.floor(100 * now.share)} %, ${sayNumber(now.orders)} orders so far`;
  }
}

function AtWork({ now }: { now: Busy }) {
  return (
    <section class="card" aria-label={t`At work`}>
      <p class="small row" role="status">
        <LoaderCircle size={15} aria-hidden="true" /> {sayBusy(now)}
      </p>
      <progress
        aria-label={t`How far it is`}
        {...(now.kind === 'reading' && { value: now.share })}
        {...(now.kind === 'working' && now.of !== undefined && { value: (now.done ?? 0) / now.of })}
        max={1}
      />
      <button class="button" type="button" onClick={cancel}>{t`Cancel`}</button>
    </section>
  );
}

function Trouble() {
  const now = trouble.value;
  if (!now) return null;
  const { file, fault } = now;
  return (
    <Note tone="bad">
      <span>{file === undefined ? sayFault(fault) : t`${file} was not read. ${sayFault(fault)}`}</span>
    </Note>
  );
}

const Nothing = () => (
  <Empty icon={GraduationCap} title={t`Learn from your own orders`}>
    <p class="soft small">{t`Choose an export of your shop’s orders, or of its visits. A few numbers about all buyers are worked out, each is tested on later days, and what does not hold is refused. What you take over is in your draft; each browser then asks it about its own visitor.`}</p>
    <p class="soft small">{t`It says what buyers did, not what somebody will do, and nothing of why. It needs some hundred buyers.`}</p>
    <div class="stack">
      <ChooseFiles isMain />
    </div>
    <p class="tiny soft">{t`Or drop them here: tables of orders or of visits (CSV, also packed by gzip), Shopify’s and WooCommerce’s exports, events as JSON lines, access logs, a catalog of your items (CSV, or a feed for Google Merchant), or a learned.json of the terminal. They are read in this browser, go nowhere, and are not kept.`}</p>
  </Empty>
);

/** Which goal is looked for; where there is but one, that. */
function GoalField() {
  const goals = base.value?.goals ?? [];
  const [first] = goals;
  const hasVisits = chosen.value.some(({ found }) => found.kind === 'events' || found.kind === 'ga4');
  if (!first || goals.length < 2 || !hasVisits) return null;
  return (
    <SelectField
      label={t`Which goal to look for in visits`}
      value={goal.value ?? first.id}
      options={goals.map(({ id, name }) => [id, name || id])}
      set={(id) => {
        goal.value = id;
      }}
    />
  );
}

function Files() {
  const files = chosen.value;
  const isFit = files.every(({ found }) => !('fault' in found) || !found.fault);
  const isAlone = files.every(({ found }) => found.kind === 'catalog');
  return (
    <>
      {files.map(({ found, ...given }, at) => {
        const key = `${at} ${given.file.name}`;
        return found.kind === 'catalog' ? (
          <FoundCatalog key={key} name={given.file.name} found={found} at={at} />
        ) : (
          <FoundExport key={key} given={given} found={found} at={at} />
        );
      })}
      {isAlone && (
        <Note>
          <span>{t`Of a catalog alone nothing is learned. Choose orders or visits, too: it joins them.`}</span>
        </Note>
      )}
      <GoalField />
      <div class="row">
        <button
          class="button main grow"
          type="button"
          disabled={!isFit || isAlone || busy.value !== undefined}
          onClick={() => void learn()}
        >{t`Learn from it`}</button>
        <ChooseFiles label={isAlone ? t`Choose orders or visits` : t`Choose others`} isMain={isAlone} />
      </div>
    </>
  );
}

/** What one does with it, as nothing happens on a page by itself. */
const Taken = () => (
  <>
    <p class="small row learn-taken">
      <CircleCheck size={15} aria-hidden="true" /> {t`All of it is in your draft.`}
    </p>
    <p class="small soft">{t`Nothing changes on a page by itself. Make a segment of those it tells apart, or let a list of a page show items that suit.`}</p>
  </>
);

function All({ config, from, files }: Known) {
  const { learned } = config ?? {};
  // a list shows nothing without names: who wants that takes over that part by itself
  const isWithoutItems = useLost({ config, files }).some(({ fact }) => fact === 'named');
  const fields = (Object.keys(config ?? {}) as (keyof LearnedConfig)[]).filter(
    (field) => field !== 'items' || !isWithoutItems,
  );
  const hasParts = fields.some((field) => field !== 'learned');
  const isAllTaken = config !== undefined && hasParts && isTaken(config, fields);
  return (
    <section class="card" aria-label={t`All of it`}>
      {learned ? (
        <p class="small">
          {learned.buyers === undefined
            ? t`Learned from visits of ${sayDay(learned.from)} to ${sayDay(learned.until)}.`
            : t`Learned from orders of ${sayDay(learned.from)} to ${sayDay(learned.until)}.`}
        </p>
      ) : (
        <p class="small">{t`Nothing was learned. Below stands what is missing.`}</p>
      )}
      {from !== undefined && (
        <p class="tiny soft">{t`By ${from}, which the terminal wrote: how sure it is stands there.`}</p>
      )}
      {isAllTaken && <Taken />}
      {isWithoutItems && (
        <Note tone="warn">
          <span>{t`“What goes together” is left out of it: your draft’s file of items knows their names, and this one does not. Add a catalog and learn again, or take that part over by itself below.`}</span>
        </Note>
      )}
      <div class="row">
        {isAllTaken ? (
          <button
            class="button main grow"
            type="button"
            onClick={() => goToPlace({ kind: 'gallery' })}
          >{t`New segment`}</button>
        ) : (
          config &&
          hasParts && (
            <button
              class="button main grow"
              type="button"
              onClick={() => void takeOver(t`All that was learned`, config, fields)}
            >{t`Take all of it over`}</button>
          )
        )}
        <button class="button" type="button" onClick={forget}>{t`Begin anew`}</button>
      </div>
    </section>
  );
}

function Learned({ knowledge, ...now }: Known) {
  const absent = knowledge ? findAbsent(knowledge) : [];
  const shown: Known = { ...now, ...(knowledge && { knowledge: withoutParts(knowledge, absent) }) };
  return (
    <>
      <All {...now} />
      {knowledge && <ReadCard read={knowledge.read} absent={absent} retention={now.retention} />}
      {CARDS.map((Card) => (
        <Card key={Card.name} {...shown} />
      ))}
    </>
  );
}

function Inside() {
  const now = known.value;
  if (busy.value && busy.value.kind !== 'looking') return <AtWork now={busy.value} />;
  if (now) return <Learned {...now} />;
  if (chosen.value.length > 0) return <Files />;
  return busy.value ? <AtWork now={busy.value} /> : <Nothing />;
}

export function Learn() {
  useEffect(() => {
    const life = new AbortController();
    startLearning(life.signal);
    return () => life.abort();
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files are chosen by a button as well
    <div
      class="results learn"
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        void choose(files);
      }}
    >
      <Trouble />
      <Inside />
    </div>
  );
}
