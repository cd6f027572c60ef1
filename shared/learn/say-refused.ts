// A part that was refused, for the terminal: why, in sentences.

const beginSentence = (why: string): string => `${why.slice(0, 1).toUpperCase()}${why.slice(1)}`;

/** @param why each without its full stop */
export const sayRefused = (part: string, why: readonly string[]): string =>
  `${part}: refused. ${why.map(beginSentence).join('. ')}.\n`;
