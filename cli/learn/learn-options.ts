// What is asked of `selvedge learn`: its options judged before anything is read.
import { SIGNS } from '../../shared/items/items-file.ts';
import { NEEDED, ROLES } from '../../shared/learn/column-names.ts';
import { readDay } from '../../shared/learn/day.ts';
import type { ColumnMap } from '../../shared/learn/find-columns.ts';
import { type CatalogMap, MAPPED } from '../../shared/learn/items/catalog-fields.ts';
import { COUNTS } from '../../shared/learn/learn-personas.ts';
import { PARTS, type PartName } from '../../shared/learn/parts.ts';
import { createWallClock } from '../../shared/learn/wall-clock.ts';
import { PIPE } from '../files/find-files.ts';

export interface LearnAsked {
  what: readonly PartName[];
  map: ColumnMap;
  /** of the catalog's columns */
  catalogMap: CatalogMap;
  config?: string;
  out?: string;
  until?: string;
  days?: number;
  personas?: number;
  /** the goal's id */
  goal?: string;
  /** of the file of items: what a pair needs, how many neighbours an item has, what it may weigh */
  together: number;
  each: number;
  most: number;
  /** the file of what is sold now */
  catalog?: string;
  /** the folder for a file of each item, in place of one of all */
  pages?: string;
  seed: number;
  toWall?: (instant: number) => number;
  /** merges what was learned into the config */
  isInto: boolean;
  json: boolean;
  /** prints queries instead of reading */
  isPrinting: boolean;
}

type Written = Partial<
  Record<
    | 'what'
    | 'map'
    | 'config'
    | 'out'
    | 'until'
    | 'days'
    | 'zone'
    | 'personas'
    | 'goal'
    | 'together'
    | 'each'
    | 'most'
    | 'catalog'
    | 'pages'
    | 'seed',
    string | undefined
  >
> & {
  json?: boolean | undefined;
  into?: boolean | undefined;
  'print-sql'?: boolean | undefined;
};

const isPart = (name: string): name is PartName => PARTS.some((part) => part === name);

function readWhat(text: string): readonly PartName[] | string {
  const names = text.split(',').map((name) => name.trim());
  const parts = PARTS.filter((part) => names.includes(part));
  const unknown = names.find((name) => !isPart(name));
  return unknown === undefined
    ? parts
    : `--what names parts, of which there are: ${PARTS.join(', ')}; "${unknown}" is none.`;
}

/** What `--map` says of the export, and of the catalog. */
type Mapped = Pick<LearnAsked, 'map' | 'catalogMap'>;

const OF_CATALOG = 'catalog.';
const WHATS = [...ROLES, ...MAPPED.map((field) => `${OF_CATALOG}${field}`)];

/** What an export may have no column of. */
const isSpared = (what: string): boolean =>
  ROLES.some((role) => role === what) && !NEEDED.some((role) => role === what);

/** A column may have a comma in its name, so a new one begins only where a role does. */
function readMap(text: string): Mapped | string {
  const said: Partial<Record<string, string>> = {};
  for (const pair of text.split(new RegExp(`,(?=\\s*(?:${WHATS.join('|').replaceAll('.', '\\.')})=)`))) {
    const [, what = '', column = ''] = /^\s*([^=]*)=(.*)$/s.exec(pair) ?? [];
    // of what no order needs it may be said that there is none
    if (!WHATS.includes(what) || !(column || isSpared(what)))
      return `--map says which column is what, such as --map buyer=Email,date=Paid at; there may be: ${WHATS.join(', ')}.`;
    if (said[what] !== undefined) return `--map says ${what} twice.`;
    said[what] = column;
  }
  const pick = <N extends string>(names: readonly N[], before = '') =>
    Object.fromEntries(
      names.flatMap((name) => (said[before + name] === undefined ? [] : [[name, said[before + name]]])),
    ) as Partial<Record<N, string>>;
  return { map: pick(ROLES), catalogMap: pick(MAPPED, OF_CATALOG) };
}

function readZone(zone: string): ((instant: number) => number) | string {
  try {
    return createWallClock(zone);
  } catch {
    return `--zone is a time zone such as Europe/Berlin; "${zone}" is not.`;
  }
}

const BYTES: Record<string, number> = { '': 1, b: 1, kb: 1e3, mb: 1e6 };

