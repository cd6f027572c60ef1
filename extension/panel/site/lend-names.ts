// What is live has few names: tags leave them out. Where the author's draft has the same thing, it is called as there. Pure.

import type { Config } from '../../../shared/schema/config.ts';
import type { FoundConfig } from './found-config.ts';

interface Named {
  id: string;
  name: string;
}

const lend = <T extends Named>(list: readonly T[], from: readonly Named[] = []): T[] =>
  list.map((one) => ({ ...one, name: one.name || from.find(({ id }) => id === one.id)?.name || '' }));

function nameAll(config: Config, from: Config): Config {
  const { questions, goals, models } = config;
  return {
    ...config,
    segments: lend(config.segments, from.segments),
    ...(questions && { questions: lend(questions, from.questions) }),
    ...(goals && { goals: lend(goals, from.goals) }),
    ...(models && { models: lend(models, from.models) }),
    experiences: lend(config.experiences, from.experiences).map((one) => ({
      ...one,
      variants: lend(one.variants, from.experiences.find(({ id }) => id === one.id)?.variants),
    })),
  };
}

export const lendNames = (live: FoundConfig, draft: FoundConfig): FoundConfig =>
  live.kind === 'ok' && draft.kind === 'ok' ? { ...live, config: nameAll(live.config, draft.config) } : live;
