// Rows of numbers, all of one width, in one growing column: hundreds of thousands of them are no lists.

const FIRST = 1024;

/** @param width numbers of each row */
export function createRowStore(width: number) {
  let cells = new Float64Array(FIRST * width);
  let count = 0;
  return {
    get count() {
      return count;
    },
    /** @param row more than `width` numbers are left out */
    add(row: Float64Array): void {
      if ((count + 1) * width > cells.length) {
        const wider = new Float64Array(cells.length * 2);
        wider.set(cells);
        cells = wider;
      }
      cells.set(row, count * width);
      count++;
    },
    /** Those after the first `length` are forgotten. */
    cut(length: number): void {
      count = Math.min(count, length);
    },
    /** Row after row; nothing is added any more. */
    settle: (): Float64Array => cells.subarray(0, count * width),
  };
}
