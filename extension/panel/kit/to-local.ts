// A moment as a field for date and time holds it, in the author's own zone.

export function toLocal(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
