// What every tool for a picked element is given.

import type { Spoken } from '../../../../shared/grammar/words-for.ts';
import type { Change, ChangeOf } from '../../../../shared/schema/change.ts';
import type { Experience } from '../../../../shared/schema/experience.ts';
import type { Target } from '../../../../shared/schema/target.ts';
import type { Picked } from '../../../wire/edit-shapes.ts';

export interface ToolProps {
  picked: Picked;
  target: Target;
  /** what the variant makes of it already, by kind, in the words of the page's language */
  made<K extends Change['kind']>(kind: K): Spoken<ChangeOf<K>>[];
  /**
   * Puts what is typed into the draft as one types; there is no button for it.
   *
   * @param isOriginal it says what the page says by itself: then there is no such change
   */
  save(change: Change, what: string, isOriginal: boolean): void;
  /** Does it at once, and is done. @param besides something to set on the experience in the same step */
  add(change: Change, what: string, besides?: (experience: Experience) => void): void;
}
