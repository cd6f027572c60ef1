// What access-log.mjs exports, for sources in TypeScript.

export interface Answered {
  /** ms since epoch */
  at: number;
  from?: string | undefined;
  method?: string | undefined;
  /** from its path on */
  url: string;
  status: number;
  bytes: number;
  referrer?: string | undefined;
  agent?: string | undefined;
}
export function writeLine(answered: Answered): string;
