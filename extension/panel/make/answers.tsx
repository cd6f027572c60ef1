// Who is in a segment of the draft, at once: this browser, and everybody the author made up or could walk as.

import { useComputed, useSignal } from '@preact/signals';
import { ChevronRight } from 'lucide-preact';
import type { View } from '../../../shared/engine/decide.ts';
import { explain, type Reason } from '../../../shared/engine/explain.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { viewOf, type Walker } from '../model/find-somebody.ts';
import { createView, findDoubt } from '../model/insight.ts';
import { look, memory } from '../model/page.ts';
import { findMine, findReady } from '../model/people.ts';
import { TruthChip } from '../parts/chip.tsx';
import { config } from './desk.ts';

const MOST = 12;

function Say({ reason }: { reason: Reason }) {
  return (
    <li>
      {reason.text}
      {reason.of && reason.of.length > 0 && (
        <ul class="make-reasons">
          {reason.of.map((one, at) => (
            <Say key={at} reason={one} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** undefined where the rule is half written: the problems of the segment say what is missing. */
function answer(id: string, view: () => View): Reason | undefined {
  try {
    return explain(id, view());
  } catch {
    return undefined;
  }
}

export function OwnAnswer({ id }: { id: string }) {
  const found = useComputed(() => {
    const now = config.value;
    const seen = look.value;
    if (!now || !seen) return undefined;
    const known = memory.value ?? { events: [], traits: {}, prunedAt: null };
    return answer(id, () => createView(now, known, seen.facts, Date.now(), findDoubt(seen, now)));
  }).value;
  if (!found) return null;
  return (
    <section class="card" aria-live="polite">
      <h2>
        This browser <span class="count" />
        <TruthChip value={found.value} />
      </h2>
      <ul class="make-reasons small">
        <Say reason={found} />
      </ul>
    </section>
  );
}

interface Answered {
  walker: Walker;
  reason: Reason;
}

function answerAll(id: string, now: Config, path: string): Answered[] | undefined {
  const at = Date.now();
  try {
    // who was made up for this very segment comes first: without them nobody would be in it
    const ready = findReady(now).toSorted(
      (a, b) => Number(b.id === `ready:${id}`) - Number(a.id === `ready:${id}`),
    );
    return [...findMine(now), ...ready].slice(0, MOST).flatMap((walker) => {
      const where = String(walker.life.facts.path ?? path);
      const reason = answer(id, () => viewOf(now, walker.life, walker.traits, where, at));
      return reason ? [{ walker, reason }] : [];
    });
  } catch {
    return undefined;
  }
}

export function PeopleAnswers({ id }: { id: string }) {
  const open = useSignal('');
  const all = useComputed(() =>
    config.value && look.value ? answerAll(id, config.value, new URL(look.value.url).pathname) : undefined,
  ).value;
  if (!all) return null;
  const count = all.filter(({ reason }) => reason.value === true).length;
  return (
    <section class="card" aria-label="Made-up visitors">
      <h2>
        Made-up visitors <span class="count" aria-live="polite">{`${count} of ${all.length} in it`}</span>
      </h2>
      {!all.some(({ walker, reason }) => walker.id === `ready:${id}` && reason.value === true) && (
        <p class="small make-warn">
          Nobody could be made up who is in it. Look whether its conditions can hold together.
        </p>
      )}
      <ul class="list">
        {all.map(({ walker, reason }) => (
          <li key={walker.id} data-person={walker.id}>
            <details
              open={open.value === walker.id}
              onToggle={({ currentTarget }) => {
                if (currentTarget.open) open.value = walker.id;
              }}
            >
              <summary>
                <ChevronRight size={14} class="turn" aria-hidden="true" />
                <span class="grow">{walker.person ? walker.name : `Made for ${walker.name}`}</span>
                <TruthChip value={reason.value} />
              </summary>
              {open.value === walker.id && (
                <ul class="make-reasons small">
                  <Say reason={reason} />
                </ul>
              )}
            </details>
          </li>
        ))}
      </ul>
      <p class="tiny soft">Make up more visitors under People.</p>
    </section>
  );
}
