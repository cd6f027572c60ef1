// Types of find-webkit.mjs, which is plain JavaScript so that it runs before anything is built.

export interface FoundWebKit {
  /** MiniBrowser */
  path: string;
  /** WebKitWebDriver */
  driver: string;
  /** Xvfb */
  display: string;
  origin: 'environment' | 'system';
}

export const missingWebKit: string;
export function findWebKit(): FoundWebKit | undefined;
