// Segments with in, not in or unknown; each opens to the reasons.

import { ChevronRight } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { TruthChip } from '../kit/chip.tsx';
import { useGrowing } from '../kit/use-growing.ts';
import type { SegmentAnswer } from './insight.ts';
import { Reasons } from './reasons.tsx';

const ORDER = { true: 0, unknown: 1, false: 2 } as const;

export function SegmentList({ segments }: { segments: SegmentAnswer[] }) {
  const sorted = [...segments].sort((a, b) => ORDER[`${a.value}`] - ORDER[`${b.value}`]);
  return (
    <ul class="list">
      {useGrowing(sorted).map(({ id, name, value, finding, trouble, description }) => (
        <li key={id}>
          <details data-segment={id}>
            <summary>
              <ChevronRight class="turn" size={14} aria-hidden="true" />
              <span class="grow">{name}</span>
              <TruthChip value={value} />
            </summary>
            {description && <p class="why soft">{description}</p>}
            {finding && <Reasons of={[finding]} />}
            {trouble && (
              <p class="why">{t`This rule cannot be read: ${trouble}. Nobody is in this segment.`}</p>
            )}
          </details>
        </li>
      ))}
    </ul>
  );
}
