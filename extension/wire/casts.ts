// Who can be previewed and pictured, in order: the page as the site serves it, visitors in no segment where something
// is for everyone, and those of each segment.

import type { Config } from '../../shared/schema/config.ts';
import type { As } from './preview-state.ts';

/** Whether somebody in no segment gets anything of their own. */
export const isForEveryone = ({ experiences }: Config): boolean =>
  experiences.some(({ variants }) => variants.some(({ segment }) => segment === 'everyone'));

export const castsOf = (config: Config): As[] => [
  { kind: 'original' },
  ...(isForEveryone(config) ? [{ kind: 'segments' as const, ids: [] }] : []),
  ...config.segments.map(({ id }) => ({ kind: 'segments' as const, ids: [id] })),
];
