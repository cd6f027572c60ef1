// A question as it is put on a page: for whoever keeps the page as it should be a block like others, which another file
// draws. So a tag whose config asks nothing has nothing of this.
import type { ChangeOf, Position } from '../../schema/change.ts';
import type { Question } from '../../schema/question.ts';
import type { Target } from '../../schema/target.ts';

export interface Asked {
  kind: 'block';
  shape: 'question';
  place: NonNullable<ChangeOf<'ask'>['place']>;
  /** In the page's body, where it lies over the page. */
  position: Position;
  question: Question;
}

/** With where it is put, as a placed block. */
export type PlacedAsk = Asked & { target: Target };
