// The types of gather-words.mjs.

/** Every sentence by its key, and the files that say it. */
export function gatherWords(): Map<string, { english: string; paths: string[] }>;
/** English first: it is what the sources say. */
export const LANGUAGES: readonly string[];
/** Where a language's catalog lies in the extension. */
export function catalogOf(language: string): string;
export function readCatalog(
  language: string,
): Record<string, { message: string; description?: string } | undefined>;
