// Types of results.mjs, which is plain JavaScript, as the scripts beside it are.

export interface Walked {
  form: 'one' | 'two';
  browser: string;
  date: string;
}

export interface Row {
  title: string;
  walked?: Walked;
  /** 'ok', or what is wrong */
  columns?: Record<string, string>;
  /** why */
  skipped?: string;
}

export function mergeResults(
  before: Record<string, Row>,
  found: Record<string, Row>,
  order: readonly string[],
): Record<string, Row>;
export function makeTable(hosts: Record<string, Row>, columns: Record<string, string>): string;
