// One variant on the live page: pick an element, say what becomes of it, see it at once; the list of changes below.

import { useSignal } from '@preact/signals';
import { Contact, Globe, MousePointerClick, SquarePlus } from 'lucide-preact';
import type { Variant } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { findVariant } from '../draft/desk.ts';
import type { Place } from '../draft/places.ts';
import { SegmentField } from '../draft/segment-field.tsx';
import { Note } from '../kit/note.tsx';
import { tJsx } from '../kit/t-jsx.ts';
import { AddBlock } from './block/add-block.tsx';
import { ChangeList } from './change-list.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { browse, isCovered, mode, pageTrouble, picked, repicking, startPicking, step } from './on-page.ts';
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
        {isPicking ? t`Click an element on the page` : t`Pick on the page`}
      </button>
      {isPicking && (
        <button class="button" type="button" onClick={() => void browse()}>
          <Globe size={15} aria-hidden="true" /> {t`Use the page`}
        </button>
      )}
    </div>
  );
}

/** Asked when there is something to see. */
function ForWhom({ at, variant }: { at: At; variant: Variant }) {
  return (
    <section class="card">
      <h2>
        <Contact size={15} aria-hidden="true" /> {t`Who gets it`}
      </h2>
      <SegmentField at={at} value={variant.segment} word={t`Show it to`} label={t`Who gets it`} />
      <p class="tiny soft">
        {variant.segment === 'everyone'
          ? t`All visitors, so far. Choose a segment, or make one.`
          : t`All others see the page as it is.`}
      </p>
    </section>
  );
}

export function VariantPage({ at }: { at: At }) {
  const variant = findVariant(at.experience, at.id);
  const isAdding = useSignal(false);
  if (!variant)
    return (
      <Note tone="warn">
        <span>{t`This variant is gone from the draft. Undo brings it back.`}</span>
      </Note>
    );
  return (
    <>
      <Elsewhere experience={at.experience} />
      <PickRow />
      <button
        class="button"
        type="button"
        aria-expanded={isAdding.value}
        onClick={() => {
          isAdding.value = !isAdding.value;
        }}
      >
        <SquarePlus size={15} aria-hidden="true" /> {t`Add a block`}
      </button>
      {isAdding.value && (
        <AddBlock
          at={at}
          done={() => {
            isAdding.value = false;
          }}
        />
      )}
      {repicking.value !== undefined && (
        <Note>
          <span>{t`Click the element that this change is about now.`}</span>
        </Note>
      )}
      {pageTrouble.value && (
        <Note tone="bad">
          <span>{pageTrouble.value}</span>
        </Note>
      )}
      {isCovered.value && (
        <Note tone="warn">
          <span>{t`Something of the page lies over it, and takes your clicks: close that under “Use the page”, then pick.`}</span>
        </Note>
      )}
      {mode.value === 'pick' && !picked.value && (
        <button
          class="button plain"
          type="button"
          onClick={() => void step('child')}
        >{t`Begin at the headline, without a pointer`}</button>
      )}
      {!picked.value && variant.changes.length === 0 && (
        <p class="small soft">{tJsx`${<strong>{t`Double-click a text on the page, and write it here.`}</strong>} Or click anything there, then say beside it or here what becomes of it. Only you see it, until you publish. Arrow keys on the page go to what is around, inside or beside an element, Alt and click picks what lies beneath, Tab goes to the tools beside it. For a menu that opens under the pointer: “Use the page”, open it, and press Alt+H over it.`}</p>
      )}
      <Card at={at} />
      <ChangeList at={at} variant={variant} />
      {variant.changes.length > 0 && <ForWhom at={at} variant={variant} />}
      <PageCss at={at} variant={variant} />
    </>
  );
}
