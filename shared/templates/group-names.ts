// What the groups of the gallery are called.

import { t } from '../words/t.ts';
import type { TemplateGroup } from './template.ts';

export const GROUP_NAMES: Readonly<Record<TemplateGroup, string>> = {
  visits: t`Visits`,
  arrival: t`Arrival`,
  engagement: t`Engagement`,
  journey: t`Journey`,
  interest: t`Interest`,
  basket: t`Basket`,
  purchase: t`Purchase`,
  learned: t`Learned from your export`,
  friction: t`Friction`,
  device: t`Device`,
  'place and time': t`Place and time`,
  stated: t`Stated`,
  answered: t`Answered, and did`,
};
