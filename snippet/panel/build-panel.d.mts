/** What the panel may weigh, brotli-compressed (bytes). */
export const PANEL_BUDGET: number;
export function buildPanel(): Promise<Buffer>;
