// The commands of `selvedge`: what each takes and what it does. The help of the terminal and docs/API.md are made of it.

import { FORM } from '../shared/publish/form.ts';

export interface Option {
  /** Its long name. */
  name: string;
  /** How it is written. */
  takes: string;
  does: string;
}

export interface Command {
  name: 'check' | 'bundle' | 'learn' | 'report' | 'plan' | 'schema' | 'mcp';
  /** What stands behind its name. */
  takes: string;
  does: string;
  options: Option[];
}

const usual = (form: typeof FORM): string => (form === FORM ? ' (this is usual)' : '');

export const COMMANDS: Command[] = [
  {
    name: 'check',
    takes: 'FILE',
    does: 'every problem of a config on a line: FILE:line:column: path: problem. remedy. Ends with 1 when there is an error, with 0 when there is none or only warnings',
    options: [{ name: 'json', takes: '--json', does: 'the same as data' }],
  },
  {
    name: 'bundle',
    takes: 'FILE',
    does: 'the tag with the config inside, and beside it what it loads later. Says what it wrote, what to upload and which line to put into your pages, then sizes and integrity hashes',
    options: [
      {
        name: 'out',
        takes: '-o, --out OUT',
        does: 'where the tag goes: a file, or a folder; - is the terminal. Without it: selvedge.js beside FILE',
      },
      {
        name: 'two',
        takes: '--two',
        does: `in two files: selvedge.js, all that stands before the first paint, and selvedge-later.js, the rest with the config; with selvedge-show.js for pages on which something is shown, and selvedge-listen.js for visitors who have refused${usual('two')}`,
      },
      { name: 'whole', takes: '--whole', does: `all of these in one file${usual('whole')}` },
      {
        name: 'inline',
        takes: '--inline',
        does: 'a script element for your pages and its CSP hash instead of a file of its own; without -o into the terminal',
      },
      {
        name: 'beside',
        takes: '--beside DIR',
        does: 'with --inline or -o -: where the other files go. Without it: beside FILE; with --whole they are only told',
      },
      {
        name: 'since',
        takes: '--since OLD',
        does: 'the config that is live until now: warns where an experience is counted on as before, though its share, weights, segments, pages, goal or level changed',
      },
      {
        name: 'integrity',
        takes: '--integrity',
        does: 'the hash of the tag in the line for your pages, and in two files that of each in the one that asks for it',
      },
    ],
  },
  {
    name: 'learn',
    takes: 'FILE…',
    does: 'what your own export says of all buyers and of what goes together, as numbers for the config that each browser applies to its own visitor. FILE is CSV or TSV (Shopify, WooCommerce, any with a header), events as JSON lines ({ visitor, name, at, props }, or those of GA4), or an access log in the combined format, packed by gzip or not; - is what is piped in. Nothing of a row is in what is written. Ends with 0 when something was learned, with 1 when nothing was',
    options: [
      {
        name: 'config',
        takes: '--config FILE',
        does: 'the config: how long it remembers is what is learned from. Without it 180d',
      },
      {
        name: 'what',
        takes: '--what PARTS',
        does: 'which parts: rfm, the edges of recency, frequency and monetary classes; personas, groups of buyers with alike histories; value, how many order days and how much money to expect; intent, how likely a goal is in the visit that is going on; items, what is looked at and bought together. Without it all there are',
      },
      {
        name: 'map',
        takes: '--map ROLE=COLUMN,…',
        does: 'which column is what, where its name does not say it: buyer, date, total, order, refunded, cancelled, item, visit, name (of the item), currency (with nothing behind the sign: all sums are in one); of the catalog catalog.id, catalog.name, .url, .image, .price, .sale, .currency, .group and .stock; date=COLUMN:DD/MM/YYYY or date=COLUMN:MM/DD/YYYY says how its dates are written. What cancelled names holds a date, yes or no, 1 or 0, or the usual words of a status (paid, cancelled, refunded …); cancelled=COLUMN:WORD,WORD says which of its words leave an order out',
      },
      {
        name: 'until',
        takes: '--until DATE',
        does: 'the last day that is learned from. Without it all is, after a test on the last quarter',
      },
      { name: 'days', takes: '--days N', does: 'so many days after it are the test. Without it 90' },
      {
        name: 'personas',
        takes: '--personas K',
        does: 'so many groups, 2 to 6, if a second sample would find them again. Without it the best number that is',
      },
      {
        name: 'goal',
        takes: '--goal ID',
        does: "of intent: which of the config's goals. Without it the first",
      },
      {
        name: 'together',
        takes: '--together N',
        does: 'of items: an item, and a pair of them, counts only where so many different visitors (or buyers) met it. Without it 3',
      },
      {
        name: 'each',
        takes: '--each N',
        does: 'of items: so many neighbours each has at most. Without it 20',
      },
      {
        name: 'most',
        takes: '--most SIZE',
        does: 'of items: what their file may weigh, packed by brotli. Without it 60kB',
      },
      {
        name: 'pages',
        takes: '--pages DIR',
        does: "of items, in place of one file: one for each, for your template to print into the item's page, whatever all of them weigh. DIR is a folder of their own: what learn wrote there before goes",
      },
      {
        name: 'catalog',
        takes: '--catalog FILE',
        does: 'what is sold now, as a table (CSV or TSV) or a feed for Google Merchant (RSS or Atom): names, addresses, pictures, prices, groups and stock of items. Items that are not in it are left out. Without it what events say; no list shows an item that has no name and address',
      },
      {
        name: 'seed',
        takes: '--seed N',
        does: 'of what is drawn by chance: the same seed, the same numbers. Without it 1',
      },
      {
        name: 'zone',
        takes: '--zone ZONE',
        does: 'the time zone whose days count, such as Europe/Berlin. Without it the days as they are written',
      },
      {
        name: 'out',
        takes: '-o, --out OUT',
        does: 'where what was learned is written, over what it wrote there before and over nothing else. Without it: learned.json beside the config',
      },
      {
        name: 'into',
        takes: '--into',
        does: 'puts it into the config that --config names, too, raises its revision and says what changed',
      },
      {
        name: 'print-sql',
        takes: '--print-sql',
        does: 'instead of reading: two queries in SQL that ClickHouse and DuckDB take alike, of buyers and of pairs of items, for more rows than fit (some five million); needs --until, and --map names the columns. learn goes on from the results, as CSV with their headers: selvedge learn buyers.csv pairs.csv',
      },
      { name: 'json', takes: '--json', does: 'what was read and learned, with the report, as data' },
    ],
  },
  {
    name: 'report',
    takes: 'FILE…',
    does: 'what your access log says of each experience: better, worse, no difference seen, or too early. FILE is a log of any usual format, packed by gzip or not, a folder or a pattern; - is what is piped in',
    options: [
      {
        name: 'config',
        takes: '--config FILE',
        does: 'the config that was published then: names, planned shares, goals, and at which level is counted. Without it the shares are what was counted, so no broken split is seen',
      },
      { name: 'json', takes: '--json', does: 'the report as data' },
      {
        name: 'out',
        takes: '-o, --out OUT',
        does: 'writes the report as data into this file, too, over an older report and over nothing else',
      },
      { name: 'since', takes: '--since DATE', does: 'the first day, in UTC: 2026-11-01' },
      { name: 'until', takes: '--until DATE', does: 'the last day, in UTC' },
      {
        name: 'ping',
        takes: '--ping PATH',
        does: "the path of the pings. Without it the config's, or /selvedge-ping",
      },
      {
        name: 'robots',
        takes: '--robots REGEXP',
        does: 'agents that are robots; upper or lower case. Without it those that say so',
      },
      {
        name: 'engine',
        takes: '--engine ENGINE',
        does: 'who reads: lines is the reader in this program (this is usual); chdb is ClickHouse in this process, where the npm package chdb is installed; http://HOST:8123/ is a ClickHouse server or cluster whose table selvedge_lines holds the log, without FILE',
      },
      {
        name: 'alpha',
        takes: '--alpha ALPHA',
        does: 'how often a difference may be called where there is none, at any look. Without it 0.05',
      },
      {
        name: 'sql',
        takes: '--sql',
        does: 'prints the tables and queries for ClickHouse instead, without FILE',
      },
      { name: 'cluster', takes: '--cluster NAME', does: 'with --sql: tables over all servers of a cluster' },
    ],
  },
  {
    name: 'plan',
    takes: '--rate RATE --lift LIFT',
    does: 'how many visitors it takes until a lift of this size shows on a goal that this share of the visitors reach: --rate 0.03 --lift 0.1',
    options: [
      {
        name: 'rate',
        takes: '--rate RATE',
        does: 'the share of visitors who reach the goal now, such as 0.03',
      },
      {
        name: 'lift',
        takes: '--lift LIFT',
        does: 'how much more you hope for, such as 0.1 for a tenth; how much less: --lift=-0.1',
      },
      {
        name: 'share',
        takes: '--share SHARE',
        does: 'which share gets it; the others keep the original. Without it 0.5; 0.9 beside a holdout of a tenth',
      },
      {
        name: 'segment',
        takes: '--segment SHARE',
        does: 'which share of the visitors of these pages is in the segment. Without it 1, everyone',
      },
      { name: 'visitors', takes: '--visitors N', does: 'visitors of these pages a day: says days, too' },
      {
        name: 'epsilon',
        takes: '--epsilon E',
        does: 'how much one answer may tell at the level private, from 0.5 to 4. Without it 2',
      },
      { name: 'json', takes: '--json', does: 'the same as data' },
    ],
  },
  {
    name: 'schema',
    takes: '',
    does: 'the JSON Schema of a config, for your editor',
    options: [],
  },
  {
    name: 'mcp',
    takes: '',
    does: 'the same for an agent, over standard input and output: it checks, explains, walks made-up visitors through time, compares, and writes drafts. Needs the npm package @modelcontextprotocol/server',
    options: [
      {
        name: 'drafts',
        takes: '--drafts DIR',
        does: 'where drafts go, below this folder; nothing else is written. Without it selvedge-drafts',
      },
    ],
  },
];
