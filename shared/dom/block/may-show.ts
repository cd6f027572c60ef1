// Whether a block may be shown, by what is remembered of those before: what was closed stays closed within the frequency of
// its experience, and of pop-ups and slide-ins at most `quiet` are shown together. Where nothing is remembered yet, these
// are not shown at all: nobody could know that they were.
import { ms } from '../../grammar/duration.ts';
import type { Config } from '../../schema/config.ts';
import type { BlockOptions } from './draw.ts';

/** As `selvedge.export()` answers. */
export interface Remembered {
  mode?: string;
  events?: { name: string; at: number; props?: { experience?: unknown } }[];
}

type Often = { times: number; per: string };

/** What comes over the page unasked. */
export const isLoud = (shape: unknown): boolean => shape === 'popup' || shape === 'slide';

const hasLoud = ({ variants }: Config['experiences'][number]): boolean =>
  variants.some(({ changes }) => changes.some((change) => change.kind === 'block' && isLoud(change.shape)));

/** @param remembered undefined: nobody remembers anything, as in a preview */
export function mayShow(
  shape: unknown,
  experience: string,
  remembered: Remembered | undefined,
  { experiences = [], quiet }: Partial<BlockOptions> = {},
  now = Date.now(),
): boolean {
  if (!remembered) return true;
  const { events = [], mode } = remembered;
  const visitAt = events.filter(({ name }) => name === 'visit_start').at(-1)?.at ?? 0;
  const isBelow = (event: string, ids: string[], { times, per }: Often): boolean => {
    const from = per === 'visit' ? visitAt : per === 'visitor' ? 0 : now - ms(per);
    const seen = events.filter(
      ({ name, at, props }) => name === event && at >= from && ids.includes(`${props?.experience}`),
    );
    return seen.length < times;
  };
  const own = experiences.find(({ id }) => id === experience);
  const per = own?.frequency?.per ?? 'visit';
  if (!isBelow('block_closed', [experience], { times: 1, per })) return false;
  if (!isLoud(shape)) return true;
  const loud = experiences.filter(hasLoud).map(({ id }) => id);
  return (
    mode === 'stored' && isBelow('block_shown', [...loud, experience], quiet ?? { times: 1, per: 'visit' })
  );
}
