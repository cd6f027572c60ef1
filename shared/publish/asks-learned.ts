// Whether segments ask for what was learned of all buyers and of all visits, and for what a site states of its own. What a model
// weighs is asked for with it; of that nothing is stated.

import { readsBuyer } from '../engine/conditions/reads-buyer.ts';
import type { Condition } from '../schema/condition.ts';
import type { Config } from '../schema/config.ts';
import type { Model } from '../schema/model.ts';
import { walk } from '../schema/parts.ts';

type Asking = Pick<Config, 'segments' | 'models'>;

const inSegments = ({ segments }: Pick<Config, 'segments'>): Condition[] =>
  segments.flatMap(({ when }) => walk(when, []).map(({ value }) => value));

/** Those of the models that a segment asks for. */
export function findAskedModels(config: Asking): Model[] {
  const ids = inSegments(config).flatMap((one) => (one.kind === 'model' ? [one.id] : []));
  return config.models?.filter(({ id }) => ids.includes(id)) ?? [];
}

function asks(config: Asking, kinds: Condition['kind'][]): boolean {
  const weighed = findAskedModels(config).flatMap(({ terms }) =>
    terms.flatMap((term) => ('when' in term ? [term.when] : [])),
  );
  return [...inSegments(config), ...weighed].some(({ kind }) => kinds.includes(kind));
}

export const asksPersonas = (config: Asking): boolean => asks(config, ['persona']);
export const asksValue = (config: Asking): boolean => asks(config, ['expected', 'alive']);
/** For what was learned of buyers. */
export const asksLearned = (config: Asking): boolean => asksPersonas(config) || asksValue(config);
/** For what was learned of visits. */
export const asksModel = (config: Asking): boolean => asks(config, ['model']);
/** For what the site states of a buyer. */
export const asksBuyer = ({ buyer, segments }: Pick<Config, 'segments' | 'buyer'>): boolean =>
  !!buyer && inSegments({ segments }).some(readsBuyer);
