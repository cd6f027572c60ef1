// Rows as a table for a terminal: the first column to the left, numbers to the right, what is last as it is.

/** @param rows with as many cells each as the first @returns lines without an end */
export function formatTable(rows: readonly (readonly string[])[]): string[] {
  const [head = []] = rows;
  const widths = head.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const place = (cell: string, i: number): string => {
    if (i === 0) return cell.padEnd(widths[i] ?? 0);
    return i === head.length - 1 ? cell : cell.padStart(widths[i] ?? 0);
  };
  return rows.map((row) => row.map(place).join('  ').trimEnd());
}
