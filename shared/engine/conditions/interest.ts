// Fading interest in topics. All topics fade alike, so shares and ranks stand still between events.

import type { ConditionOf } from '../../schema/condition.ts';
import type { Config } from '../../schema/config.ts';
import { digAll } from '../dig.ts';
import { ms } from '../duration.ts';
import type { Rule } from '../rule.ts';
import { tidy } from '../rule.ts';
import { faded } from './score.ts';

/** State: when the scores were so, the scores, and the topics of the page that is open. */
type Interests = [at: number, scores: Record<string, number>, page: string[]];

const usual: Record<string, number> = { page_view: 1, view_item: 2, add_to_cart: 5, purchase: 8 };

export function interest(condition: ConditionOf<'interest'>, config: Config): Rule<Interests> {
  const { topic, share, rank } = condition;
  const { weights = usual, halfLife: length = '14d' } = config.interests ?? {};
  const halfLife = ms(length);
  return {
    is: { share, rank },
    isHistory: true,
    spans: [halfLife],
    node: {
      id: JSON.stringify(['interest', weights, halfLife]),
      on: ['page_view', ...Object.keys(weights)],
      init: () => [0, {}, []],
      fold([since, scores, page], { name, at, props }) {
        const own = ['topics', 'topic', 'item_category', 'items.item_category']
          .map((path) => digAll(props, path) as string[])
          .find((topics) => topics.length);
        const open = name === 'page_view' ? (own ?? []) : page;
        const weight = weights[name];
        if (!weight) return [since, scores, open];
        for (const key in scores) scores[key] = faded(scores[key] as number, at - since, halfLife);
        for (const key of new Set(own ?? open)) scores[key] = (scores[key] ?? 0) + weight;
        return [at, scores, open];
      },
    },
    look([, scores]) {
      const mine = scores[topic] ?? 0;
      const all = Object.values(scores);
      const total = all.reduce((sum, each) => sum + each, 0);
      const figure = {
        share: total ? tidy(mine / total) : 0,
        rank: mine ? 1 + all.filter((each) => tidy(each / mine) > 1).length : undefined,
      };
      return { figures: () => [figure], cuts: () => [] };
    },
  };
}
