// Whether a condition is about local calendar dates: its answer hangs on the zone in which its events happened and the
// page is opened, and may change at midnight.

import type { Condition } from '../../schema/condition.ts';
import type { Config } from '../../schema/config.ts';

export const isOfDays = ({ kind }: Condition, { rfm }: Config): boolean =>
  kind === 'days' || (kind === 'rfm' && rfm?.per === 'day');
