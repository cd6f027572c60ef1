// What the checks found of the draft, each with the way to where it is edited.

import type { Config } from '../../../shared/schema/config.ts';
import type { Finding } from '../../wire/stage-shapes.ts';
import { FindingGroups } from '../kit/finding-groups.tsx';
import { goToPlace } from './desk.ts';
import { placeOfFinding } from './place-of-finding.ts';

/** @param config that the findings are about: the draft, or what it was then */
export function DraftFindings(of: { findings: Finding[]; config: Config }) {
  const wayTo = (finding: Finding) => {
    const place = placeOfFinding(finding, of.config);
    return place && (() => goToPlace(place));
  };
  return <FindingGroups {...of} wayTo={wayTo} />;
}
