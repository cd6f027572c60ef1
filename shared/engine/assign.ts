// What one visitor gets of one experience: computed, stable, never stored.
import type { Experience } from '../schema/experience.ts';
import { chooseByWeight } from './choose-by-weight.ts';
import { type Finding, find } from './decide.ts';
import { place } from './place.ts';
import type { View } from './view.ts';

export interface Assignment {
  id: string;
  outcome: 'variant' | 'original' | 'holdout';
  variant?: string;
  /** the segment of the variant, in the holdout of the one that would have been given */
  segment?: string;
  /** would a segment have matched; a holdout's exposure counts only then */
  eligible: boolean;
  reason: string;
  /** ms since epoch: when this may change without a new event */
  readonly until: number;
}

/**
 * Status, schedule, holdout, the first variant whose segment the visitor is in (its neighbours of the same segment
 * share by weight), frequency: in this order. The pages and the trigger are the caller's.
 *
 * @param seed random hex string of this browser on this site; holdout and weights are placed independently
 * @param isShown it is shown on this page already, so it has used its turn: how often it was seen is not asked again
 * @throws RangeError on a segment it does not know or cannot read
 */
export function assign(experience: Experience, view: View, seed: string, isShown?: boolean): Assignment {
  const { id, status, schedule, holdout = 0, variants } = experience;
  const { now, program } = view;
  const from = schedule?.from ? Date.parse(schedule.from) : -Infinity;
  const to = schedule?.to ? Date.parse(schedule.to) : Infinity;
  const edges: (() => number)[] = [() => from, () => to];
  let segment: string | undefined;
  const ask = (answer: Finding): boolean => {
    edges.push(answer.until);
    return answer.value === true;
  };
  const give = (
    outcome: Assignment['outcome'],
    reason: string,
    eligible = false,
    variant?: string,
  ): Assignment => ({
    id,
    outcome,
    ...(variant !== undefined && { variant }),
    ...(segment !== undefined && outcome !== 'original' && { segment }),
    eligible,
    reason,
    get until() {
      const ahead = edges.map((edge) => edge()).filter((edge) => edge > now);
      return status === 'live' ? Math.min(...ahead, Infinity) : Infinity;
    },
  });

  if (status !== 'live') return give('original', status);
  if (now < from || now >= to) return give('original', 'schedule');
  const first = variants.findIndex(
    ({ segment }) => segment === 'everyone' || ask(find({ kind: 'segment', id: segment }, view)),
  );
  segment = variants[first]?.segment;
  // How often it was seen is also known while the rest of the memory is in doubt.
  const frequency = program.frequencies.get(id);
  const isDue = isShown || !frequency || ask(find(frequency, { ...view, doubt: undefined }));
  const isEligible = segment !== undefined && isDue;
  if (place(seed, `${id}/holdout`) < holdout)
    return give('holdout', 'holdout', isEligible, variants[first]?.id);
  if (segment === undefined) return give('original', 'in no segment');
  if (!isDue) return give('original', 'frequency');

  let end = first;
  while (variants[end]?.segment === segment) end++;
  const sharing = variants.slice(first, end);
  const chosen = chooseByWeight(sharing, place(seed, id));
  return chosen ? give('variant', `in segment ${segment}`, true, chosen.id) : give('original', 'no weight');
}
