// The way out where browsers forget too soon: they are let remember longer, as a step of the draft, and it is learned again.

import { ms } from '../../../shared/grammar/duration.ts';
import { DAY_MS } from '../../../shared/learn/day.ts';
import { RETENTION } from '../../../shared/learn/parts.ts';
import { t } from '../../../shared/words/t.ts';
import { saySpan } from '../kit/say-test.ts';
import { base, learning, rememberFor } from './here.ts';

/** @param days that would be enough */
export function RememberLonger({ days }: { days: number }) {
  const now = base.value?.privacy?.retention ?? RETENTION;
  if (ms(now) >= days * DAY_MS)
    return (
      <div class="row">
        <p class="small grow">{t`In your draft browsers remember ${saySpan(now)}.`}</p>
        <button
          class="button main"
          type="button"
          onClick={() => void learning.learn()}
        >{t`Learn again`}</button>
      </div>
    );
  return (
    <>
      <p class="small">{t`They can be let remember longer. What a visitor did on your site then stays in that visitor’s own browser for so long. Your site’s text on privacy must say so.`}</p>
      <div class="row">
        <button
          class="button"
          type="button"
          onClick={() => void rememberFor(days)}
        >{t`Let browsers remember ${saySpan(`${days}d`)}`}</button>
      </div>
    </>
  );
}
