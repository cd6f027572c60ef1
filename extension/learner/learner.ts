// Learns from the files that an author chose: looks at them, reads them in slices, and works out what a config may say. What
// was read is kept here, in the worker's memory, until the panel lets it go.

import { gzipSync, strToU8 } from 'fflate';
import { isCatalog, lookAtCatalog } from '../../shared/catalog/look-at-catalog.ts';
import { openItems } from '../../shared/items/open-items.ts';
import { unpackItems } from '../../shared/items/unpack-items.ts';
import { nameItems } from '../../shared/learn/items/name-items.ts';
import { type Knowledge, learn, replacePart } from '../../shared/learn/learn.ts';
import type { LearnOptions } from '../../shared/learn/learn-options.ts';
import { lookAtExport } from '../../shared/learn/look-at-export.ts';
import type { Orders } from '../../shared/learn/orders.ts';
import { PARTS } from '../../shared/learn/parts.ts';
import { LOOKED_AT } from '../../shared/learn/read-export.ts';
import { LearnRefusal } from '../../shared/learn/refusal.ts';
import type { RowsRead } from '../../shared/learn/rows-read.ts';
import { NoRow } from '../../shared/learn/split-cells.ts';
import { isRecord } from '../wire/is-record.ts';
import { messageOf } from '../wire/message-of.ts';
import type { Again, Found, Given, LearnFault, LearnOrder, LearnRequest, LearnTold } from './messages.ts';
import { parse, readAll } from './read-all.ts';
import { FileFault, readBeginning } from './read-text.ts';

/** As the terminal's, where it is told no other. */
const SEED = 1;
/** Likewise of pairs of items. */
const ITEMS = { together: 3, each: 20, most: 60_000 };
/** What a file weighs on its way at most: browsers have no brotli to weigh it by, as the terminal does. */
const weigh = (text: string): number => gzipSync(strToU8(text), { level: 9 }).length;
/** Longer is no config and nothing that was learned. */
const MOST_JSON = 1_000_000;

/** What was learned in the terminal, or a config: a file that is one JSON. */
async function findWritten(file: File, head: string): Promise<Found | undefined> {
  if (!/^\ufeff?\s*\{/.test(head) || file.size > MOST_JSON) return undefined;
  const value = parse((await file.text()).replace(/^\ufeff/, ''));
  if (!isRecord(value)) return undefined;
  if (value.version !== undefined && Array.isArray(value.segments)) throw new FileFault({ kind: 'config' });
  // whether it is fit is judged with the config that it goes into
  return isRecord(value.learned) ? { kind: 'learned', learned: value } : undefined;
}

/** The file that lies beside the tag: under the name that what it holds gives it, whatever a download made of that. */
async function findItems(file: File, head: string): Promise<Found | undefined> {
  if (!/^export default '/.test(head)) return undefined;
  const text = await file.text();
  if (!openItems(unpackItems(text))) throw new FileFault({ kind: 'beside' });
  return { kind: 'items', name: nameItems(text), text };
}

async function look({ file, map, fields = {}, as }: Given): Promise<Found> {
  const { text: head, isWestern } = await readBeginning(file, LOOKED_AT);
  const written = (await findWritten(file, head)) ?? (await findItems(file, head));
  if (written) return written;
  const isOfItems = as === undefined ? isCatalog(head) : as === 'catalog';
  const found = isOfItems ? lookAtCatalog(head, fields) : lookAtExport(head, map, file.name);
  return { ...found, ...(isWestern && { isWestern: true }) };
}

function faultOf(error: unknown): LearnFault {
  if (error instanceof FileFault) return error.fault;
  if (error instanceof LearnRefusal && error.fault) return error.fault;
  if (error instanceof NoRow) return { kind: error.kind, line: error.line };
  return { kind: 'other', message: messageOf(error) };
}

/** @param tell gets all that there is to say, in order */
export function createLearner(tell: (told: LearnTold) => void) {
  let read: { orders: Orders; rows: RowsRead; options: LearnOptions; known: Knowledge } | undefined;
  /** the file that is at work, to be named where it is to blame */
  let at: File | undefined;

  async function learnAll(request: LearnRequest): Promise<Knowledge> {
    const { config, goal, now } = request;
    const { orders, rows, events, catalog } = await readAll(request, tell, (file) => {
      at = file;
    });
    at = undefined;
    const options: LearnOptions = {
      what: PARTS,
      seed: SEED,
      config,
      goal,
      events,
      items: { ...ITEMS, weigh, catalog },
      at: new Date(now).toISOString(),
      tell: (working) => tell({ kind: 'working', ...working }),
    };
    tell({ kind: 'working' });
    read = { orders, rows, options, known: learn(orders, rows, options) };
    return read.known;
  }

  /** One part once more, as the author says it. */
  function learnAgain({ part, ...own }: Again): Knowledge {
    if (!read) throw new FileFault({ kind: 'forgotten' });
    const { orders, rows, options } = read;
    tell({ kind: 'working' });
    read.options = {
      ...options,
      ...('groups' in own && { personas: own.groups }),
      ...('each' in own && { items: { ...ITEMS, ...options.items, ...own, weigh } }),
    };
    read.known = replacePart(read.known, learn(orders, rows, { ...read.options, what: [part] }));
    return read.known;
  }

  async function answer(order: LearnOrder): Promise<void> {
    at = undefined;
    if (order.kind === 'look') {
      const found: Found[] = [];
      for (const one of order.given) {
        at = one.file;
        found.push(await look(one));
      }
      return tell({ kind: 'looked', found });
    }
    const known = order.kind === 'learn' ? await learnAll(order) : learnAgain(order);
    tell({ kind: 'learned', known });
  }

  return async (order: LearnOrder): Promise<void> => {
    try {
      await answer(order);
    } catch (error) {
      tell({ kind: 'refused', ...(at && { file: at.name }), fault: faultOf(error) });
    }
  };
}
