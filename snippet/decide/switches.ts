// What the visitor has switched off in their own view: a purpose for good, or one experience on this page.

import type { Visitor } from '../remember/visitor-api.ts';
import type { Decided } from './experiences.ts';

export type Purpose = 'personalize' | 'measure' | 'questions' | 'suggestions';

export interface Switches {
  /** A purpose is remembered like any other trait the visitor states. */
  isOff(purpose: Purpose): boolean;
  /** Shows the original of one experience on this page, or takes that back. */
  original(id: string, wanted: boolean): void;
  isOriginal(id: string): boolean;
  /** Of what was decided, what may be shown. */
  visible(decided: Decided[]): Decided[];
}

export function createSwitches(profile: Visitor['profile']): Switches {
  const originals = new Set<string>();
  const isOff = (purpose: Purpose) => [profile().traits.selvedge_off].flat().includes(purpose);
  return {
    isOff,
    original: (id, wanted) => void originals[wanted ? 'add' : 'delete'](id),
    isOriginal: (id) => originals.has(id),
    visible: (decided) =>
      isOff('personalize') ? [] : decided.filter(({ experience }) => !originals.has(experience.id)),
  };
}
