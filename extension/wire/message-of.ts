// What was thrown, in its own words, to be told to an author: a plain text too.

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
