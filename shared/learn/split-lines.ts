// Text into lines, piece by piece.

import type { CellSplitter } from './split-cells.ts';

/** @param take gets each line without its end, from 1 on */
export function createLineSplitter(
  take: (text: string, line: number) => void,
): CellSplitter & { count(): number } {
  let rest = '';
  let line = 0;
  const put = (text: string): void => take(text, ++line);
  return {
    push(text) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(put);
    },
    end() {
      if (rest) put(rest);
    },
    count: () => line,
  };
}
