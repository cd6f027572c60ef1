// The tag as an owner serves it: the built file with a config inside, or beside it.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../shared/publish/bundle.ts';
import type { Config } from '../../shared/schema/config.ts';

const built = () => readFileSync(fileURLToPath(new URL('../../dist/selvedge.js', import.meta.url)), 'utf8');

/** The smallest config there is, consent implied; `parts` are added. */
export function configOf(parts: Partial<Config> = {}): Config {
  return {
    version: 1,
    site: 'test.example',
    revision: 1,
    privacy: { consent: 'implied' },
    segments: [],
    experiences: [],
    ...parts,
  };
}

/** One live experience on every page that gives `segment` these changes. */
export function experienceOf(
  segment: string,
  changes: Config['experiences'][0]['variants'][0]['changes'],
  parts: Partial<Config['experiences'][0]> = {},
): Config['experiences'][0] {
  return {
    id: `for-${segment}`,
    name: segment,
    status: 'live',
    pages: ['*'],
    variants: [{ id: 'v', name: 'v', segment, changes }],
    ...parts,
  };
}

/** The script with this config inside. */
export const tagWith = (config: Config): string => bundle(built(), config);
/** The bare script. */
export const bareTag = built;

/** A page with the tag first in its head. */
export const pageWith = (body: string, attributes = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title><script src="/selvedge.js" ${attributes}></script></head><body>${body}</body></html>`;
