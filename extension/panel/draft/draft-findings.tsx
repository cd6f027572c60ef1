// What the checks found of the draft, each with the way to where it is edited.

import type { Config } from '../../../shared/schema/config.ts';
import type { Finding } from '../../wire/stage-shapes.ts';
import { FindingGroups } from '../kit/finding-groups.tsx';
import { goToPlace } from './desk.ts';
import { placeOfFinding } from './place-of-finding.ts';

function wayTo(finding: Finding) {
  const place = placeOfFinding(finding);
  return place && (() => goToPlace(place));
}

export const DraftFindings = (of: { findings: Finding[]; config: Config }) => (
  <FindingGroups {...of} wayTo={wayTo} />
);
