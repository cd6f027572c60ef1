// Why what to expect of buyers is refused, and what would be enough.

import type { ValueFault } from '../../../shared/learn/value-fault.ts';
import { sayNumber, sayWhole } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { saySpan } from '../kit/say-test.ts';
import { sayPercent } from './say-learned.ts';

export function sayValueFault(fault: ValueFault): string {
  switch (fault.kind) {
    case 'untested':
      return t`No day is left to test it on.`;
    case 'no number':
      return t`Of some buyers no number came out of what is expected.`;
    case 'recency':
      return t`Who bought in the test is told better by recency alone.`;
    case 'alike':
      return t`Who bought in the test is told no better than by chance: all buyers have about as many order days to expect.`;
    case 'few':
      return t`Buyers who bought on two days or more: ${sayNumber(fault.repeat)}, and ${fault.needed} are needed.`;
    case 'forgotten':
      return t`Browsers remember ${sayPercent(fault.remembered)} of the order days, and ${sayPercent(fault.needed)} are needed: they forget after ${saySpan(fault.retention)}, and would take the first order that they remember for the first of all. ${saySpan(`${fault.enough}d`)} would be enough. It would do, too, if your site stated the orders of signed-in buyers (“buyer” in the config).`;
    case 'apart':
      return t`In the test ${sayWhole(fault.expected)} order days were expected and ${sayWhole(fault.actual)} came, which is too far apart.`;
  }
}
