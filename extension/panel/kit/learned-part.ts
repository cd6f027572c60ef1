// What comes when it is asked for: the conditions of learned numbers, and their sentences (learned-later.ts).

import { learnedRules } from '../../../shared/engine/conditions/learned.ts';
import { modelRules } from '../../../shared/engine/conditions/model.ts';
import { sayLearned } from './say-learned.ts';

export const part = { learnedRules, modelRules, sayLearned };
