// Says, below every view, that the page in front is a preview, and ends it. At the foot, because it comes and goes while
// the author is about to press something: above, it would push that away from under the pointer.

import { ChevronLeft, ChevronRight, Eye, X } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { stepAs } from '../../wire/step-as.ts';
import { nameOfSegment, status } from '../site/page.ts';
import { endPreview, peek, preview, showAs } from './preview.ts';

/** Shows the original while it is held, with a pointer or a key. */
function HoldButton({ isPeeking }: { isPeeking: boolean }) {
  return (
    <button
      class="button"
      type="button"
      aria-pressed={isPeeking}
      onPointerDown={() => void peek(true)}
      onPointerUp={() => void peek(false)}
      onPointerLeave={() => isPeeking && void peek(false)}
      onKeyDown={({ key, repeat }) => (key === ' ' || key === 'Enter') && !repeat && void peek(true)}
      onKeyUp={() => void peek(false)}
      onBlur={() => isPeeking && void peek(false)}
    >
      <Eye size={14} aria-hidden="true" /> {t`Hold: original`}
    </button>
  );
}

export function Banner() {
  const state = preview.value;
  if (!state || !status.value?.token) return null;
  const { as, side } = state;
  const who =
    // of a variant that is edited it is not asked who gets it
    side === undefined
      ? t`what you edit`
      : as.kind === 'original'
        ? t`the original`
        : as.kind === 'visitor'
          ? as.name
          : as.ids.map(nameOfSegment).join(' + ') || t`a visitor in no segment`;
  const isPeeking = status.value.isPeeking;
  const go = (by: 1 | -1) => void showAs(stepAs(state, by));
  return (
    <section class="banner" aria-label={t`Preview`}>
      <p aria-live="polite">
        <strong>{isPeeking ? t`Original, while you hold` : t`Preview: ${who}`}</strong>
        <span class="banner-more block">{t`Only you see this. Nothing is recorded.`}</span>
      </p>
      <div class="row">
        <button class="button" type="button" aria-label={t`Previous segment`} onClick={() => go(-1)}>
          <ChevronLeft size={15} aria-hidden="true" />
        </button>
        <button class="button" type="button" aria-label={t`Next segment`} onClick={() => go(1)}>
          <ChevronRight size={15} aria-hidden="true" />
        </button>
        <HoldButton isPeeking={isPeeking} />
        <button class="button" type="button" onClick={() => void endPreview()}>
          <X size={14} aria-hidden="true" /> {t`End`}
        </button>
      </div>
    </section>
  );
}
