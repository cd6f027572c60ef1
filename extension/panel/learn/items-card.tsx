// What is looked at and bought together: how the lists held in later visits, what goes with an item, and how large the file
// is that every visitor is given alike.

import { Layers } from 'lucide-preact';
import { MOST_ITEMS } from '../../../shared/items/items-file.ts';
import type { ItemsFault, Met } from '../../../shared/learn/items/items-fault.ts';
import type { ItemsReport } from '../../../shared/learn/items/items-report.ts';
import type { ItemsTest } from '../../../shared/learn/items/test-rows.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { Note } from '../kit/note.tsx';
import { tJsx } from '../kit/t-jsx.ts';
import { CatalogNote } from './catalog-note.tsx';
import { ItemSearch } from './item-search.tsx';
import type { Known } from './learning.ts';
import { LostNote } from './lost-note.tsx';
import { PartCard } from './part-card.tsx';
import { sayDay } from './say-learned.ts';
import { SizeCurve, sayKilobytes } from './size-curve.tsx';
import { useLost } from './use-lost.ts';

const inHundred = (share: number): number => Math.round(100 * share);

const UNTESTED: Record<Met, string> = {
  visits: t`No visits are left to test it on.`,
  orders: t`No orders are left to test it on.`,
};

function sayFew({ met, asked, needed }: Extract<ItemsFault, { kind: 'few' }>): string {
  return met === 'visits'
    ? t`Items that came after another in one of the visits of the test: ${sayNumber(asked)}, and ${needed} are needed.`
    : t`Items that came after another in one of the orders of the test: ${sayNumber(asked)}, and ${needed} are needed.`;
}

function sayNoGain({ met, hr, popular }: Extract<ItemsFault, { kind: 'no gain' }>): string {
  const [own, usual] = [inHundred(hr), inHundred(popular)];
  return met === 'visits'
    ? t`Lists from visits held ${own} of 100 items that came next in the test, and a list of the most frequent ones ${usual}: that is not more than chance makes of it.`
    : t`Lists from orders held ${own} of 100 items that came next in the test, and a list of the most frequent ones ${usual}: that is not more than chance makes of it.`;
}

function sayFault(fault: ItemsFault): string {
  switch (fault.kind) {
    case 'no items':
      return t`Nothing that was read names an item.`;
    case 'strange':
      return fault.met.length > 0
        ? t`Nothing in the catalog is an item that was met. Its ids are such as ${fault.listed.join(', ')}; those that were met are such as ${fault.met.join(', ')}.`
        : t`Nothing in the catalog is an item that was met. Its ids are such as ${fault.listed.join(', ')}.`;
    case 'untested':
      return UNTESTED[fault.met];
    case 'few':
      return sayFew(fault);
    case 'no gain':
      return sayNoGain(fault);
    case 'too large':
      return fault.fit
        ? t`The file would weigh ${sayKilobytes(fault.bytes)}, and ${sayKilobytes(fault.most)} is the most. Choose a smaller one below.`
        : t`The file would weigh ${sayKilobytes(fault.bytes)}, and ${sayKilobytes(fault.most)} is the most. The terminal makes larger ones with --most.`;
  }
}

function sayTest(met: Met, { until, asked, listed, hr, popular }: ItemsTest): string {
  const [own, usual] = [inHundred(hr), inHundred(popular.hr)];
  return met === 'visits'
    ? t`Looked at together, tested on visits after ${sayDay(until)}: of ${sayNumber(asked)} items that came next ${own} of 100 stood in a list of ${listed}, and ${usual} of 100 in a list of the most frequent ones.`
    : t`Bought together, tested on orders after ${sayDay(until)}: of ${sayNumber(asked)} items that came next ${own} of 100 stood in a list of ${listed}, and ${usual} of 100 in a list of the most frequent ones.`;
}

