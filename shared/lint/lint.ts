// Advice on a config that is fit to be published: what will work, but hardly as meant. Every word of it is a
// warning; `selvedge check` and the panel show it beside the errors.
import { capProblems } from '../schema/cap-alike.ts';
import type { Config } from '../schema/config.ts';
import type { Problem } from '../schema/problem.ts';
import { lintAnswers } from './answers.ts';
import { lintBlocks } from './blocks.ts';
import { lintBuyer } from './buyer.ts';
import { lintChances } from './chances.ts';
import { lintCounting } from './counting.ts';
import { lintExperiences } from './experiences.ts';
import { lintLearned } from './learned.ts';
import { lintLists } from './lists.ts';
import { lintPaths } from './paths.ts';
import { lintReach } from './reach.ts';
import { lintRetention } from './retention.ts';
import { lintRfmEdges } from './rfm-edges.ts';
import { simulate } from './simulate.ts';
import { lintSingling } from './singling.ts';
import { lintTopics } from './topics.ts';

/**
 * @param config one that checkConfig found fit
 * @param now ms since epoch, for what is old by now
 */
export function lintConfig(config: Config, now?: number): Problem[] {
  const crowd = simulate(config);
  return capProblems([
    ...lintReach(config, crowd),
    ...lintSingling(config),
    ...lintRetention(config),
    ...lintRfmEdges(config),
    ...lintChances(config),
    ...lintTopics(config),
    ...lintPaths(config),
    ...lintExperiences(config, crowd),
    ...lintBlocks(config),
    ...lintLists(config),
    ...lintCounting(config),
    ...lintLearned(config, now),
    ...lintBuyer(config),
    ...lintAnswers(config),
  ]);
}
