// A problem of what would go out, as an item of a list: by the names of its parts, with the way to where it is put right.

import type { Problem } from '../../../shared/schema/problem.ts';
import { t } from '../../../shared/words/t.ts';
import { goToPlace, publishable } from './desk.ts';
import { placeOfPath } from './place-of-finding.ts';
import { pathOfPart, sayPlace } from './say-place.ts';

export function ProblemLine({ path, problem, remedy, inPanel }: Problem) {
  const now = publishable.value;
  if (!now) return null;
  const place = placeOfPath(path, now);
  // what is in no part is known by its field alone
  const named = sayPlace(pathOfPart(path), now) || (inPanel ? '' : path);
  const where = place?.kind === 'learn' ? t`Learn` : named;
  const said = inPanel ?? { problem, remedy };
  return (
    <li>
      {place ? (
        <button class="button plain in-text" type="button" onClick={() => goToPlace(place)}>
          {where}
        </button>
      ) : (
        where
      )}
      {where && ': '}
      {said.problem}. {said.remedy}
    </li>
  );
}
