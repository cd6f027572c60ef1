import type { BuildOptions, Plugin } from 'esbuild';

/** What all builds share. */
export type Common = BuildOptions & { plugins: Plugin[] };

export function buildTag(common: Common, measures?: boolean): Promise<{ contents: Buffer; over: number }>;
export function buildLater(common: Common, measures?: boolean): Promise<Buffer>;
