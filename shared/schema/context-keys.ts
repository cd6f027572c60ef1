// The facts of a page view that a rule or a token may ask for, and the values they can have.

export type FactType = 'text' | 'number' | 'boolean' | 'list';

/** Besides `query.NAME`, which is text. */
export const CONTEXT_KEYS: Readonly<Record<string, FactType>> = {
  path: 'text',
  referrer: 'text',
  source: 'text',
  medium: 'text',
  campaign: 'text',
  channel: 'text',
  language: 'text',
  languages: 'list',
  timeZone: 'text',
  country: 'text',
  device: 'text',
  os: 'text',
  browser: 'text',
  'viewport.width': 'number',
  colorScheme: 'text',
  pointer: 'text',
  saveData: 'boolean',
  hour: 'number',
  weekday: 'number',
  visitNumber: 'number',
  pageNumber: 'number',
};

/** Every value that the key can have on a page; other values never match. */
export const CONTEXT_VALUES: Readonly<Record<string, readonly string[]>> = {
  device: ['phone', 'tablet', 'desktop'],
  os: ['windows', 'macos', 'linux', 'android', 'ios', 'chromeos', 'other'],
  browser: ['chrome', 'edge', 'firefox', 'safari', 'opera', 'samsung', 'other'],
  channel: ['direct', 'search', 'social', 'email', 'paid', 'affiliate', 'ai', 'referral', 'campaign'],
  colorScheme: ['light', 'dark'],
  pointer: ['fine', 'coarse', 'none'],
};

/** Lowest and highest value that the key can have. */
export const CONTEXT_RANGES: Readonly<Record<string, readonly [number, number]>> = {
  hour: [0, 23],
  weekday: [1, 7],
  visitNumber: [1, Number.POSITIVE_INFINITY],
  pageNumber: [1, Number.POSITIVE_INFINITY],
  'viewport.width': [0, Number.POSITIVE_INFINITY],
};

/** @returns the type of the fact, or undefined for a key that does not exist */
export function findFactType(key: string): FactType | undefined {
  if (/^query\..+/.test(key)) return 'text';
  return Object.hasOwn(CONTEXT_KEYS, key) ? CONTEXT_KEYS[key] : undefined;
}
