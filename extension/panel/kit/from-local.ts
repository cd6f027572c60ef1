// What a date field holds, as a config keeps it: with the offset that holds here on that day.

const two = (number: number): string => String(Math.trunc(Math.abs(number))).padStart(2, '0');

/** As ISO 8601; undefined where it is no moment yet. */
export function fromLocal(local: string): string | undefined {
  const at = new Date(local);
  if (!local || Number.isNaN(at.getTime())) return undefined;
  const minutes = -at.getTimezoneOffset();
  return `${local.slice(0, 16)}:00${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
