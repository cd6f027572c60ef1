// Once a draft is out: what later drafts are compared with, and a version with who published it and what for.

import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { type Draft, nameVersion } from './draft.ts';
import { isSame } from './is-same.ts';
import { launch } from './launch.ts';

/** @param published what visitors get now @param by who did it, as they call themselves */
export function settlePublished(draft: Draft, published: Config, now: number, by?: string): Draft {
  const launched = launch(draft, published);
  // heard of twice: one version is enough
  if (isSame(draft.base, published)) return launched;
  const { isTrimmed: _isTrimmed, note, ...rest } = launched;
  const { revision } = published;
  const said = { ...(by && { by }), ...(note && { note }) };
  const next = { ...rest, config: { ...rest.config, revision }, base: published };
  return nameVersion(next, t`Published, revision ${revision}`, now, said);
}
