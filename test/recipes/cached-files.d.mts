/** What each file of the tag may be kept for, as its `Cache-Control`. */
export const KEPT: Record<string, string>;
