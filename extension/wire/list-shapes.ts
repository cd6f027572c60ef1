// What is asked, and told, of the lists of recommended items that this browser gets.

import * as z from 'zod/mini';
import type { ChangeOf } from '../../shared/schema/change.ts';
import { isRecord } from './is-record.ts';

/** As the change says it. */
export type ListAsked = Omit<ChangeOf<'recommend'>, 'kind' | 'target' | 'card'>;
export const ListAsked = z.custom<ListAsked>(isRecord);

const name = z.string();
export const ListAnswer = z.object({
  shown: z.array(z.object({ name, source: z.enum(['similar', 'together', 'trending', 'viewed', 'again']) })),
  /** would be among them, were it not for this */
  left: z.array(z.object({ name, why: z.enum(['this', 'viewed', 'bought', 'basket']) })),
  /** whether there are enough */
  isShown: z.boolean(),
});
export type ListAnswer = z.infer<typeof ListAnswer>;
