// What was learned of items, in sentences: what the file holds, how sure it is, and what other files would be.

import { MOST_ITEMS } from '../../items/items-file.ts';
import type { Learned } from '../parts.ts';
import { sayRefused } from '../say-refused.ts';
import { times, whole } from '../times.ts';
import { type Fit, sayKilobytes } from './items-fault.ts';
import type { ItemsReport, ItemsValue } from './items-report.ts';
import { LONGEST_ADDRESS } from './known-facts.ts';
import type { ItemsTest } from './test-rows.ts';

const inHundred = (share: number): string => `${Math.round(100 * share)} of 100`;

/** What of them: a visit or an order, and several. */
type Met = readonly [one: string, many: string];

function sayTest(test: ItemsTest | null, what: string, met: Met): string {
  if (!test?.asked) return '';
  const { until, runs, asked, listed, hr, popular, error } = test;
  const [low, high] = [hr - 2 * error, hr + 2 * error].map((share) =>
    Math.round(100 * Math.min(1, Math.max(0, share))),
  );
  return `  ${what}, tested on ${times(runs, ...met)} after ${until}: of ${times(asked, 'item', 'items')} that came next ${inHundred(hr)} stood in a list of ${listed} (${low} to ${high} in 95 of 100 such tests), and ${inHundred(popular.hr)} in a list of the most frequent ones.\n`;
}

function sayCurve(curve: readonly Fit[]): string {
  const rows = curve.map(
    ({ together, each, hr, bytes }) =>
      `    --together ${together} --each ${each}: ${sayKilobytes(bytes)}, ${inHundred(hr)}\n`,
  );
  return rows.length ? `  What it would weigh, and how many stood in the list:\n${rows.join('')}` : '';
}

function sayLeft({ left }: ItemsReport): string {
  const said = [
    ...(left.few ? [`${whole(left.few)} met by too few`] : []),
    ...(left.beyond ? [`${whole(left.beyond)} rarer than the ${whole(MOST_ITEMS)} that a file holds`] : []),
    ...(left.sensitive ? [`${whole(left.sensitive)} about health, belief or another such matter`] : []),
    ...(left.unlisted ? [`${whole(left.unlisted)} that the catalog does not list`] : []),
  ];
  return said.length ? `  Items left out: ${said.join(', ')}.\n` : '';
}

function sayNamed({ items, named }: ItemsReport): string {
  if (named === items) return '';
  const known = named ? `Only ${whole(named)} have` : 'None has';
  return `  ${known} a name and an address, without which no list shows an item: --catalog FILE says them.\n`;
}

function sayMissing({ missing: { prices, addresses, shared }, catalog }: ItemsReport): string {
  const remedy = catalog ? 'Give a catalog of one currency' : '--catalog FILE says them in one';
  const most = whole(LONGEST_ADDRESS);
  const said = [
    ...(prices ? [`Prices are left out, as they are of several currencies. ${remedy}.`] : []),
    ...(addresses === 1 ? [`One address is left out, as it is longer than ${most} characters.`] : []),
    ...(addresses > 1
      ? [`${whole(addresses)} addresses are left out, as they are longer than ${most} characters.`]
      : []),
    ...(shared
      ? [
          `Items without an address, as others have the same but for what stands behind its “?”: ${whole(shared)}. --catalog FILE says whole ones.`,
        ]
      : []),
  ];
  return said.map((sentence) => `  ${sentence}\n`).join('');
}

function sayCatalog({ catalog }: ItemsReport): string {
  if (!catalog) return '';
  const { entries, unmet, ids, noted } = catalog;
  const others = `${unmet > ids.length ? 'such as ' : ''}${ids.join(', ')}`;
  const missing =
    unmet === 1 ? 'one of them was met by nobody' : `${whole(unmet)} of them were met by nobody`;
  const met = unmet ? `${missing}: ${others}` : 'each of them was met';
  const odd = Object.entries(noted).map(([what, count]) => `${whole(count)} ${what}`);
  return `  In the catalog: ${[whole(entries), met, ...odd].join('; ')}.\n`;
}

const sayTests = ({ similar, together }: ItemsReport): string =>
  sayTest(similar.test, 'Looked at together', ['visit', 'visits']) +
  sayTest(together.test, 'Bought together', ['order', 'orders']);

/** Ids of which some are said. */
const TOLD = 3;

function sayWhere({ file }: ItemsValue, { bytes, paged }: ItemsReport): string {
  if (!paged) return `in ${file} (${sayKilobytes(bytes)})`;
  return `each in a file for its page: ${times(paged.files, 'file', 'files')}, ${sayKilobytes(paged.bytes / paged.files)} on average. One file of all would weigh ${sayKilobytes(bytes)}`;
}

function sayNameless({ paged }: ItemsReport): string {
  if (!paged?.left[0]) return '';
  const others = paged.left.length > TOLD ? 'such as ' : '';
  return `  Without a file, as no disk could tell its name from another's or it is too long: ${whole(paged.left.length)}, ${others}${paged.left.slice(0, TOLD).join(', ')}.\n`;
}

export function sayItems(part: Learned<ItemsValue, ItemsReport>): string {
  const { report } = part;
  if (part.status === 'refused')
    return `${sayRefused('items', part.why)}${sayTests(report)}${sayCurve(report.curve)}`;
  const { visits, orders, similar, together, trending, again, least, each } = report;
  const warning =
    least < 3
      ? '  What only two visitors met is in it: somebody who knows one of them could learn of the other. Three are usual.\n'
      : '';
  return `items: ${whole(report.items)} of ${times(visits, 'visit', 'visits')} and ${times(orders, 'order', 'orders')}, ${sayWhere(part.value, report)}. An item, and a pair, needs ${least} different visitors or buyers, and an item has at most ${times(each, 'neighbour', 'neighbours')}.
  Looked at with others: ${whole(similar.items)}; bought with others: ${whole(together.items)}; asked for these days: ${whole(trending)}; ordered again after a while: ${whole(again)}.
${warning}${sayNameless(report)}${sayNamed(report)}${sayLeft(report)}${sayMissing(report)}${sayCatalog(report)}${sayTests(report)}${sayCurve(report.curve)}`;
}
