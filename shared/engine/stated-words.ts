// What conditions say in English whose figure the site stated (words.ts); a tag holds it where it holds stated.ts.

export const statedWords = {
  /** $s all that it says */
  stated: 'As this site stated: $s',
};
