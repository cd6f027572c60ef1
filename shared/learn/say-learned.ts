// What was learned, in sentences for owners and marketers: what it says, how sure it is, and what it does not say.

import type { Rfm } from '../schema/config.ts';
import { sayIntent } from './intent/say-intent.ts';
import { sayItems } from './items/say-items.ts';
import type { Knowledge, Read } from './learn.ts';
import {
  LEAST_AGAIN,
  LEAST_GROUP,
  LEAST_MEAN_AGAIN,
  type Personas,
  type PersonasReport,
} from './learn-personas.ts';
import { FEW_REPEAT, type RfmReport } from './learn-rfm.ts';
import type { Learned } from './parts.ts';
import { sayLeftOut } from './say-left-out.ts';
import { sayNoted } from './say-noted.ts';
import { sayRefused } from './say-refused.ts';
import { sayValue } from './say-value.ts';
import { times, whole } from './times.ts';

const percent = (share: number): string => `${Number((100 * share).toFixed(share < 0.1 ? 1 : 0))} %`;

const KINDS: Record<Read['files'][number]['kind'], string> = {
  orders: 'a table of orders',
  shopify: "Shopify's orders",
  events: 'events of this tag',
  ga4: "GA4's events",
  buyers: 'buyers, as the query of --print-sql counts them',
  pairs: 'pairs of items, as the query of --print-sql counts them',
  visits: 'a table of visits',
  lines: 'a table of what is in orders',
  log: 'an access log',
};

function sayColumns({ columns = {}, isSerial = false }: Read['files'][number]): string {
  const said = Object.entries(columns).map(
    ([role, name]) =>
      `${role} is "${name}"${role === 'date' && isSerial ? ', whose numbers are days as spreadsheets count them' : ''}`,
  );
  return said.length ? `: ${said.join(', ')}` : '';
}

/** Of a table. */
export const sayHeader = (line: number): string =>
  `The columns are named in line ${line}; what is above was left out.`;

const sayNumberless = ({ kind, columns }: Read['files'][number]): string =>
  kind === 'orders' && columns?.order === undefined
    ? '  No column holds the number of an order: each row counts as one. Where an order has several rows, its total counts several times: --map order=COLUMN.\n'
    : '';

function sayStatus(file: Read['files'][number]): string {
  const left = sayLeftOut(file);
  if (left) return `  ${left}\n`;
  const { status } = file;
  if (status === undefined) return '';
  const said = `cancelled=${status}`;
  return `  "${status}" is not read, as its words are not known: a row counts as an order whatever it says there. If it says which were cancelled, say its words for it: --map "${said}:WORD,WORD"\n`;
}

/** Of a file. */
export const WESTERN =
  'its letters were read as Windows-1252, as spreadsheets write a "CSV". If names of it come out wrong, save it as UTF-8.';

export function sayRead(read: Read): string {
  const files = read.files.map(
    (file) =>
      `${file.name}: ${KINDS[file.kind]}, ${times(file.rows, 'row', 'rows')}${sayColumns(file)}\n${file.isWestern ? `  ${WESTERN}\n` : ''}${file.header === undefined ? '' : `  ${sayHeader(file.header)}\n`}${sayNumberless(file)}${sayStatus(file)}`,
  );
  const refused = Object.entries(read.reasons).map(
    ([why, rows]) =>
      `  ${times(rows, 'row', 'rows')} not read: ${why} (${read.lines[why]?.join(', ') ?? ''})\n`,
  );
  const noted = sayNoted(read.noted).map((said) => `  ${said}\n`);
  const days = ` ${read.from} to ${read.until}\n`;
  const bought = `${times(read.buyers, 'buyer', 'buyers')}, ${times(read.orders, 'order', 'orders')} on ${times(read.orderDays, 'order day', 'order days')},`;
  const visits = times(read.visits, 'visit', 'visits');
  const seen = read.items ? `${visits} and ${times(read.items, 'item', 'items')},` : `${visits},`;
  const said = [...(read.orders ? [bought] : []), ...(read.items || read.visits ? [seen] : [])].join(' ');
  const currency = read.currency === undefined ? '' : `Sums are in ${read.currency}.\n`;
  return `${files.join('')}${refused.join('')}${noted.join('')}${said}${days}${currency}`;
}

