// Advice on experiences: without a goal nobody learns anything; what an earlier one takes is never seen.

import { keysOf } from '../engine/aspect.ts';
import { isByLanguage, keyFor, OTHERS } from '../grammar/words-for.ts';
import type { Change } from '../schema/change.ts';
import type { Config } from '../schema/config.ts';
import type { Experience } from '../schema/experience.ts';
import { formatPath, type Problem, type Said } from '../schema/problem.ts';
import { readWords } from '../schema/read-words.ts';
import { t } from '../words/t.ts';
import { coversPages } from './covers-pages.ts';
import { nameOf, nameOfSegment } from './names.ts';
import type { Crowd } from './simulate.ts';

export function lintExperiences(config: Config, crowd: Crowd): Problem[] {
  return config.experiences.flatMap((experience, i) => {
    const path = ['experiences', i];
    const problems: Problem[] = [];
    const warn = (at: PropertyKey[], inFile: Said, inPanel: Said) =>
      problems.push({ path: formatPath([...path, ...at]), ...inFile, severity: 'warning', inPanel });
    if (experience.status !== 'live') return [];
    if (experience.goal === undefined) {
      warn(
        [],
        {
          problem: t`"${experience.id}" has no goal, so nobody can tell whether it helps`,
          remedy: t`Choose a goal for it ("goal": its id), or say that there is nothing to count ("goal": null).`,
        },
        {
          problem: t`it has no goal, so nobody can tell whether it helps`,
          remedy: t`Say under “What should happen more?” what it is for, or that there is nothing to count.`,
        },
      );
    }
    // one without changes beside others is what they are compared with
    if (experience.variants.every(({ changes }) => changes.length === 0)) {
      warn(
        [],
        {
          problem: t`"${experience.id}" changes nothing: whoever gets it sees the original`,
          remedy: t`Add a change to a variant, or pause it.`,
        },
        {
          problem: t`it changes nothing: whoever gets it sees the original`,
          remedy: t`Add a change to a variant, or pause it.`,
        },
      );
    }
    findShadowedVariants(experience, crowd).forEach(({ at, by }) => {
      const { id, segment = '' } = experience.variants[at] ?? {};
      const first = experience.variants.find((variant) => variant.id === by);
      warn(
        ['variants', at, 'segment'],
        {
          problem: t`nobody gets "${id}": whoever is in "${segment}" gets "${by}" before`,
          remedy: t`Put the narrower segment first.`,
        },
        {
          problem: t`nobody gets it: whoever is in “${nameOfSegment(config, segment)}” gets “${nameOf(first, by)}” before`,
          remedy: t`Put the variant for fewer visitors first.`,
        },
      );
    });
    const shadow = config.experiences.slice(0, i).find((earlier) => isShadowed(experience, earlier, crowd));
    if (shadow) {
      warn(
        [],
        {
          problem: t`"${experience.id}" is never seen: "${shadow.id}" comes first and changes the same things for the same visitors`,
          remedy: t`Put it before the other, or change something else.`,
        },
        {
          problem: t`nobody ever sees it: “${nameOf(shadow, shadow.id)}” comes first and changes the same things for the same visitors`,
          remedy: t`Put it before the other, or change something else.`,
        },
      );
    }
    return problems;
  });
}

/** Variants whose visitors all get an earlier one, of another segment. */
function findShadowedVariants({ variants }: Experience, crowd: Crowd): { at: number; by: string }[] {
  return variants.flatMap(({ segment }, at) => {
    let start = at;
    while (start > 0 && variants[start - 1]?.segment === segment) start--;
    const by = variants.slice(0, start).find((earlier) => isWithin(segment, earlier.segment, crowd));
    return by ? [{ at, by: by.id }] : [];
  });
}

/** Whether all made-up visitors in one segment are in the other too. */
function isWithin(inner: string, outer: string, { members, size }: Crowd): boolean {
  if (outer === 'everyone' || inner === outer) return true;
  const wide = members.get(outer) ?? new Set();
  if (inner === 'everyone') return wide.size === size;
  const narrow = members.get(inner) ?? new Set();
  return narrow.size > 0 && [...narrow].every((visitor) => wide.has(visitor));
}

/** Whether one change has words on all pages on which the other has; what says nothing is on all. */
function speaksWherever(one: Change, other: Change): boolean {
  const [words, others] = [readWords(one), readWords(other)];
  if (!isByLanguage(words) || Object.hasOwn(words, OTHERS)) return true;
  return (
    isByLanguage(others) &&
    Object.keys(others).every((tag) => tag !== OTHERS && keyFor(words, tag) !== undefined)
  );
}

/** Whether everything the later one does is already taken by the earlier one. */
function isShadowed(later: Experience, earlier: Experience, crowd: Crowd): boolean {
  const isAlways =
    earlier.status === 'live' &&
    !earlier.schedule &&
    !earlier.frequency &&
    // who is held out of it sees the later one
    !earlier.holdout &&
    (earlier.trigger ?? { kind: 'load' }).kind === 'load' &&
    coversPages(earlier.pages, later.pages);
  if (!isAlways) return false;
  return later.variants.every(({ segment, changes }) => {
    // what takes nothing from anybody is always seen
    if (changes.length === 0 || changes.some((change) => keysOf(change).length === 0)) return false;
    const first = earlier.variants.find((variant) => isWithin(segment, variant.segment, crowd));
    if (!first) return false;
    // Any variant up to the one that surely takes these visitors may be the one they get.
    const possible = earlier.variants.slice(0, earlier.variants.lastIndexOf(first) + 1);
    const sharing = earlier.variants.filter((variant) => variant.segment === first.segment);
    return [...possible, ...sharing].every((variant) => {
      return changes.every((change) =>
        keysOf(change).every((key) =>
          variant.changes.some((taking) => keysOf(taking).includes(key) && speaksWherever(taking, change)),
        ),
      );
    });
  });
}
