// Types of what run-tests.mjs shares with its unit test.

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export function countVitest(report: object | undefined, exitCode: number): Counts;
export function countPlaywright(report: object | undefined, exitCode: number): Counts;
export function sayCounts(counts: Counts): string;
