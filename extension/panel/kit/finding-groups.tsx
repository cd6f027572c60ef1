// What the checks found on the page, by variant, each with what to do.

import { ChevronRight, CircleAlert, TriangleAlert } from 'lucide-preact';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import type { Finding } from '../../wire/stage-shapes.ts';
import { Chip } from './chip.tsx';
import { nameOfVariant } from './name-of-variant.ts';
import { findChangeIn, sayChangeIn } from './say-found-change.ts';

const KINDS: Record<Finding['kind'], string> = {
  missing: t`Not found`,
  many: t`Too many`,
  drift: t`Something else`,
  collision: t`Collision`,
  overflow: t`Does not fit`,
  contrast: t`Hard to read`,
  alt: t`No words`,
  shift: t`Page moves`,
  refused: t`Refused`,
  items: t`Items`,
  a11y: t`Accessibility`,
};

/** @returns what leads to where it is edited; undefined where that is nowhere */
type WayTo = (finding: Finding) => (() => void) | undefined;

interface FoundProps {
  finding: Finding;
  config: Config;
  go: (() => void) | undefined;
}

function Found({ finding, config, go }: FoundProps) {
  const change = findChangeIn(config, finding);
  const isError = finding.severity === 'error';
  const Icon = isError ? CircleAlert : TriangleAlert;
  const text = finding.what.charAt(0).toUpperCase() + finding.what.slice(1);
  return (
    <li>
      <div class="row">
        <Chip tone={isError ? 'bad' : 'warn'}>
          <Icon size={12} aria-hidden="true" /> {KINDS[finding.kind]}
        </Chip>
        {change && <span class="tiny soft grow">{sayChangeIn(config, change)}</span>}
      </div>
      <p class="small">{text}.</p>
      <p class="small soft">{finding.remedy}</p>
      {go && (
        <button class="button" type="button" onClick={go}>
          {finding.change === undefined ? t`Open the variant` : t`Open the change`}
          <ChevronRight size={14} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

/** @param config that the findings are about @param wayTo of findings of the draft */
export function FindingGroups({
  findings,
  config,
  wayTo,
}: {
  findings: Finding[];
  config: Config;
  wayTo?: WayTo;
}) {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = nameOfVariant(config, finding);
    groups.set(name, [...(groups.get(name) ?? []), finding]);
  }
  return [...groups].map(([name, found]) => (
    <section key={name} class="card">
      <h2>{name}</h2>
      <ul class="list">
        {found.map((finding, index) => (
          <Found key={index} finding={finding} config={config} go={wayTo?.(finding)} />
        ))}
      </ul>
    </section>
  ));
}
