// What this page view gets: which experiences concern it, what each assigns, and why.
//
// Decided once per page view (or when its trigger fires), so that a page does not change under the reader;
// experiences with `live` are decided again whenever the answer may have changed.

import { type Assignment, assign } from '../../shared/engine/assign.ts';
import { assignUnlessHeldOut } from '../../shared/engine/assign-unless-held-out.ts';
import { decide } from '../../shared/engine/decide.ts';
import type { Given } from '../../shared/engine/lines/entry.ts';
import { matchesPages } from '../../shared/engine/pattern.ts';
import { readThrown } from '../../shared/engine/thrown.ts';
import type { View } from '../../shared/engine/view.ts';
import type { Experience, Trigger } from '../../shared/schema/experience.ts';
import { isMeasuring } from '../is-measuring.ts';
import type { Warn } from '../warn.ts';

export interface Decided {
  experience: Experience;
  /** undefined while it waits for its trigger */
  assignment: Assignment | undefined;
}

export interface Experiences {
  /**
   * A page view begins: decides all that need no trigger; `wait` is called for those that do.
   * @param given what was decided, and shown, before this was there: that stands
   */
  enter(url: URL, wait: (experience: Experience, trigger: Trigger) => void, given?: Given[]): void;
  /** Decides one that waited. */
  fire(experience: Experience): void;
  /** Decides again: the live ones, or with `all` also those that showed the original so far. */
  again(all?: boolean): void;
  leave(): void;
  list(): Decided[];
  /** When one that is decided again while the page is open may change by itself (ms since epoch). */
  until(): number;
}

/** The place in the config of the segment of this experience that cannot be read; −1: there is none. */
const findBroken = ({ variants }: Experience, view: View): number =>
  [...view.program.segments].findIndex(([id, when]) => {
    if (!variants.some(({ segment }) => segment === id)) return false;
    try {
      decide(when, view);
      return false;
    } catch {
      return true;
    }
  });

/** Why it is not what would be decided by now. */
const AS_BEGUN = 'as it was decided before the first paint';

/** What was given before, with the reason for it where it would be given again. */
function stand(own: Assignment, given: Given, segments: string[]): Assignment {
  const { outcome, variant, segment = -1, eligible } = given;
  if (own.outcome === outcome && own.variant === variant && own.eligible === eligible) return own;
  const { id, until } = own;
  const name = outcome === 'original' ? undefined : (segments[segment] ?? 'everyone');
  return {
    id,
    outcome,
    ...(variant !== undefined && { variant }),
    ...(name !== undefined && { segment: name }),
    eligible,
    reason: AS_BEGUN,
    until,
  };
}

export function createExperiences(
  experiences: Experience[],
  view: () => View,
  seed: () => string,
  warn: Warn,
): Experiences {
  let decided: Decided[] = [];
  const judge = (experience: Experience, view: View, isShown?: boolean): Assignment => {
    try {
      return (isMeasuring ? assignUnlessHeldOut : assign)(experience, view, seed(), isShown);
    } catch (error) {
      const message = `${readThrown(error).message}`;
      const index = findBroken(experience, view);
      // a segment that cannot be read is said once, at its own place, however many experiences ask for it
      if (index >= 0)
        warn({ code: 'rule', message: `${message}; nobody is in this segment`, path: `segments[${index}]` });
      else
        warn({
          code: 'rule',
          message: `${message}; this experience shows the original`,
          experience: experience.id,
        });
      return { id: experience.id, outcome: 'original', eligible: false, reason: message, until: Infinity };
    }
  };
  return {
    enter(url, wait, given = []) {
      const moment = view();
      decided = experiences.flatMap((experience): Decided[] => {
        const { trigger, pages, id } = experience;
        try {
          if (!matchesPages(pages, url)) return [];
        } catch (error) {
          warn({ code: 'pages', message: `${readThrown(error).message}`, experience: id });
          return [];
        }
        const waits = trigger && trigger.kind !== 'load';
        if (waits) {
          wait(experience, trigger);
          return [{ experience, assignment: undefined }];
        }
        const own = judge(experience, moment);
        const before = experience.live ? undefined : given.find((one) => one.id === id);
        const assignment = before ? stand(own, before, [...moment.program.segments.keys()]) : own;
        return [{ experience, assignment }];
      });
    },
    fire(experience) {
      for (const one of decided)
        if (one.experience === experience) one.assignment = judge(experience, view());
    },
    again(all) {
      const moment = view();
      for (const one of decided) {
        const { experience, assignment } = one;
        if (!assignment) continue;
        const { eligible } = assignment;
        if (experience.live || (all && !eligible)) one.assignment = judge(experience, moment, eligible);
      }
    },
    leave() {
      decided = [];
    },
    list: () => decided,
    until: () =>
      Math.min(
        ...decided.map(({ experience, assignment }) =>
          experience.live && assignment ? assignment.until : Infinity,
        ),
        Infinity,
      ),
  };
}
