// Who keeps the original, as people count.

import { t } from '../../../shared/words/t.ts';

function sayPart(holdout: number): string {
  const percent = Math.round(holdout * 100);
  const whole = [100, 50, 20, 10, 5, 4, 3, 2].find((one) => Math.round(100 / one) === percent);
  if (whole !== undefined) return t`1 visitor in ${whole} keeps the original`;
  if (percent < 1) return t`Fewer than 1 visitor in 100 keep the original`;
  return percent % 10 === 0
    ? t`${percent / 10} visitors in 10 keep the original`
    : t`${percent} visitors in 100 keep the original`;
}

/** @param isMeasured something is counted, so a comparison is wanted */
export function sayShare(holdout: number, isMeasured: boolean): string {
  if (holdout >= 1) return t`All visitors keep the original: nobody is shown this.`;
  if (holdout > 0) return isMeasured ? t`${sayPart(holdout)}, to compare with.` : `${sayPart(holdout)}.`;
  return isMeasured
    ? t`Nobody keeps the original, so nothing can be compared with it.`
    : t`Nobody keeps the original.`;
}
