// The first paint alone, as it is published: what it decides and paints stands in `window.startedNow`.

import { readFileSync } from 'node:fs';
import type { Painted } from '../../shared/dom/painted.ts';
import type { Pieces } from '../../shared/publish/compose.ts';
import { compose } from '../../shared/publish/compose.ts';
import { publishNow } from '../../shared/publish/publish-now.ts';
import type { Change } from '../../shared/schema/change.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Started } from '../../snippet/now/start.ts';
import { configOf, experienceOf } from './tag.ts';

declare global {
  interface Window {
    startedNow: Started & { painted: Painted };
  }
}

const readPieces = (): Pieces => JSON.parse(readFileSync('dist/selvedge.parts.json', 'utf8'));

/** The script of the first paint of this config, without what loads the rest. */
export function nowWith(config: Config): string {
  const pieces = readPieces();
  const { table, parts } = publishNow(pieces, config);
  return `window.startedNow=${compose(pieces, 'startNow', parts, table)}`;
}

/** A config that shows everybody these changes. */
export const changing = (changes: Change[], parts: Partial<Config> = {}): Config =>
  configOf({
    segments: [{ id: 'all', name: 'All', when: { kind: 'all', of: [] } }],
    experiences: [experienceOf('all', changes)],
    ...parts,
  });