function saySure({ similar, together }: ItemsReport): string {
  return [
    similar.items > 0 && similar.test ? sayTest('visits', similar.test) : '',
    together.items > 0 && together.test ? sayTest('orders', together.test) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function Left({ left: { few, beyond, sensitive, unlisted } }: Pick<ItemsReport, 'left'>) {
  const said = [
    few > 0 && t`met by too few: ${sayNumber(few)}`,
    beyond > 0 && t`rarer than the ${sayNumber(MOST_ITEMS)} that a file holds: ${sayNumber(beyond)}`,
    sensitive > 0 && t`about health, belief or another such matter: ${sayNumber(sensitive)}`,
    unlisted > 0 && t`not in the catalog: ${sayNumber(unlisted)}`,
  ].filter((one) => one !== false);
  return said.length > 0 ? <p class="tiny soft">{t`Items left out: ${said.join('; ')}.`}</p> : null;
}

/** What was known of items, and is not in the file. */
function Missing({ missing: { prices, addresses, shared } }: Pick<ItemsReport, 'missing'>) {
  const said = [
    prices > 0 && t`Prices are left out, as they are of several currencies. A catalog says them in one.`,
    addresses > 0 && t`Addresses left out, as they are too long: ${sayNumber(addresses)}.`,
    shared > 0 &&
      t`Items without an address, as others have the same but for what stands behind its “?”: ${sayNumber(shared)}. A catalog says whole ones.`,
  ].filter((one) => one !== false);
  return said.length > 0 ? <p class="tiny soft">{said.join(' ')}</p> : null;
}

function Named({ items, named }: Pick<ItemsReport, 'items' | 'named'>) {
  if (named === items) return null;
  return (
    <p class="small make-warn">
      {named === 0
        ? t`None of these items has a name and an address, without which no list shows it. A catalog says them.`
        : t`So many of these items have a name and an address: ${sayNumber(named)}. No list shows the others. A catalog says them.`}
    </p>
  );
}

function says(report: ItemsReport | undefined): string {
  if (!report) return t`What is looked at and bought together, as lists for each item.`;
  const { items, similar, together } = report;
  return t`What goes together, of ${sayNumber(items)} items: ${sayNumber(similar.items)} have items that are looked at with them, ${sayNumber(together.items)} have items that are bought with them.`;
}

export function ItemsCard({ config: learned, knowledge, files }: Known) {
  const lost = useLost({ config: learned, files });
  const part = knowledge?.parts.items;
  const items = learned?.items;
  if (!part && !items) return null;
  const { report } = part ?? {};
  const whyNot = part?.status === 'refused' ? (part.report.faults ?? []).map(sayFault) : undefined;
  const file = files.find(({ name }) => name === items?.file);
  return (
    <PartCard
      icon={Layers}
      title={t`What goes together`}
      says={says(report)}
      sure={report && !whyNot ? saySure(report) : ''}
      whyNot={whyNot}
      learned={learned}
      fields={['items']}
      step={t`What goes together`}
    >
      {report && !whyNot && <Named {...report} />}
      {report && <Left left={report.left} />}
      {report && !whyNot && <Missing missing={report.missing} />}
      {report && <CatalogNote catalog={report.catalog} />}
      {!whyNot && <LostNote lost={lost} />}
      {file && <ItemSearch text={file.text} />}
      {report && report.curve.length > 0 && <SizeCurve report={report} />}
      {items?.pages && (
        <p class="small">
          {tJsx`For each item the terminal wrote a file of its own (${<code class="learn-option">--pages</code>}). Have your site’s template print it into the page of that item, as ${<code>{'<script type="application/json" id="selvedge-item">'}</code>}: a page without it keeps its own cards. There is no file to publish.`}
        </p>
      )}
      {items?.file && !file && (
        <Note tone="warn">
          <span>{t`${items.file} was not chosen, so Publish cannot carry it. The terminal wrote it beside what it learned: choose it, too.`}</span>
        </Note>
      )}
      {file && (
        <p class="tiny soft">{t`What you take over keeps ${file.name} with your draft, and Publish puts it beside the tag. It is the same for every visitor.`}</p>
      )}
    </PartCard>
  );
}
