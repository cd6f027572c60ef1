// How many order days to expect: what was expected in the test against what came, of all buyers and of each fifth of them.

import { Hourglass } from 'lucide-preact';
import type { ValueReport } from '../../../shared/learn/learn-value.ts';
import type { ValueFault } from '../../../shared/learn/value-fault.ts';
import { sayNumber, sayWhole } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import type { Known } from './learning.ts';
import { PartCard } from './part-card.tsx';
import { sayDay, sayPercent } from './say-learned.ts';

type Test = NonNullable<ValueReport['test']>;

const FIFTHS = [t`least`, t`second`, t`third`, t`fourth`, t`most`];

/** Two bars a fifth, and the same in figures. */
function Fifths({ fifths }: Pick<Test, 'fifths'>) {
  const most = Math.max(1, ...fifths.flatMap(({ expected, actual }) => [expected, actual]));
  const width = (count: number) => ({ width: `${(100 * count) / most}%` });
  return (
    <table class="figures learn-fifths">
      <caption>{t`Order days by fifths of the buyers, by how much was expected of them`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Fifth`}</th>
          <td class="learn-bar" />
          <th scope="col">{t`Expected`}</th>
          <th scope="col">{t`Came`}</th>
        </tr>
      </thead>
      <tbody>
        {fifths.map(({ expected, actual }, i) => (
          <tr key={FIFTHS[i]}>
            <th scope="row">{FIFTHS[i]}</th>
            <td class="learn-bar" aria-hidden="true">
              <span class="bar-of" style={width(expected)} />
              <span class="bar-of reached" style={width(actual)} />
            </td>
            <td>{sayWhole(expected)}</td>
            <td>{sayWhole(actual)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sayFault(fault: ValueFault): string {
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
      return t`Browsers remember ${sayPercent(fault.remembered)} of the order days, and ${sayPercent(fault.needed)} are needed: they would take the first order that they remember for the first of all. How long they remember is set in the config, not in this panel: ask who looks after it to write ${`"privacy": { "retention": "${fault.enough}d" }`} or more, or to state the orders of signed-in buyers (“buyer”).`;
    case 'apart':
      return t`In the test ${sayWhole(fault.expected)} order days were expected and ${sayWhole(fault.actual)} came, which is too far apart.`;
  }
}

function saySure({ auc, aucOfRecency }: Test): string {
  if (auc === null || aucOfRecency === null) return '';
  return t`Who bought and who did not stood in the right order in ${Math.round(100 * auc)} of 100 pairs, by recency alone in ${Math.round(100 * aucOfRecency)}: what is gained is a count, hardly an order.`;
}

function saySentence(value: { spend?: unknown }, test: Test | null | undefined): string {
  if (test)
    return t`In the ${test.days} days after ${sayDay(test.until)} ${sayWhole(test.expected)} order days were expected, ${sayWhole(test.actual)} came.`;
  return value.spend
    ? t`How many order days and how much money to expect of a buyer.`
    : t`How many order days to expect of a buyer.`;
}

export function ValueCard({ config, knowledge }: Known) {
  const part = knowledge?.parts.value;
  const value = config?.value;
  if (!part && !value) return null;
  const { test } = part?.report ?? {};
  const whyNot = part?.status === 'refused' ? (part.report.faults ?? []).map(sayFault) : undefined;
  return (
    <PartCard
      icon={Hourglass}
      title={t`What to expect`}
      says={value ? saySentence(value, test) : ''}
      sure={test && !whyNot ? saySure(test) : ''}
      whyNot={whyNot}
      learned={config}
      fields={['value']}
      step={t`What to expect`}
    >
      {test && (
        <>
          <Fifths fifths={test.fifths} />
          <p class="tiny soft">{t`The pale bar is what was expected, the full one what came.`}</p>
        </>
      )}
      {value && !value.spend && (
        <p class="small soft">{t`What an order is worth is left out: who orders more often spends otherwise, or too few spent anything.`}</p>
      )}
    </PartCard>
  );
}
