// The edges of recency, frequency and monetary classes, and what they told of who bought afterwards.

import type { Rfm } from '../schema/config.ts';
import { areaUnder } from './area-under.ts';
import { classOf, classOfRecency, type Four, findEdges } from './find-edges.ts';
import type { Held } from './held-orders.ts';
import type { Learned, Split } from './parts.ts';
import { cutFigure, roundShare } from './round.ts';
import { times } from './times.ts';

/** Fewer buyers make edges of accidents. */
export const LEAST_BUYERS = 300;
/** Below this share nearly everybody is in the lowest class of frequency. */
export const FEW_REPEAT = 0.03;

export interface RfmReport {
  buyers: number;
  /** share of those who bought on two days or more */
  repeat: number;
  /** share of buyers in classes 1 to 5 */
  classes: { recency: number[]; frequency: number[]; monetary: number[] };
  /** how the sum of the three classes told apart who bought in the test; null where there is no test */
  test: { until: string; days: number; buyers: number; bought: number; auc: number | null } | null;
}

interface Edges {
  recency: Four;
  frequency: Four;
  monetary: Four;
}

const edgesOf = ({ count, recency, frequency, monetary }: Held): Edges => ({
  // an edge is a length of time, which 0 is none of
  recency: findEdges(recency.subarray(0, count), false, 0),
  frequency: findEdges(frequency.subarray(0, count), true),
  // cut before, so that who lies on an edge does on the device, too
  monetary: findEdges(monetary.slice(0, count).map(cutFigure), true),
});

function sharesOf(count: number, classAt: (i: number) => number): number[] {
  const counts = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) counts[classAt(i) - 1] = (counts[classAt(i) - 1] ?? 0) + 1;
  return counts.map((one) => roundShare(one / count));
}

const NOTHING: RfmReport['classes'] = { recency: [], frequency: [], monetary: [] };

function judge(split: Split): RfmReport['test'] {
  const { test } = split;
  if (!test) return null;
  const { held, bought, until, days } = test;
  const { recency, frequency, monetary } = edgesOf(held);
  const scores = Float64Array.from(
    { length: held.count },
    (_, i) =>
      classOfRecency(held.recency[i] ?? 0, recency) +
      classOf(held.frequency[i] ?? 0, frequency) +
      classOf(held.monetary[i] ?? 0, monetary),
  );
  const did = Uint8Array.from({ length: held.count }, (_, i) => +bought.has(held.buyer[i] ?? -1));
  const auc = areaUnder(scores, did);
  return {
    until,
    days,
    buyers: held.count,
    bought: did.reduce((sum, one) => sum + one, 0),
    auc: auc === undefined ? null : roundShare(auc),
  };
}

/** @param names which event and prop the config's `rfm` is about */
export function learnRfm(
  split: Split,
  names: { event?: string | undefined; value?: string | undefined },
): Learned<Rfm, RfmReport> {
  const { held, retention } = split;
  const { count } = held;
  const repeat = held.frequency.subarray(0, count).reduce((sum, days) => sum + +(days > 1), 0);
  const report: RfmReport = {
    buyers: count,
    repeat: count ? roundShare(repeat / count) : 0,
    classes: NOTHING,
    test: null,
  };
  if (count < LEAST_BUYERS)
    return {
      status: 'refused',
      why: [`${times(count, 'buyer', 'buyers')} ordered in the last ${retention}, ${LEAST_BUYERS} needed`],
      report,
    };
  const edges = edgesOf(held);
  const { recency, frequency, monetary } = edges;
  const days = (at: number): `${number}d` => `${recency[at] ?? 0}d`;
  return {
    status: 'learned',
    value: {
      ...(names.event !== undefined && { event: names.event }),
      ...(names.value !== undefined && { value: names.value }),
      per: 'day',
      recency: [days(0), days(1), days(2), days(3)],
      frequency,
      monetary,
    },
    report: {
      ...report,
      classes: {
        recency: sharesOf(count, (i) => classOfRecency(held.recency[i] ?? 0, recency)),
        frequency: sharesOf(count, (i) => classOf(held.frequency[i] ?? 0, frequency)),
        monetary: sharesOf(count, (i) => classOf(held.monetary[i] ?? 0, monetary)),
      },
      test: judge(split),
    },
  };
}
