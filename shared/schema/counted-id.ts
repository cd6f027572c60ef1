// An id by which something is counted: a line of a log holds it, and a report reads no more than 200 characters of an arm,
// which is `variant:ID`. Half of a character can stand in no address.

import * as z from 'zod';
import { t } from '../words/t.ts';

export const CountedId = z
  .string()
  .min(1)
  .max(192)
  .regex(/^\P{Surrogate}*$/u, t`an id of whole characters`);