function sayTest(test: RfmReport['test']): string {
  if (!test) return '  No day is left to test it on: nobody has checked what it tells.\n';
  const { until, days, buyers, bought, auc } = test;
  const head = `  Tested on the ${times(days, 'day', 'days')} after ${until}: of ${times(buyers, 'buyer', 'buyers')} ${whole(bought)} bought again`;
  if (auc === null) return `${head}, so nothing can be told apart.\n`;
  return `${head}. Of one who did and one who did not, the sum of the three classes was higher for the one who did in ${Math.round(100 * auc)} of 100 pairs (50 is chance).\n`;
}

function sayClasses({ recency, frequency, monetary }: RfmReport['classes'], value: Rfm): string {
  const line = (name: string, edges: readonly (string | number)[], shares: number[]) =>
    `    ${name.padEnd(10)} edges ${edges.join(', ')}; buyers in classes 1 to 5: ${shares.map(percent).join(', ')}\n`;
  return (
    line('recency', value.recency, recency) +
    line('frequency', value.frequency, frequency) +
    line('monetary', value.monetary, monetary)
  );
}

function sayRfm(part: Learned<Rfm, RfmReport>): string {
  if (part.status === 'refused') return sayRefused('rfm', part.why);
  const { report, value } = part;
  const few =
    report.repeat < FEW_REPEAT
      ? `  Only ${percent(report.repeat)} of the buyers bought on more than one day: frequency tells next to nothing here.\n`
      : `  ${percent(report.repeat)} of the buyers bought on more than one day. That most are in frequency class 1 is normal.\n`;
  return `rfm: learned from ${times(report.buyers, 'buyer', 'buyers')}\n${sayClasses(report.classes, value)}${few}${sayTest(report.test)}`;
}

const mark = (passes: boolean): string => (passes ? 'would be found again' : 'would not');

/** Each number of groups that was tried, with what it needs. */
function sayGroupings({ groupings }: PersonasReport): string {
  if (!groupings[0]) return '';
  const needed = `    Tried were these; what would be found again needs ${LEAST_MEAN_AGAIN} on average and ${LEAST_AGAIN} at least (1 is the same groups), and ${LEAST_GROUP} buyers in the smallest:\n`;
  const rows = groupings
    .map(
      ({ groups, silhouette, again, leastAgain, smallest, passes }) =>
        `    ${groups} groups: apart by ${silhouette}, found again ${again} (least ${leastAgain}), smallest ${whole(smallest)}: ${mark(passes)}\n`,
    )
    .join('');
  return needed + rows;
}

function sayPersonas(part: Learned<Personas, PersonasReport>): string {
  const tried = sayGroupings(part.report);
  if (part.status === 'refused') return `${sayRefused('personas', part.why)}${tried}`;
  const { value, report } = part;
  const groups = value.groups.map(({ id, name, description }) => {
    const { readable } = report.groups.find((group) => group.id === id) ?? {};
    const said = readable
      ? `as a segment of the same id, a rule of days, orders and money, it holds the same buyers to ${percent(readable.agreement)}`
      : 'no segment of days, orders and money says the same: only the condition `persona` does';
    return `  ${id} "${name}"\n    ${description}.\n    ${said}.\n`;
  });
  return `personas: ${value.groups.length} groups of ${times(report.buyers, 'buyer', 'buyers')}. They are groups of histories, not kinds of people.\n${groups.join('')}${tried}`;
}

export function sayLearned({ parts }: Knowledge): string {
  const { rfm, personas, value, intent, items } = parts;
  return [
    rfm && sayRfm(rfm),
    personas && sayPersonas(personas),
    value && sayValue(value),
    intent && sayIntent(intent),
    items && sayItems(items),
  ]
    .filter(Boolean)
    .join('\n');
}
