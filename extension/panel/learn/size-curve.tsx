// How large the file of items may be: what each size holds of what came next, and another by a choice.

import type { Fit } from '../../../shared/learn/items/items-fault.ts';
import type { ItemsReport } from '../../../shared/learn/items/items-report.ts';
import { sayDecimal } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { learning } from './here.ts';

export const sayKilobytes = (bytes: number): string => t`${sayDecimal(bytes / 1000)} kB`;

const keyOf = ({ together, each }: Pick<Fit, 'together' | 'each'>): string => `${together} ${each}`;
const inHundred = (share: number): number => Math.round(100 * share);

const sayFit = ({ together, each, bytes, hr }: Fit): string =>
  t`${sayKilobytes(bytes)}, ${inHundred(hr)} of 100: pairs of ${together} visitors, ${each} each`;

export function SizeCurve({ report }: { report: ItemsReport }) {
  const curve = report.curve.toSorted((a, b) => a.bytes - b.bytes || b.hr - a.hr);
  const now = keyOf({ together: report.least, each: report.each });
  const [largest, best] = [
    Math.max(...curve.map(({ bytes }) => bytes)),
    Math.max(...curve.map(({ hr }) => hr)),
  ];
  return (
    <div class="learn-sizes">
      <label class="field">
        <span>{t`How large the file is`}</span>
        <select
          value={now}
          onChange={({ currentTarget: { value } }) => {
            const fit = curve.find((one) => keyOf(one) === value);
            if (fit) void learning.again({ part: 'items', together: fit.together, each: fit.each });
          }}
        >
          {curve.map((fit) => (
            <option key={keyOf(fit)} value={keyOf(fit)}>
              {sayFit(fit)}
            </option>
          ))}
        </select>
      </label>
      <table class="figures learn-fifths">
        <caption>{t`What a larger file holds of what came next in the test`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Weighs`}</th>
            <td class="learn-bar" />
            <th scope="col">{t`Of 100`}</th>
            <th scope="col">{t`Visitors`}</th>
            <th scope="col">{t`Each`}</th>
          </tr>
        </thead>
        <tbody>
          {curve.map((fit) => (
            <tr key={keyOf(fit)} aria-current={keyOf(fit) === now ? 'true' : undefined}>
              <th scope="row">{sayKilobytes(fit.bytes)}</th>
              <td class="learn-bar" aria-hidden="true">
                <span class="bar-of" style={{ width: `${(100 * fit.bytes) / largest}%` }} />
                <span class="bar-of reached" style={{ width: `${(100 * fit.hr) / (best || 1)}%` }} />
              </td>
              <td>{inHundred(fit.hr)}</td>
              <td>{fit.together}</td>
              <td>{fit.each}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="tiny soft">{t`The pale bar is what the file weighs, packed by gzip; the full one how many of 100 items that came next stood in its lists. “Visitors”: so many different ones an item, and a pair, needs; of orders, buyers. “Each”: so many neighbours an item has at most.`}</p>
      {report.least < 3 && (
        <p class="small make-warn">{t`What only two visitors met may show what two people did: three are the rule.`}</p>
      )}
    </div>
  );
}
