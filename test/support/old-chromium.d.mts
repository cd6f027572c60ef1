// Types of old-chromium.mjs, which is plain JavaScript so that it runs before anything is built.

export const missingOldChromium: string;
export function findOldChromium(): string | undefined;
export function ensureOldChromium(): Promise<string | undefined>;
