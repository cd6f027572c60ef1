// Days as they are counted (since 1970-01-01) and as they are written (2026-11-28).

export const DAY_MS = 864e5;

export const writeDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** @returns undefined for what is no day that there is */
export function readDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || writeDay(at / DAY_MS) !== text ? undefined : at / DAY_MS;
}
