// The way into the tour, for who has nothing of their own in front yet.

import { Signpost } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { isTour } from './page.ts';
import { beginTour } from './tour.ts';

export const OfferTour = () =>
  isTour.value ? null : (
    <button class="button plain" type="button" onClick={() => void beginTour()}>
      <Signpost size={15} aria-hidden="true" /> {t`New here? Take the tour, 3 minutes`}
    </button>
  );
