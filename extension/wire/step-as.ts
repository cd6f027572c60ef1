// The next one to preview, by key or button: one after the other, round and round.

import { castsOf } from './casts.ts';
import type { PreviewState } from './preview-state.ts';

export function stepAs({ config, as }: Pick<PreviewState, 'config' | 'as'>, by: 1 | -1): PreviewState['as'] {
  const casts = castsOf(config);
  const at = casts.findIndex(
    (one) =>
      one.kind === as.kind && (one.kind !== 'segments' || as.kind !== 'segments' || one.ids[0] === as.ids[0]),
  );
  // a made-up visitor is none of them: the first one comes after the original
  return casts[(Math.max(0, at) + by + casts.length) % casts.length] ?? { kind: 'original' };
}
