// What a device cannot honestly know and never guesses: somebody must have stated it, and the site passed it
// on with selvedge.set(). Nothing here looks at behaviour.
import * as z from 'zod';
import { neededTexts, text } from './params.ts';
import { template } from './template.ts';

const oneOf = (id: string, key: string) =>
  template({
    id,
    group: 'stated',
    needs: ['trait'],
    params: z.object({ trait: text(key), values: neededTexts() }),
    when: ({ trait, values }) => ({ kind: 'trait', key: trait, is: { $in: values } }),
  });

export const stated = [
  oneOf('age-group', 'ageGroup'),
  oneOf('life-stage', 'lifeStage'),
  oneOf('industry', 'industry'),
  oneOf('company-size', 'companySize'),
  oneOf('job-role', 'role'),
  oneOf('values-and-attitudes', 'values'),
  oneOf('stated-need', 'need'),
  oneOf('member-tier', 'tier'),
  template({
    id: 'unhappy-in-survey',
    group: 'stated',
    needs: ['trait'],
    params: z.object({ trait: text('nps'), most: z.number().default(6) }),
    when: ({ trait, most }) => ({ kind: 'trait', key: trait, is: { $lte: most } }),
  }),
  template({
    id: 'would-recommend',
    group: 'stated',
    needs: ['trait'],
    params: z.object({ trait: text('nps'), least: z.number().default(9) }),
    when: ({ trait, least }) => ({ kind: 'trait', key: trait, is: { $gte: least } }),
  }),
  template({
    id: 'existing-client',
    group: 'stated',
    needs: ['trait'],
    params: z.object({ trait: text('isClient') }),
    when: ({ trait }) => ({ kind: 'trait', key: trait, is: true }),
  }),
];
