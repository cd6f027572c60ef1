// What comes when it is asked for: the conditions of learned numbers, what a site states of a buyer, and their sentences
// (learned-later.ts).

import { learnedRules } from '../../../shared/engine/conditions/learned.ts';
import { modelRules } from '../../../shared/engine/conditions/model.ts';
import { stateRule } from '../../../shared/engine/conditions/stated.ts';
import { sayLearned } from './say-learned.ts';

export const part = { ...learnedRules, ...modelRules, stateRule, sayLearned };
