// Who is in a segment of the draft, at once: this browser, and everybody the author made up or could walk as.

import { type Signal, useComputed, useSignal } from '@preact/signals';
import { ChevronRight } from 'lucide-preact';
import { readPath } from '../../../shared/engine/address.ts';
import { type Finding, find } from '../../../shared/engine/decide.ts';
import type { View } from '../../../shared/engine/view.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { config } from '../draft/desk.ts';
import { TruthChip } from '../kit/chip.tsx';
import { findSomebody, viewOf, type Walker } from '../see/find-somebody.ts';
import { findMine } from '../see/people.ts';
import { createView, findDoubt } from '../site/insight.ts';
import { narrowTo } from '../site/narrow-to.ts';
import { isInstalled, look, memory } from '../site/page.ts';
import { Reasons } from '../site/reasons.tsx';

const MOST = 12;

/** undefined where the rule is half written. */
function narrow(id: string, of: Config): Config | undefined {
  try {
    return narrowTo(of, id);
  } catch {
    return undefined;
  }
}

/** undefined where the rule is half written: the problems of the segment say what is missing. */
function answer(id: string, of: Config, view: () => View): Finding | undefined {
  const rule = of.segments.find((one) => one.id === id);
  try {
    return rule && find(rule.when, view());
  } catch {
    return undefined;
  }
}

export function OwnAnswer({ id }: { id: string }) {
  const found = useComputed(() => {
    const all = config.value;
    const seen = look.value;
    const now = all && narrow(id, all);
    if (!now || !seen) return undefined;
    const known = memory.value ?? { events: [], traits: {}, prunedAt: null };
    return answer(id, now, () =>
      createView(now, known, seen.facts, Date.now(), findDoubt(seen, now, isInstalled.value)),
    );
  }).value;
  if (!found) return null;
  return (
    <section class="card" aria-live="polite">
      <h2>
        {t`This browser`} <span class="count" />
        <TruthChip value={found.value} />
      </h2>
      <Reasons of={[found]} />
    </section>
  );
}

interface Answered {
  walker: Walker;
  finding: Finding;
}

/** As many as are shown: to make up one takes a while, and there may be hundreds of segments. */
function findWalkers(id: string, all: Config, at: number): Walker[] {
  const found = findMine(all).slice(0, MOST);
  // who was made up for this very segment comes first: without them nobody would be in it
  const others = all.segments.filter((one) => one.id !== id);
  for (const segment of [id, ...others.map((one) => one.id)]) {
    if (found.length >= MOST) break;
    const somebody = findSomebody(all, segment, at);
    if (somebody) found.push(somebody);
  }
  return found;
}

function answerAll(id: string, all: Config, path: string): Answered[] | undefined {
  const at = Date.now();
  const now = narrow(id, all);
  if (!now) return undefined;
  try {
    return findWalkers(id, all, at).flatMap((walker) => {
      const where = String(walker.life.facts.path ?? path);
      const finding = answer(id, now, () => viewOf(now, walker.life, walker.traits, where, at));
      return finding ? [{ walker, finding }] : [];
    });
  } catch {
    return undefined;
  }
}

function PersonAnswer({
  walker: { id, name },
  finding,
  open,
}: {
  walker: { id: string; name: string };
  finding: Finding;
  /** whose answer is open */
  open: Signal<string>;
}) {
  return (
    <li data-person={id}>
      <details
        name="made-up"
        open={open.value === id}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open) open.value = id;
        }}
      >
        <summary>
          <ChevronRight size={14} class="turn" aria-hidden="true" />
          <span class="grow">{name}</span>
          <TruthChip value={finding.value} />
        </summary>
        {open.value === id && <Reasons of={[finding]} />}
      </details>
    </li>
  );
}

export function PeopleAnswers({ id }: { id: string }) {
  const open = useSignal('');
  const all = useComputed(() =>
    config.value && look.value ? answerAll(id, config.value, readPath(new URL(look.value.url))) : undefined,
  ).value;
  if (!all) return null;
  const count = all.filter(({ finding }) => finding.value === true).length;
  return (
    <section class="card" aria-label={t`Made-up visitors`}>
      <h2>
        {t`Made-up visitors`}{' '}
        <span class="count" aria-live="polite">
          {all.length > 0 && t`${count} of ${all.length} in it`}
        </span>
      </h2>
      {!all.some(({ walker, finding }) => walker.id === `ready:${id}` && finding.value === true) && (
        <p class="small make-warn">{t`Nobody could be made up who is in it. Look whether its conditions can hold together.`}</p>
      )}
      <ul class="list">
        {all.map(({ walker, finding }) => (
          <PersonAnswer key={walker.id} walker={walker} finding={finding} open={open} />
        ))}
      </ul>
      <p class="tiny soft">{t`Make up more visitors under People.`}</p>
    </section>
  );
}
