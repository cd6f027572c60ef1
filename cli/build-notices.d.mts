export function sayBundled(root: string, name: string): string;
