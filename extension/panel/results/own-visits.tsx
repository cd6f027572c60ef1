// The author's own visits: they look at variants all day, and would be counted as visitors.

import { useSignal } from '@preact/signals';
import { Eye, EyeOff } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { isInstalled, look } from '../site/page.ts';
import { isLeftOut, leaveOut } from './leave-out.ts';

export function OwnVisits() {
  const isBusy = useSignal(false);
  const isVain = useSignal(false);
  if (!isInstalled.value) return null;
  const isOut = isLeftOut();
  const isRefused = look.value?.consent === 'denied';
  const Icon = isOut ? Eye : EyeOff;
  return (
    <section class="card" aria-label={t`Your own visits`}>
      <h2>{t`Your own visits`}</h2>
      <p class="small soft" aria-live="polite">
        {isRefused
          ? t`This browser has opted out here, so nothing of it is counted.`
          : isOut
            ? t`This browser is left out: nothing of it is counted here from now on. It is the switch “Count what works” of the visitor’s own view.`
            : t`Where your site counts what helps, what you do there in this browser is counted like anybody’s.`}
        {isVain.value &&
          t` That could not be kept: this browser remembers nothing here, so nothing of it is counted either. Allow it on the page, then say it again.`}
      </p>
      {!isRefused && (
        <button
          class="button"
          type="button"
          disabled={isBusy.value}
          onClick={async () => {
            isBusy.value = true;
            isVain.value = !(await leaveOut(!isOut));
            isBusy.value = false;
          }}
        >
          <Icon size={15} aria-hidden="true" />{' '}
          {isOut ? t`Count this browser again` : t`Leave this browser out`}
        </button>
      )}
    </section>
  );
}
