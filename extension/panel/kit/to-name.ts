// Names for what has none.

/** An id said like a name: "home-hero" → "Home hero". */
export function toName(id: string): string {
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
