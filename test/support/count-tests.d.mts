// Types of count-tests.mjs, which is plain JavaScript so that it runs before anything is built.

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** one line for each that failed */
  failures: string[];
  /** why something was not run → how often */
  leftOut: Record<string, number>;
}

export function crashed(what: string): Counts;
export function countVitest(report: object | undefined, exitCode: number, why?: string): Counts;
export function countPlaywright(report: object | undefined, exitCode: number): Counts;
export function addLeftOut(counts: Counts, reason: string): Counts;
export function sumCounts(list: readonly Counts[]): Counts;
export function sayCounts(counts: Pick<Counts, 'passed' | 'failed' | 'skipped'>): string;
export function sayLeftOut(counts: Pick<Counts, 'skipped' | 'leftOut'>): string | undefined;
