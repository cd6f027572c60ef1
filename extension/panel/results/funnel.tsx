// Of each side's visitors, how many reached the goal: bars beside each other. The table above says the same in figures.

import type { ReportedArm } from '../../../shared/measure/report.ts';
import { sayShare } from '../../../shared/measure/say-result.ts';

export function Funnel({ arms, say }: { arms: readonly ReportedArm[]; say(arm: string): string }) {
  const most = Math.max(1, ...arms.map(({ visitors, converted }) => Math.max(visitors, converted)));
  const width = (count: number) => ({ width: `${(100 * count) / most}%` });
  return (
    <div class="funnel tiny" aria-hidden="true">
      {arms.map(({ arm, visitors, converted, rate }) => (
        <div key={arm}>
          <span class="soft">
            {say(arm)}: {sayShare(rate)}
          </span>
          <span class="bar-of" style={width(visitors)} />
          {/* one of a million is seen, too */}
          {converted > 0 && <span class="bar-of reached" style={{ ...width(converted), minWidth: '2px' }} />}
        </div>
      ))}
    </div>
  );
}
