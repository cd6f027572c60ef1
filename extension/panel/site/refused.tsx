// Says why the page in front cannot be looked at.

import { CircleSlash, MousePointerClick } from 'lucide-preact';
import { Empty } from '../kit/empty.tsx';
import { OfferTour } from './offer-tour.tsx';
import type { Refusal } from './refusal.ts';

export const Refused = ({ refusal: { kind, title, text } }: { refusal: Refusal }) => (
  <Empty icon={kind === 'closed' ? MousePointerClick : CircleSlash} title={title}>
    <p class="soft small">{text}</p>
    <OfferTour />
  </Empty>
);
