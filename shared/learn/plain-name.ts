// What a column is called, as names are compared and as they are told.

/** In lower case, with signs as spaces. */
export const plainName = (header: string): string =>
  header
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** As it is told: behind its first line there may be rows, where a quote was forgotten. */
export const nameOf = (cell: string): string =>
  cell
    .trim()
    .split(/[\r\n]/, 1)[0]
    ?.trim() ?? '';
