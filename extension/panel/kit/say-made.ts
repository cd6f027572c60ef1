// What learning called a group of buyers, or the rule that stands for one, in the author's language; what an author has
// written stays as it is.

import { type GroupWords, translateGroup } from '../../../shared/grammar/group-name.ts';
import { readLocale } from '../../../shared/words/locale.ts';
import { t } from '../../../shared/words/t.ts';

/** With `{}` where a figure goes. */
const readWords = (): GroupWords => ({
  locale: readLocale(),
  once: t`Bought once`,
  twice: t`Bought once or twice`,
  often: t`Bought ${'{}'} times`,
  spent: t`spent ${'{}'}`,
  about: t`about ${'{}'}`,
  rule: t`${'{}'} (rule)`,
  last: t`last ${'{}'}`,
  share: t`${'{}'} of buyers`,
  again: (own, all) => t`${own} bought again in the test, of all ${all}`,
});

/** @param text a name or a description */
export const sayMade = (text: string): string => translateGroup(text, readWords());
