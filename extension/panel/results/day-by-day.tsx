// A comparison over its days: the lift with its band, the visitors, and the same as a table.

import { useSignal } from '@preact/signals';
import { ChevronRight } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Comparison, DayLook, ReportedSplit } from '../../../shared/measure/report.ts';
import { sayLift } from '../../../shared/measure/say-result.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { liftSeries, secondsOf } from './lift-series.ts';
import { sayDay, sayShortDay, saySide, unbroken } from './say-report.ts';
import { type Sides, sidesByDay } from './sides-by-day.ts';

type Drawing = typeof import('./draw-chart.ts');

/** @param draw answers what undoes it; drawn anew for another `of` */
function Chart({
  label,
  of,
  draw,
}: {
  label: string;
  of: unknown;
  draw(by: Drawing, at: HTMLElement): () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let undo: (() => void) | undefined;
    let isGone = false;
    import('./draw-chart.ts').then(
      (drawing) => {
        if (!isGone && place.current) undo = draw(drawing, place.current);
      },
      // the table says the same
      () => undefined,
    );
    return () => {
      isGone = true;
      undo?.();
    };
  }, [of]);
  return <div ref={place} class="chart" role="img" aria-label={label} />;
}

const between = ({ low, high, lift }: DayLook): string =>
  lift === null && low === null && high === null ? '–' : `${sayLift(low, true)} … ${sayLift(high)}`;

interface TableProps {
  series: readonly DayLook[];
  label: string;
  /** what the two are called, and how many each had */
  names: [arm: string, base: string];
  sides: Sides | undefined;
}

const Table = ({ series, label, names, sides }: TableProps) => (
  <table class="figures" aria-label={label}>
    <thead>
      <tr>
        <th scope="col">{t`Until`}</th>
        <th scope="col" class="named">
          {sides ? (
            <>
              {names[0]},
              <br />
              {names[1]}
            </>
          ) : (
            t`Visitors`
          )}
        </th>
        <th scope="col">{t`Reached`}</th>
        <th scope="col">{t`Lift, between`}</th>
      </tr>
    </thead>
    <tbody>
      {series.map((one, i) => (
        <tr key={one.day}>
          <th scope="row" class="day">
            {sayShortDay(one.day)}
          </th>
          <td>
            {sides ? (
              <>
                {sayNumber(sides.arm[i])}
                <br />
                <span class="soft">{sayNumber(sides.base[i])}</span>
              </>
            ) : (
              sayNumber(one.visitors)
            )}
          </td>
          <td>{sayNumber(one.converted)}</td>
          <td class="breaks">
            {one.lift === null ? '–' : sayLift(one.lift)}
            <br />
            <span class="soft">{unbroken(between(one))}</span>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

interface DayByDayProps {
  comparison: Comparison;
  split: ReportedSplit;
  /** what is compared, in words */
  name: string;
}

export function DayByDay({ comparison, split, name }: DayByDayProps) {
  const { series, arm, base } = comparison;
  const sides = sidesByDay(split, comparison);
  const names: TableProps['names'] = [saySide(arm), saySide(base)];
  const isOpen = useSignal(false);
  const last = series.at(-1);
  // of one day there is no more to see than stands above
  if (!last || series.length < 2) return null;
  const at = series.map(({ day }) => secondsOf(day));
  const days = t`${series.length} days until ${sayDay(last.day)}`;
  return (
    <figure class="days">
      <Chart
        label={t`Lift over ${days}: at the end ${sayLift(last.lift)}, between ${between(last)}`}
        of={series}
        draw={(by, place) => by.drawLift(place, liftSeries(series))}
      />
      <figcaption class="tiny soft">{t`The line is the lift, the band where it lies; the dashed line is no difference.`}</figcaption>
      <details
        class="small"
        onToggle={({ currentTarget }) => {
          isOpen.value = currentTarget.open;
        }}
      >
        <summary>
          <ChevronRight class="turn" size={15} aria-hidden="true" />
          <span class="grow">{t`Day by day`}</span>
        </summary>
        {isOpen.value && (
          <>
            <Chart
              label={
                sides
                  ? t`Visitors over ${days}: at the end ${names[0]} ${sayNumber(sides.arm.at(-1))}, ${names[1]} ${sayNumber(sides.base.at(-1))}`
                  : t`Visitors over ${days}: ${sayNumber(last.visitors)} at the end`
              }
              of={series}
              draw={(by, place) =>
                sides
                  ? by.drawVisitors(place, at, sides.arm, sides.base)
                  : by.drawVisitors(
                      place,
                      at,
                      series.map(({ visitors }) => visitors),
                    )
              }
            />
            <p class="tiny soft">
              {sides
                ? t`Visitors until each day. The line: ${names[0]}; dashed: ${names[1]}.`
                : t`Visitors of both sides together: how many each had by a day this report does not say. Make it anew.`}
            </p>
            <Table series={series} label={t`${name}, day by day`} names={names} sides={sides} />
          </>
        )}
      </details>
    </figure>
  );
}
