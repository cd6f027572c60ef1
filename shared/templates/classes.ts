// What the edges of rfm tell of a buyer among all buyers; `selvedge learn` makes them of the owner's orders.
//
// By how the classes lie to each other only: a site's edges are its own, and so is what it makes of them.
import * as z from 'zod';
import type { ConditionOf } from '../schema/condition.ts';
import { template } from './template.ts';

const classes = (id: string, cells: Omit<ConditionOf<'rfm'>, 'kind'>) =>
  template({
    id,
    group: 'purchase',
    needs: ['purchase', 'rfm'],
    params: z.object({}),
    when: () => ({ kind: 'rfm', ...cells }),
  });

const high = { $gte: 4 };
const low = { $lte: 2 };

export const buyerClasses = [
  classes('rfm-best', { recency: high, frequency: high, monetary: high }),
  classes('rfm-often-lately', { recency: high, frequency: high }),
  classes('rfm-seldom-lately', { recency: high, frequency: low }),
  classes('rfm-often-small', { frequency: high, monetary: low }),
  classes('rfm-seldom-large', { frequency: low, monetary: high }),
  classes('rfm-often-pausing', { recency: 3, frequency: high }),
  classes('rfm-slipping-away', { recency: low, frequency: high }),
  classes('rfm-large-long-ago', { recency: low, monetary: high }),
  classes('rfm-seldom-long-ago', { recency: low, frequency: low }),
];
