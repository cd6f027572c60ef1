// Where the items of a list come from, and which are left out, in words.

import type { Source, Without } from '../../../shared/schema/recommend.ts';
import { t } from '../../../shared/words/t.ts';

export const SOURCES: Record<Source, string> = {
  similar: t`Looked at with what they looked at`,
  together: t`Bought with what is in their basket, or was bought last`,
  trending: t`Wanted by many now`,
  viewed: t`What they looked at, the latest first`,
  again: t`Due to be ordered again`,
};

export const WITHOUT: Record<Without, string> = {
  this: t`the item of this page`,
  viewed: t`what they looked at`,
  bought: t`what they bought`,
  basket: t`what is in their basket`,
};
