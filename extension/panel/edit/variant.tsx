// One variant on the live page: pick an element, say what becomes of it, see it at once; the list of changes below.

import { Globe, MousePointerClick } from 'lucide-preact';
import { findVariant, type Place } from '../draft/desk.ts';
import { Note } from '../kit/note.tsx';
import { ChangeList } from './change-list.tsx';
import { browse, mode, pageTrouble, picked, repicking, startPicking } from './on-page.ts';
import { PageCss } from './page-css.tsx';
import { Card } from './picked-card.tsx';

type At = Extract<Place, { kind: 'variant' }>;

function PickRow() {
  const isPicking = mode.value === 'pick';
  return (
    <div class="row">
      <button
        class={`button grow ${isPicking ? '' : 'main'}`}
        type="button"
        aria-pressed={isPicking}
        onClick={() => void startPicking()}
      >
        <MousePointerClick size={15} aria-hidden="true" />{' '}
        {isPicking ? 'Click an element on the page' : 'Pick on the page'}
      </button>
      {isPicking && (
        <button class="button" type="button" onClick={() => void browse()}>
          <Globe size={15} aria-hidden="true" /> Use the page
        </button>
      )}
    </div>
  );
}

export function VariantPage({ at }: { at: At }) {
  const variant = findVariant(at.experience, at.id);
  if (!variant)
    return (
      <Note tone="warn">
        <span>This variant is gone from the draft. Undo brings it back.</span>
      </Note>
    );
  return (
    <>
      <PickRow />
      {repicking.value !== undefined && (
        <Note>
          <span>Click the element that this change is about now.</span>
        </Note>
      )}
      {pageTrouble.value && (
        <Note tone="bad">
          <span>{pageTrouble.value}</span>
        </Note>
      )}
      {!picked.value && variant.changes.length === 0 && (
        <p class="small soft">
          The page shows this variant as you make it; only you see it. Arrow keys on the page go to what is
          around, inside or beside an element, Alt and click picks what lies beneath, a double click edits
          text in place.
        </p>
      )}
      <Card at={at} />
      <ChangeList at={at} variant={variant} />
      <PageCss at={at} variant={variant} />
    </>
  );
}
