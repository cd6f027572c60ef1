// Who keeps the original, as people count.

function sayPart(holdout: number): string {
  const percent = Math.round(holdout * 100);
  const whole = [100, 50, 20, 10, 5, 4, 3, 2].find((one) => Math.round(100 / one) === percent);
  if (whole !== undefined) return `1 visitor in ${whole} keeps`;
  if (percent < 1) return 'Fewer than 1 visitor in 100 keep';
  return percent % 10 === 0 ? `${percent / 10} visitors in 10 keep` : `${percent} visitors in 100 keep`;
}

/** @param isMeasured something is counted, so a comparison is wanted */
export function sayShare(holdout: number, isMeasured: boolean): string {
  if (holdout >= 1) return 'All visitors keep the original: nobody is shown this.';
  if (holdout > 0) return `${sayPart(holdout)} the original${isMeasured ? ', to compare with' : ''}.`;
  return isMeasured
    ? 'Nobody keeps the original, so nothing can be compared with it.'
    : 'Nobody keeps the original.';
}
