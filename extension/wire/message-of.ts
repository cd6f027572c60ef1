// What an error says; whatever was thrown, as anything can be.

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
