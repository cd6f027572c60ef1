// What an error says, to stand inside a sentence of ours.

/** Without the full stop that browsers put behind theirs. */
export const sayError = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
