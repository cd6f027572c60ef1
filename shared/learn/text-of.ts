// What stands in a field of an event, as text: ids are written as numbers, too.

export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() : '';