/** @returns bytes; NaN for what is no size */
function readSize(text: string): number {
  const [, figure, unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  return Number(figure ?? Number.NaN) * (BYTES[unit.toLowerCase()] ?? Number.NaN);
}

/** What is asked of the file of items. @returns what is wrong with it, in words */
function readSizes(written: Written): Pick<LearnAsked, 'together' | 'each' | 'most'> | string {
  const { together = '3', each = '20', most = '60kB' } = written;
  if (!/^\d+$/.test(together) || Number(together) < 2)
    return `--together is a number of different visitors, 2 or more; "${together}" is not. Three are usual.`;
  if (!/^\d+$/.test(each) || Number(each) < 1 || Number(each) >= SIGNS)
    return `--each is a number of neighbours from 1 to ${SIGNS - 1}; "${each}" is not.`;
  if (!(readSize(most) > 0)) return `--most is a size such as 60kB; "${most}" is not.`;
  return { together: Number(together), each: Number(each), most: readSize(most) };
}

/** What no query reads. */
const UNREAD = ['cancelled', 'refunded'] as const;

/** No export is longer than ten years of test. */
const MOST_DAYS = 3650;

/** @returns what is asked, or what is wrong with it */
export function readLearnOptions(written: Written): LearnAsked | string {
  const { config, out, until, goal, catalog, pages, json = false, into = false } = written;
  if (config === '') return '--config names no file.';
  if (out === '') return '-o names no file.';
  if (pages === '') return '--pages names no folder.';
  if (catalog === '' || catalog === PIPE) return '--catalog names a file.';
  if (goal !== undefined && config === undefined)
    return '--goal names a goal of the config: say --config FILE with it.';
  if (into && config === undefined)
    return '--into changes the config that --config names: say --config FILE with it.';
  if (until !== undefined && readDay(until) === undefined)
    return `--until is a day such as 2026-11-28; "${until}" is not.`;
  const isPrinting = written['print-sql'] ?? false;
  if (isPrinting && until === undefined)
    return '--print-sql counts until a day: say --until DATE with it, the last day that is learned from.';
  const days = written.days === undefined ? undefined : /^\d+$/.test(written.days) ? Number(written.days) : 0;
  if (days !== undefined && (days < 1 || days > MOST_DAYS))
    return `--days is a whole number of days from 1 to ${MOST_DAYS}; "${written.days}" is not.`;
  const personas = written.personas === undefined ? undefined : Number(written.personas);
  if (personas !== undefined && !COUNTS.includes(personas))
    return `--personas is a number of groups, one of ${COUNTS.join(', ')}; "${written.personas}" is not.`;
  const { seed = '1' } = written;
  if (!/^\d{1,9}$/.test(seed)) return `--seed is a whole number, such as 1; "${seed}" is not.`;
  const sizes = readSizes(written);
  if (typeof sizes === 'string') return sizes;
  const what = written.what === undefined ? PARTS : readWhat(written.what);
  if (typeof what === 'string') return what;
  if (catalog !== undefined && !what.includes('items'))
    return '--catalog says something of items, and --what leaves them out.';
  if (pages !== undefined && !what.includes('items'))
    return '--pages is for items, and --what leaves them out.';
  const mapped = written.map === undefined ? { map: {}, catalogMap: {} } : readMap(written.map);
  if (typeof mapped === 'string') return mapped;
  if (catalog === undefined && Object.keys(mapped.catalogMap)[0])
    return '--map says what a catalog is made of: say --catalog FILE with it.';
  const unread = isPrinting ? UNREAD.find((role) => mapped.map[role]) : undefined;
  if (unread !== undefined)
    return `--print-sql reads no column for ${unread}: its table has a row for each order that came to be, and one below 0 for what was given back. Leave the others out where you name it.`;
  const toWall = written.zone === undefined ? undefined : readZone(written.zone);
  if (typeof toWall === 'string') return toWall;
  return {
    what,
    ...mapped,
    isInto: into,
    isPrinting,
    seed: Number(seed),
    ...sizes,
    ...(personas !== undefined && { personas }),
    ...(goal !== undefined && { goal }),
    ...(catalog !== undefined && { catalog }),
    ...(pages !== undefined && { pages }),
    json,
    ...(config !== undefined && { config }),
    ...(out !== undefined && { out }),
    ...(until !== undefined && { until }),
    ...(days !== undefined && { days }),
    ...(toWall && { toWall }),
  };
}
