export function isBranded(path: string): boolean;
