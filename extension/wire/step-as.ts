// The next thing to preview, by key or button: the original, then each segment in the config's order, round and round.

import type { PreviewState } from './preview-state.ts';

export function stepAs({ config, as }: Pick<PreviewState, 'config' | 'as'>, by: 1 | -1): PreviewState['as'] {
  const ids = config.segments.map(({ id }) => id);
  const at = as.kind === 'segments' ? ids.indexOf(as.ids[0] ?? '') + 1 : 0;
  const id = ids[((at + by + ids.length + 1) % (ids.length + 1)) - 1];
  return id === undefined ? { kind: 'original' } : { kind: 'segments', ids: [id] };
}
