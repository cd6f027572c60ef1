// Published configs leave names out; an author needs some.

import type { Config } from '../../../shared/schema/config.ts';
import { toName } from '../kit/to-name.ts';

export function giveNames(config: Config): Config {
  return {
    ...config,
    segments: config.segments.map((one) => ({ ...one, name: one.name || toName(one.id) })),
    ...(config.questions && {
      questions: config.questions.map((one) => ({ ...one, name: one.name || toName(one.id) })),
    }),
    ...(config.goals && { goals: config.goals.map((one) => ({ ...one, name: one.name || toName(one.id) })) }),
    experiences: config.experiences.map((one) => ({
      ...one,
      name: one.name || toName(one.id),
      variants: one.variants.map((variant) => ({ ...variant, name: variant.name || toName(variant.id) })),
    })),
  };
}
