// The tree of reasons behind an answer, in words, each with its own yes, no or unknown.

import { Check, HelpCircle, X } from 'lucide-preact';
import type { Finding } from '../../../shared/engine/decide.ts';
import { t } from '../../../shared/words/t.ts';
import { isFigure, sayReason } from '../kit/say-finding.ts';
import { sayMoment } from '../kit/say-moment.ts';
import { nameOfSegment } from './page.ts';

const MARKS = {
  true: { Icon: Check, tone: 'yes', word: t`Yes: ` },
  false: { Icon: X, tone: 'no', word: t`No: ` },
  unknown: { Icon: HelpCircle, tone: 'maybe', word: t`Unknown: ` },
} as const;

function Line({ finding }: { finding: Finding }) {
  const { value, of = finding.terms?.() } = finding;
  const until = finding.until();
  const { Icon, tone, word } = MARKS[`${value}`];
  // what a model weighs as it is holds neither nor does not
  const isNumber = isFigure(finding.condition);
  // of what has parts, the parts say it
  const isWhole = !of?.length && Number.isFinite(until);
  return (
    <li>
      <div class="reason">
        <span class={tone}>{!isNumber && <Icon size={14} strokeWidth={2.5} aria-hidden="true" />}</span>
        <span>
          {!isNumber && <span class="unseen">{word}</span>}
          {sayReason(finding, nameOfSegment)}.
          {isWhole && <span class="soft"> {t`Changes by itself on ${sayMoment(until)}.`}</span>}
        </span>
      </div>
      {of && of.length > 0 && <Reasons of={of} />}
    </li>
  );
}

export const Reasons = ({ of }: { of: Finding[] }) => (
  <ul class="why">
    {of.map((finding, index) => (
      <Line key={index} finding={finding} />
    ))}
  </ul>
);
