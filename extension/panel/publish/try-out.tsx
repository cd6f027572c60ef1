// Publish: every variant tried on the page in front, with what it moves there.

import { CircleCheck, FlaskConical } from 'lucide-preact';
import { matchesPages } from '../../../shared/engine/pattern.ts';
import { sayDecimal } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import type { Shift } from '../../wire/stage-shapes.ts';
import { publishable } from '../draft/desk.ts';
import { DraftFindings } from '../draft/draft-findings.tsx';
import { nameOfVariant } from '../kit/name-of-variant.ts';
import { Note } from '../kit/note.tsx';
import { look } from '../site/page.ts';
import { checkOnPage, pageCheck } from './page-check.ts';

/** A layout shift below this is not noticed, above it is bad. @see https://web.dev/articles/cls */
const NOTICED = 0.01;
const BAD = 0.1;

function sayShifts(shifts: Shift[], nameOf: (shift: Shift) => string): string {
  const worst = shifts.toSorted((a, b) => b.score - a.score)[0];
  if (!worst || worst.score < NOTICED)
    return shifts.some(({ isLate }) => isLate)
      ? t`Layout shift: none to be noticed.`
      : t`Layout shift: none. All of it is there before the first paint.`;
  const [score, limit] = [sayDecimal(worst.score, 2), sayDecimal(BAD, 2)];
  return worst.score > BAD
    ? t`Layout shift: up to ${score}, from “${nameOf(worst)}” (bad: above ${limit}).`
    : t`Layout shift: up to ${score}, from “${nameOf(worst)}” (fine: below ${limit}).`;
}

function TryButton({ kind }: { kind: string }) {
  return (
    <button class="button" type="button" disabled={kind === 'running'} onClick={() => void checkOnPage()}>
      {kind === 'running' ? t`Trying …` : kind === 'done' ? t`Try again` : t`Try it here`}
    </button>
  );
}

function AllGood({ count }: { count: number }) {
  return (
    <p class="small row">
      <CircleCheck size={15} class="yes" aria-hidden="true" />
      <span class="grow">
        {count === 1 ? t`Its variant does what it should.` : t`All ${count} variants do what they should.`}
      </span>
    </p>
  );
}

export function TryOut() {
  const now = publishable.value;
  const url = look.value?.url;
  const state = pageCheck.value;
  if (!now || url === undefined) return null;
  const isConcerned = now.experiences.some(
    ({ status, pages }) => status !== 'paused' && matchesPages(pages, url),
  );
  return (
    <section class="card" aria-label={t`On this page`}>
      <h2>
        <FlaskConical size={15} aria-hidden="true" /> {t`On this page`}
      </h2>
      <p class="small soft">
        {isConcerned
          ? t`Shows each variant of the draft here for a moment and looks for what would go wrong: something to change that is not there, two changes of the same thing, text that does not fit or is hard to read, and a page that jumps.`
          : t`No experience of the draft concerns this page. Open one that it does to try it there.`}
      </p>
      {isConcerned && <TryButton kind={state.kind} />}
      <div aria-live="polite" class="make-form">
        {state.kind === 'failed' && (
          <Note tone="bad">
            <span>{t`It could not be tried: ${state.why}. Reload the page and try again.`}</span>
          </Note>
        )}
        {state.kind === 'done' && (
          <>
            {state.findings.length === 0 && <AllGood count={state.variants} />}
            <p class="small">{sayShifts(state.shifts, (shift) => nameOfVariant(now, shift))}</p>
            <DraftFindings findings={state.findings} config={now} />
          </>
        )}
      </div>
    </section>
  );
}
