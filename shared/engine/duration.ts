// Reads the config's durations ("30m", "12h", "7d"). Fixed lengths: a day is 24 hours.
const units: Record<string, number> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };

/**
 * @param absent what a missing one stands for
 * @returns whole ms; NaN for what is not a duration (a bare number too), for the caller to refuse
 */
export function ms(text: unknown, absent = Number.NaN): number {
  if (text === undefined) return absent;
  const [, amount, unit] = /^(\d+(?:\.\d+)?)([smhdw])$/.exec(String(text)) ?? [];
  return Math.round(Number(amount) * (units[unit as string] as number));
}
