// A list of recommended items as it is put on a page: for whoever keeps the page as it should be a block that stands before
// the page's own list, which another file draws. So a tag whose config recommends nothing has nothing of this.
import type { ChangeOf } from '../../schema/change.ts';
import type { Target } from '../../schema/target.ts';

export interface PlacedList {
  kind: 'block';
  shape: 'list';
  target: Target;
  position: 'before';
  list: ChangeOf<'recommend'>;
  /** The name of the file that knows the items, or `pages`: they are known from their own. */
  file: string;
  /** The visitor wants none: the page keeps its own. */
  isOff?: true;
}
