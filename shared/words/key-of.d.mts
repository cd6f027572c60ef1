// The types of key-of.mjs.

export function keyOf(english: string): string;
