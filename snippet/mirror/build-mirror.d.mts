/** What the mirror may weigh, brotli-compressed (bytes). */
export const MIRROR_BUDGET: number;
export function buildMirror(): Promise<Buffer>;
