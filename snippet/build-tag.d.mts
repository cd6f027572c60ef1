import type { BuildOptions, Plugin } from 'esbuild';

/** What all builds share. */
export type Common = BuildOptions & { plugins: Plugin[] };

export function buildTag(
  common: Common,
  idb: string,
  measures?: boolean,
): Promise<{ contents: Buffer; over: number }>;
export function buildLater(common: Common, idb: string, measures?: boolean): Promise<Buffer>;
