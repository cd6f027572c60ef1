// Draws charts with uPlot in the panel's colours: a file of its own, loaded when a report is opened. A chart follows the
// width it is given and the browser's wish for light or dark, until it is undone.

import uPlot from 'uplot';
import { readLocale } from '../../../shared/words/locale.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';
import type { LiftSeries } from './lift-series.ts';

const HEIGHT = 130;
const DAY = 86_400;
const DAYS = [1, 2, 7, 14, 28, 91, 364].map((days) => days * DAY);
const FONT = '11px system-ui, sans-serif';

/** What a style sheet's `var(--name)` is now. */
function colourOf(place: HTMLElement, name: string): string {
  const probe = place.appendChild(document.createElement('i'));
  probe.style.color = `var(${name})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

type Colours = Record<'ink' | 'soft' | 'line' | 'accent', string>;

const coloursOf = (place: HTMLElement): Colours => ({
  ink: colourOf(place, '--ink'),
  soft: colourOf(place, '--soft'),
  line: colourOf(place, '--line'),
  accent: colourOf(place, '--accent'),
});

const sayDay = (at: number): string =>
  new Date(at * 1000).toLocaleDateString(readLocale(), { day: 'numeric', month: 'short', timeZone: 'UTC' });

function axesOf({ soft, line }: Colours, say: (value: number) => string): uPlot.Axis[] {
  const look = { stroke: soft, font: FONT, grid: { stroke: line, width: 1 }, ticks: { show: false } };
  return [
    { ...look, grid: { show: false }, size: 24, space: 56, incrs: DAYS, values: (_, at) => at.map(sayDay) },
    { ...look, size: 52, space: 20, values: (_, all) => all.map(say) },
  ];
}

/** @param make the options without a size, in these colours */
function draw(
  place: HTMLElement,
  data: uPlot.AlignedData,
  make: (colours: Colours) => Omit<uPlot.Options, 'width' | 'height'>,
): () => void {
  let chart: uPlot | undefined;
  const size = () => ({ width: Math.max(120, place.clientWidth), height: HEIGHT });
  const begin = () => {
    chart?.destroy();
    chart = new uPlot({ ...make(coloursOf(place)), ...size() }, data, place);
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const watcher = new ResizeObserver(() => chart?.setSize(size()));
  begin();
  dark.addEventListener('change', begin);
  watcher.observe(place);
  return () => {
    dark.removeEventListener('change', begin);
    watcher.disconnect();
    chart?.destroy();
  };
}

const PLAIN = { cursor: { show: false }, legend: { show: false } } as const;
const NO_POINTS = { points: { show: false } } as const;

/** The lift with the band in which it lies, and the line where nothing differs. */
export function drawLift(place: HTMLElement, { at, lift, low, high, range }: LiftSeries): () => void {
  const zero = at.map(() => 0);
  // where all days before say nothing
  const isAlone = lift.filter((one) => one !== null).length === 1;
  return draw(place, [at, low, high, zero, lift], (colours) => ({
    ...PLAIN,
    scales: { x: { time: false }, y: { range } },
    axes: axesOf(
      colours,
      (value) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${sayNumber(Math.abs(value))} %`,
    ),
    series: [
      {},
      { ...NO_POINTS, stroke: colours.accent, width: 0.5 },
      { ...NO_POINTS, stroke: colours.accent, width: 0.5 },
      { ...NO_POINTS, stroke: colours.ink, width: 1, dash: [4, 4] },
      { stroke: colours.accent, width: 2.5, points: { show: isAlone, fill: colours.accent } },
    ],
    bands: [{ series: [2, 1], fill: colours.accent.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.2)') }],
  }));
}

/** How many were counted until each day; of two sides the second is dashed. */
export const drawVisitors = (place: HTMLElement, at: number[], ...sides: number[][]): (() => void) =>
  draw(place, [at, ...sides], (colours) => ({
    ...PLAIN,
    scales: { x: { time: false }, y: { range: (_, _low, most) => [0, Math.max(1, most * 1.1)] } },
    axes: axesOf(colours, (value) => sayNumber(value, { notation: 'compact' })),
    series: [
      {},
      ...sides.map((_, i) => {
        const stroke = i > 0 ? colours.ink : colours.accent;
        const look = i > 0 ? { width: 1.5, dash: [4, 4] } : { width: 2.5 };
        return { ...NO_POINTS, stroke, ...look };
      }),
    ],
  }));
