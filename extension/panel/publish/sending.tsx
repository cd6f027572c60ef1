// Which file is on its way, where a publish is of several.

import { t } from '../../../shared/words/t.ts';
import { progress } from './outcome-here.ts';

/** Stands before there is anything to say, so that what comes is heard. */
export function Sending() {
  const now = progress.value;
  return (
    <p class="tiny soft" role="status" hidden={!now}>
      {now && t`Sending ${now.name}, file ${now.at} of ${now.of} …`}
    </p>
  );
}
