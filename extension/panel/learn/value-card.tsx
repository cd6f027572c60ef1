// How many order days to expect: what was expected in the test against what came, of all buyers and of each fifth of them.

import { Hourglass } from 'lucide-preact';
import type { ValueReport } from '../../../shared/learn/learn-value.ts';
import { MOST_CORRELATION } from '../../../shared/learn/most-correlation.ts';
import { sayDecimal, sayWhole } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import type { Known } from './learning.ts';
import { PartCard } from './part-card.tsx';
import { RememberLonger } from './remember-longer.tsx';
import { sayDay } from './say-learned.ts';
import { sayValueFault } from './say-value-fault.ts';

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

function saySpendless(correlation: number): string {
  const [own, most] = [sayDecimal(correlation, 2), sayDecimal(MOST_CORRELATION, 2)];
  if (Math.abs(correlation) <= MOST_CORRELATION)
    return t`What an order is worth is left out: too few of those who bought on two days spent anything, or a few of them spent most of it.`;
  return correlation > 0
    ? t`What an order is worth is left out: who orders more often spends more each time (correlation ${own}, ${most} at most).`
    : t`What an order is worth is left out: who orders more often spends less each time (correlation ${own}, ${most} at most).`;
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
  const forgotten = part?.report.faults?.find((fault) => fault.kind === 'forgotten');
  const whyNot = part?.status === 'refused' ? (part.report.faults ?? []).map(sayValueFault) : undefined;
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
      {forgotten && <RememberLonger days={forgotten.enough} />}
      {test && (
        <>
          <Fifths fifths={test.fifths} />
          <p class="tiny soft">{t`The pale bar is what was expected, the full one what came.`}</p>
        </>
      )}
      {part?.status === 'learned' && !part.value.spend && (
        <p class="small soft">{saySpendless(part.report.correlation)}</p>
      )}
    </PartCard>
  );
}
