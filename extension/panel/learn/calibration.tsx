// Whether so many of a hundred came as were stated: a curve with its interval, and the same in figures.

import { rangeOf } from '../../../shared/engine/conditions/model.ts';
import type { ModelReport } from '../../../shared/schema/model.ts';
import { sayNumber, sayRough } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';

/** Of the drawing, in its own units. */
const [WIDTH, HEIGHT, EDGE] = [200, 120, 6];

export const sayInHundred = (share: number): string =>
  share < 0.1 ? sayRough(100 * share, 2) : sayNumber(100 * share, { maximumFractionDigits: 0 });

const sayRange = ([least, most]: [number, number]): string =>
  `${sayNumber(Math.floor(100 * least))}–${sayNumber(Math.ceil(100 * most))}`;

/** The dashed line is where what was stated came. */
function Curve({ bins }: Pick<ModelReport, 'bins'>) {
  const ranges = bins.map(rangeOf);
  const most = Math.max(0.01, ...bins.map(({ mean }) => mean), ...ranges.map(([, high]) => high));
  const x = (share: number) => EDGE + (share / most) * (WIDTH - 2 * EDGE);
  const y = (share: number) => HEIGHT - EDGE - (share / most) * (HEIGHT - 2 * EDGE);
  const path = bins.map(({ mean, actual }, i) => `${i ? 'L' : 'M'}${x(mean)} ${y(actual)}`).join(' ');
  const [first, last] = [bins[0], bins.at(-1)];
  return (
    <svg
      class="learn-curve"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t`What was stated against what came: from ${sayInHundred(first?.mean ?? 0)} stated and ${sayInHundred(first?.actual ?? 0)} come of 100 to ${sayInHundred(last?.mean ?? 0)} and ${sayInHundred(last?.actual ?? 0)}. All of them stand in the table below.`}
    >
      <path class="learn-even" d={`M${x(0)} ${y(0)} L${x(most)} ${y(most)}`} />
      {bins.map(({ mean }, i) => {
        const [low, high] = ranges[i] ?? [0, 0];
        return <path key={i} class="learn-range" d={`M${x(mean)} ${y(low)} L${x(mean)} ${y(high)}`} />;
      })}
      <path class="learn-line" d={path} />
      {bins.map(({ mean, actual }, i) => (
        <circle key={i} cx={x(mean)} cy={y(actual)} r={2.5} />
      ))}
    </svg>
  );
}

export function Calibration({ report: { bins } }: { report: Pick<ModelReport, 'bins'> }) {
  if (bins.length === 0) return null;
  return (
    <figure class="days">
      <Curve bins={bins} />
      <figcaption class="tiny soft">{t`To the right what was stated, upwards what came, each with where it lies in 95 of 100 such tests. On the dashed line both are the same.`}</figcaption>
      <table class="figures">
        <caption>{t`Of 100 page views of the test, by the stated chance`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Chance`}</th>
            <th scope="col">{t`Came`}</th>
            <th scope="col">{t`Range`}</th>
            <th scope="col">{t`Visitors`}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin, i) => (
            <tr key={i}>
              <th scope="row">{sayInHundred(bin.mean)}</th>
              <td>{sayInHundred(bin.actual)}</td>
              <td>{sayRange(rangeOf(bin))}</td>
              <td>{sayNumber(bin.visitors)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
