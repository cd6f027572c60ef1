// Recency, frequency, monetary: three bars of five classes, where their edges lie, and what the classes told in the test.

import { ChartColumnBig, ChevronRight } from 'lucide-preact';
import { FEW_REPEAT, LEAST_BUYERS, type RfmReport } from '../../../shared/learn/learn-rfm.ts';
import type { Rfm } from '../../../shared/schema/config.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { saySpan } from '../kit/say-test.ts';
import { base } from './here.ts';
import type { Known } from './learning.ts';
import { PartCard } from './part-card.tsx';
import { sayDay, sayPercent } from './say-learned.ts';

const CLASSES = [1, 2, 3, 4, 5];

const MEASURES = [
  { name: 'recency', label: t`Recency: since the last order` },
  { name: 'frequency', label: t`Frequency: days with an order` },
  { name: 'monetary', label: t`Monetary: all orders together` },
] as const;
type Measure = (typeof MEASURES)[number]['name'];

/** Which buyers a class holds, its number from 1 on. */
function sayClass(rfm: Rfm, measure: Measure, one: number): string {
  if (measure === 'recency') {
    const edge = rfm.recency[5 - one];
    return edge === undefined ? t`longer ago` : t`up to ${saySpan(edge)}`;
  }
  const edges = rfm[measure];
  const [from, below] = [edges[one - 2], edges[one - 1]];
  if (from === undefined) return t`below ${sayNumber(below)}`;
  return below === undefined
    ? t`from ${sayNumber(from)}`
    : t`from ${sayNumber(from)} to below ${sayNumber(below)}`;
}

/** Of five shares a bar; the same in words for who sees none. */
function Bar({ label, shares }: { label: string; shares: number[] }) {
  return (
    <div
      class="learn-classes"
      role="img"
      aria-label={t`${label}. Buyers in classes 1 to 5: ${shares.map(sayPercent).join(', ')}`}
    >
      {shares.map((share, i) => (
        <span key={i} data-class={i + 1} style={{ flexGrow: share }}>
          {share >= 0.06 ? i + 1 : ''}
        </span>
      ))}
    </div>
  );
}

function Edges({ rfm, report }: { rfm: Rfm; report: RfmReport | undefined }) {
  return (
    <details class="small">
      <summary>
        <ChevronRight class="turn" size={15} aria-hidden="true" />
        <span class="grow">{t`Where the edges lie`}</span>
      </summary>
      {MEASURES.map(({ name, label }) => (
        <table key={name} class="figures">
          <caption>{label}</caption>
          <tbody>
            {CLASSES.toReversed().map((one) => (
              <tr key={one}>
                <th scope="row">{t`Class ${one}`}</th>
                <td class="breaks">{sayClass(rfm, name, one)}</td>
                {report && <td>{sayPercent(report.classes[name][one - 1] ?? 0)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </details>
  );
}

function saySure({ test }: RfmReport): string {
  if (!test) return t`No day is left to test it on: nobody has checked what it tells.`;
  const { until, days, buyers, bought, auc } = test;
  const head = t`Tested on the ${days} days after ${sayDay(until)}: of ${sayNumber(buyers)} buyers ${sayNumber(bought)} bought again.`;
  return auc === null
    ? head
    : t`${head} Of one who did and one who did not, the sum of the three classes was higher for the one who did in ${Math.round(100 * auc)} of 100 pairs (50 is chance).`;
}

export function RfmCard({ config, knowledge }: Known) {
  const part = knowledge?.parts.rfm;
  const rfm = config?.rfm;
  if (!part && !rfm) return null;
  const report = part?.report;
  const whyNot =
    part?.status === 'refused'
      ? [t`Buyers whom browsers remember: ${sayNumber(part.report.buyers)}, and ${LEAST_BUYERS} are needed.`]
      : undefined;
  const few = report && !whyNot && report.repeat < FEW_REPEAT;
  return (
    <PartCard
      icon={ChartColumnBig}
      title={t`Classes (RFM)`}
      says={
        report
          ? t`Where each of ${sayNumber(report.buyers)} buyers stands among all of them, in five classes each; 5 is best.`
          : t`Where a buyer stands among all of them, in five classes each; 5 is best.`
      }
      sure={report && !whyNot ? saySure(report) : ''}
      whyNot={whyNot}
      learned={config}
      fields={['rfm']}
      step={t`Classes (RFM)`}
    >
      {rfm && report && report.classes.recency.length > 0 && (
        <div class="learn-bars">
          {MEASURES.map(({ name, label }) => (
            <div key={name}>
              <p class="tiny">{label}</p>
              <Bar label={label} shares={report.classes[name]} />
            </div>
          ))}
        </div>
      )}
      {few && (
        <p class="small soft">{t`Only ${sayPercent(report.repeat)} bought on two days or more: frequency tells next to nothing here.`}</p>
      )}
      {rfm && base.value?.rfm && (
        <p class="tiny soft">{t`Your config has classes already: what you take over replaces them.`}</p>
      )}
      {rfm && <Edges rfm={rfm} report={report} />}
    </PartCard>
  );
}
