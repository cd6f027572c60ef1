// The tour above every view, while its shop is in front: which step is next, what to do for it, and the way out.

import { Check } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { t } from '../../../shared/words/t.ts';
import { goToPlace, openView, place, sayWho } from '../draft/desk.ts';
import { isSame } from '../draft/is-same.ts';
import type { Place, ViewName } from '../draft/places.ts';
import { Ask } from '../kit/ask.tsx';
import { tJsx } from '../kit/t-jsx.ts';
import { checked } from '../see/checks.ts';
import { lookAgain } from '../site/page.ts';
import { clearTour } from './clear-tour.ts';
import { findNext, isAnswered, STEPS, type Step } from './steps.ts';
import { done, isForUs, own, published, startTour } from './tour.ts';

const NAMES: Record<Step, string> = {
  see: t`See`,
  pick: t`Pick`,
  rewrite: t`Rewrite`,
  whom: t`For whom`,
  walk: t`Walk as them`,
  check: t`Check`,
  publish: t`Publish`,
};

const TEXTS: Record<Step, string> = {
  see: t`In the shop, open the Moorland pot, then go back to the front page. The line above the headline is another one now: “Here” says who gets it, and why.`,
  pick: t`Change something yourself: press “Change something for some visitors”, then click the headline in the shop.`,
  rewrite: t`Press “Text” at the headline, and write another one. The shop shows it as you write, to nobody but you.`,
  whom: t`Further down, under “Who gets it”, choose “Looked at a pot”. All others keep the headline as it is.`,
  walk: t`Look at it as one of them: open “Looked at a pot”, and press “Walk as them”.`,
  check: t`Press “Check”. What you made is shown for a moment, and what would go wrong with it is said.`,
  publish: t`Say what should happen more, or that there is nothing to count. Then save selvedge.json as a file: this shop takes it at once, as yours does when you put it there.`,
};

/** Where the panel has what a step needs; nothing where it lies in the shop, or where the author is already. */
function findWay(step: Step): { label: string; view: ViewName; place?: Place } | undefined {
  const made = own.value;
  const variant: Place | undefined = made && {
    kind: 'variant',
    experience: made.experience.id,
    id: made.variant.id,
  };
  switch (step) {
    case 'see':
    case 'pick':
      return { label: t`Open Here`, view: 'here' };
    case 'rewrite':
      return undefined;
    case 'whom':
      return variant && { label: t`Open the change`, view: 'make', place: variant };
    case 'walk':
      return { label: t`Open People`, view: 'people' };
    case 'check':
      return { label: t`Open Checks`, view: 'checks' };
    case 'publish':
      // saved without a word on it: nothing is to be published by now, so Publish does not ask
      if (made && published.value && !isAnswered(made.experience))
        return {
          label: t`Say what should happen more`,
          view: 'make',
          place: { kind: 'experience', id: made.experience.id },
        };
      return { label: t`Open Publish`, view: 'make', place: { kind: 'publish' } };
  }
}

function Way({ step }: { step: Step }) {
  const way = findWay(step);
  const isThere = openView.value === way?.view && (!way.place || isSame(way.place, place.value));
  if (!way || isThere) return null;
  const go = () => {
    if (way.place) goToPlace(way.place);
    else openView.value = way.view;
  };
  return (
    <button class="button" type="button" onClick={go}>
      {way.label}
    </button>
  );
}

function sayMade(): string {
  const made = own.value;
  if (!made) return t`What you made is live in this shop.`;
  const { change, variant } = made;
  const words =
    change.kind === 'text' && typeof change.value === 'string' ? `“${change.value}”` : t`What you wrote`;
  return isForUs.value
    ? t`${words} is live in this shop, for “${sayWho(variant.segment)}”. You are one of them.`
    : t`${words} is live in this shop, for “${sayWho(variant.segment)}”.`;
}

function Bars({ next }: { next: Step | undefined }) {
  return (
    <ol class="tour-bars" aria-label={t`Steps of the tour`}>
      {STEPS.map((step) => {
        const isDone = done.value.includes(step);
        return (
          <li key={step} class={isDone ? 'is-done' : ''} aria-current={step === next ? 'step' : undefined}>
            <span class="unseen">{`${NAMES[step]}${isDone ? t`, done` : ''}`}</span>
          </li>
        );
      })}
    </ol>
  );
}

async function end(): Promise<void> {
  await clearTour();
  checked.value = { kind: 'none' };
  await lookAgain();
}

export function Tour() {
  useEffect(() => {
    const over = new AbortController();
    void startTour(over.signal);
    return () => over.abort();
  }, []);
  const next = findNext(done.value);
  return (
    <section class="tour" aria-label={t`Tour`}>
      <Bars next={next} />
      <div aria-live="polite" class="tour-says">
        {next ? (
          <p>
            <strong>{t`${STEPS.indexOf(next) + 1} of ${STEPS.length} · ${NAMES[next]}.`}</strong>{' '}
            {TEXTS[next]}
          </p>
        ) : (
          <p>
            <Check size={15} aria-hidden="true" />{' '}
            {tJsx`${<strong>{sayMade()}</strong>} You wrote it, said for whom, saw it as they do, checked and published it. On your own site it is the same: open a page of it, click the Selvedge button, and press “Change something for some visitors”.`}
          </p>
        )}
      </div>
      <div class="row">
        {next && <Way step={next} />}
        {next ? (
          <Ask
            label={t`Leave the tour`}
            question={t`The shop closes, and what you made in it goes.`}
            yes={t`Leave it`}
            no={t`Go on`}
            act={end}
          />
        ) : (
          <button
            class="button main"
            type="button"
            onClick={() => void end()}
          >{t`Finish, and close the shop`}</button>
        )}
      </div>
    </section>
  );
}
