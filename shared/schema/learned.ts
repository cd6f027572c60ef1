// What `selvedge learn` writes into a config: facts about all buyers, by which a browser judges its own visitor.

import * as z from 'zod';
import { ITEMS_FILE } from '../items/items-file.ts';
import { t } from '../words/t.ts';
import { fields } from './fields.ts';
import { type Refusal, refusing } from './problem.ts';
import { Share } from './share.ts';

const Day = z.iso.date({ error: t`a day such as "2026-11-28"` });

const findTurned = ({ from, until }: { from: string; until: string }): Refusal[] =>
  from <= until
    ? []
    : [
        {
          problem: t`what was learned from begins on ${from} and ends before it, on ${until}`,
          remedy: t`Write the earlier of the two days here, or run \`selvedge learn\` again.`,
          path: ['from'],
        },
      ];

export const LearnedFrom = fields({
  at: Day.describe('When.'),
  from: Day.describe('The first day of what was read.'),
  until: Day.describe('The last day that was learned from.'),
  buyers: z.number().int().nonnegative().optional(),
  visits: z.number().int().nonnegative().optional(),
})
  .superRefine(refusing(findTurned))
  .meta({
    id: 'LearnedFrom',
    description: 'What `selvedge learn` made the numbers in here from; `check` warns once it is old.',
  });
export type LearnedFrom = z.infer<typeof LearnedFrom>;

const orders = {
  event: z.string().min(1).optional().describe('Default "purchase".'),
  value: z.string().min(1).optional().describe('The prop that is summed; default "value".'),
};
const positive = z.number().positive();

function findTwice(groups: { id: string }[]): Refusal[] {
  return groups.flatMap(({ id }, i) =>
    groups.findIndex((group) => group.id === id) === i
      ? []
      : [
          {
            problem: t`the group id "${id}" is there already`,
            remedy: t`Give each its own id.`,
            path: [i, 'id'],
          },
        ],
  );
}

/** Logarithms of days, counts and money, and how many standard deviations they lie apart: none is near it. */
const FARTHEST = 1e6;
const near = z.number().min(-FARTHEST).max(FARTHEST);
const Point = z.tuple([near, near, near]);
const spread = positive.max(FARTHEST);

const PersonaGroup = fields({
  id: z.string().min(1).describe('What the condition `persona` names it by.'),
  name: z.string().describe('Said to authors and, in reasons, to visitors.'),
  description: z.string(),
  centre: Point.describe('The three, each less its mean, in standard deviations.'),
  share: Share.describe('The share of all buyers, 0 to 1.'),
}).meta({ id: 'PersonaGroup', description: 'Buyers whose histories are alike.' });

export const Personas = fields({
  ...orders,
  mean: Point.describe(
    'Of log(1 + days since the last order day), log(order days) and log(1 + the sum of all orders).',
  ),
  spread: z.tuple([spread, spread, spread]).describe('Their standard deviations.'),
  groups: z.array(PersonaGroup).min(2).max(6).superRefine(refusing(findTwice)),
}).meta({
  id: 'Personas',
  description: 'Groups of buyers with alike histories: order days, how long ago, and how much.',
});
export type Personas = z.infer<typeof Personas>;

export const BuyingValue = fields({
  ...orders,
  purchases: z
    .tuple([positive, positive, positive, positive])
    .describe('How often buyers order and when they stop (BG/NBD): r, alpha in days, a, b.'),
  spend: z
    .tuple([positive, z.number().gt(1), positive])
    .optional()
    .describe('What an order day is worth (Gamma-Gamma): p, q, v.'),
}).meta({ id: 'BuyingValue', description: 'How many order days to expect of buyers, and how much money.' });
export type BuyingValue = z.infer<typeof BuyingValue>;

const findElsewhere = ({
  file,
  pages,
}: {
  file?: string | undefined;
  pages?: true | undefined;
}): Refusal[] =>
  (file === undefined) === (pages === true)
    ? []
    : [
        {
          problem: t`items are known from one file, or from their pages`,
          remedy: t`Keep "file" or "pages": true, as \`selvedge learn\` wrote it.`,
        },
      ];

export const Items = fields({
  file: z
    .string()
    .regex(ITEMS_FILE, t`the name of a file that selvedge learn wrote, such as "selvedge-items-3f9a12bc.js"`)
    .optional()
    .describe('The name of a file of all items; it lies beside the tag.'),
  pages: z
    .literal(true)
    .optional()
    .describe(
      'Instead of it: each item’s page says what goes with it, in `<script type="application/json" id="selvedge-item">`, and a browser knows the items that it saw (`learn --pages`).',
    ),
})
  .superRefine(refusing(findElsewhere))
  .meta({
    id: 'Items',
    description:
      'What is looked at and bought together, as `selvedge learn` writes it: the same for everybody.',
  });
export type Items = z.infer<typeof Items>;

const trait = z.string().min(1).optional();
export const Buyer = fields({
  orders: trait.describe('Of how many orders there were, a number.'),
  spent: trait.describe('Of what all of them were worth, a number.'),
  first: trait.describe(
    'Of the day of the first one, such as "2026-03-01", or the instant: "2026-03-01T10:00:00Z".',
  ),
  last: trait.describe('Of the day of the last one, or the instant.'),
}).meta({
  id: 'Buyer',
  description:
    'The names of the traits by which a site states what a signed-in buyer has bought, here and elsewhere.',
});
export type Buyer = z.infer<typeof Buyer>;
