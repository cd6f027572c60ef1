export const SHOWN: string;
export const readPanel: () => string;
export const readShop: () => string;
export function hashTheme(): string;
export const keepOwn: (texts: string[], source: string) => string[];
