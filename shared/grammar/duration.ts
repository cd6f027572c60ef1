// A length of time as authors write it ("30m", "12h", "7d"), read. Fixed lengths: a day is 24 hours.

/** An amount and its unit. */
export const DURATION = /^(\d+(?:\.\d+)?)([smhdw])$/;
const units: Record<string, number> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };

/**
 * @param absent what a missing one stands for
 * @returns whole ms; NaN for what is not a duration (a bare number too), for the caller to refuse
 */
export function ms(text: unknown, absent = Number.NaN): number {
  if (text === undefined) return absent;
  const [, amount, unit = ''] = DURATION.exec(String(text)) ?? [];
  return Math.round(Number(amount) * (units[unit] ?? Number.NaN));
}
