// Learns from the files that an author chose: looks at them, reads them in slices, and works out what a config may say. What
// was read is kept here, in the worker's memory, until the panel lets it go.

import { DAY_MS } from '../../shared/learn/day.ts';
import type { FileRead } from '../../shared/learn/export-file.ts';
import { type Knowledge, type LearnOptions, learn, type RowsRead } from '../../shared/learn/learn.ts';
import { lookAtExport } from '../../shared/learn/look-at-export.ts';
import { createOrders, type Orders } from '../../shared/learn/orders.ts';
import { PARTS } from '../../shared/learn/parts.ts';
import { createExportReader, LOOKED_AT } from '../../shared/learn/read-export.ts';
import { LearnRefusal } from '../../shared/learn/refusal.ts';
import { OpenQuote } from '../../shared/learn/split-cells.ts';
import { createTally } from '../../shared/learn/tally-rows.ts';
import type { Config } from '../../shared/schema/config.ts';
import { isRecord } from '../wire/is-record.ts';
import { messageOf } from '../wire/message-of.ts';
import type { Found, Given, LearnFault, LearnOrder, LearnTold } from './messages.ts';
import { FileFault, readBeginning, readText } from './read-text.ts';

/** As the terminal's, where it is told no other. */
const SEED = 1;
/** Longer is no config and nothing that was learned. */
const MOST_JSON = 1_000_000;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What was learned in the terminal, or a config: a file that is one JSON. */
async function findWritten(file: File, head: string): Promise<Found | undefined> {
  if (!/^\ufeff?\s*\{/.test(head) || file.size > MOST_JSON) return undefined;
  const value = parse((await file.text()).replace(/^\ufeff/, ''));
  if (!isRecord(value)) return undefined;
  if (value.version !== undefined && Array.isArray(value.segments)) throw new FileFault({ kind: 'config' });
  // whether it is fit is judged with the config that it goes into
  return isRecord(value.learned) ? { kind: 'learned', learned: value } : undefined;
}

async function look({ file, map }: Given): Promise<Found> {
  const head = await readBeginning(file, LOOKED_AT);
  return (await findWritten(file, head)) ?? lookAtExport(head, map, file.name);
}

function faultOf(error: unknown): LearnFault {
  if (error instanceof FileFault) return error.fault;
  if (error instanceof LearnRefusal && error.fault) return error.fault;
  if (error instanceof OpenQuote) return { kind: 'open quote', line: error.line };
  return { kind: 'other', message: messageOf(error) };
}

/** @param tell gets all that there is to say, in order */
export function createLearner(tell: (told: LearnTold) => void) {
  let read: { orders: Orders; rows: RowsRead; options: LearnOptions } | undefined;
  /** the file that is at work, to be named where it is to blame */
  let at: File | undefined;

  async function readAll(given: Given[], config: Config | undefined, now: number) {
    const store = createOrders();
    const tally = createTally();
    const files: FileRead[] = [];
    const all = given.reduce((sum, { file }) => sum + file.size, 0);
    const { event = 'purchase', value = 'value' } = config?.rfm ?? {};
    const options = { event, value, toWall: undefined, latest: now + 2 * DAY_MS, parse };
    let [before, said] = [0, -1];
    for (const { file, map } of given) {
      at = file;
      tally.begin(file.name);
      const reader = createExportReader(file.name, store, tally, { ...options, map });
      const count = (bytes: number): void => {
        const percent = Math.floor((100 * (before + bytes)) / all);
        if (percent > said) tell({ kind: 'read', share: percent / 100, orders: store.count });
        said = Math.max(said, percent);
      };
      for await (const text of readText(file, count)) reader.push(text);
      const done = reader.end();
      tally.judge(done.rows);
      files.push(done);
      before += file.size;
    }
    at = undefined;
    return { orders: store.settle(), rows: { files, refused: tally.refused, noted: tally.noted } };
  }

  function workOut(options: LearnOptions): Knowledge | undefined {
    if (!read) return undefined;
    tell({ kind: 'working' });
    return learn(read.orders, read.rows, options);
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
    if (order.kind === 'learn') {
      const { given, config, now } = order;
      const options = { what: PARTS, seed: SEED, config, at: new Date(now).toISOString() };
      read = { ...(await readAll(given, config, now)), options };
    }
    const groups = order.kind === 'regroup' ? order.groups : undefined;
    const known = read && workOut({ ...read.options, personas: groups });
    if (known) tell({ kind: 'learned', known });
  }

  return async (order: LearnOrder): Promise<void> => {
    try {
      await answer(order);
    } catch (error) {
      tell({ kind: 'refused', ...(at && { file: at.name }), fault: faultOf(error) });
    }
  };
}
