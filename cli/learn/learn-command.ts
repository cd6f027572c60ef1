// `selvedge learn FILE…`: what the owner's own export says of all buyers, as numbers for the config. No row of it leaves
// this machine, and none stands in what is written.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ms } from '../../shared/grammar/duration.ts';
import { DAY_MS, readDay } from '../../shared/learn/day.ts';
import { findGoal, openVisits, type Working } from '../../shared/learn/intent/learn-intent.ts';
import { createItemStore } from '../../shared/learn/items/item-store.ts';
import { type Knowledge, learn } from '../../shared/learn/learn.ts';
import { DEFAULT_DAYS, RETENTION } from '../../shared/learn/parts.ts';
import { LearnRefusal } from '../../shared/learn/refusal.ts';
import { sayLearned, sayRead } from '../../shared/learn/say-learned.ts';
import { sayLeftOut } from '../../shared/learn/say-left-out.ts';
import { times } from '../../shared/learn/times.ts';
import type { Config } from '../../shared/schema/config.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { explainReadError } from '../explain-file-error.ts';
import { findFiles, PIPE } from '../files/find-files.ts';
import { isAmong } from '../files/is-among.ts';
import { refuseTaken } from '../files/refuse-taken.ts';
import { formatProblem } from '../format-problem.ts';
import { type ExitCode, type Io, readNow } from '../io.ts';
import { judgeText } from '../judge-text.ts';
import { printableLines } from '../printable.ts';
import { createProgress } from '../progress.ts';
import { readConfig } from '../read-config.ts';
import { writeFiles } from '../write-files.ts';
import { printBuyersQuery } from './buyers-query.ts';
import type { LearnAsked } from './learn-options.ts';
import { mergeLearned } from './merge-learned.ts';
import { printPairsQuery } from './pairs-query.ts';
import { readCounted } from './read-counted.ts';
import { readExports } from './read-exports.ts';
import { tellItems } from './tell-items.ts';
import { tellKept } from './tell-kept.ts';
import { refuseFolder, writePages } from './write-pages.ts';

const OUT = 'learned.json';

const DOING: Record<Working['doing'], string> = {
  counting: 'visits are counted',
  choosing: 'terms are chosen',
  fitting: 'weights are fitted',
};

function configOf(file: string, io: Io): Config {
  const checked = readConfig(file, io);
  // why not is told
  if (!checked) throw new LearnRefusal('');
  const { config, problems } = checked;
  for (const problem of problems) if (!config) io.err(`${formatProblem(problem, file)}\n`);
  if (!config) throw new LearnRefusal(`${file}: nothing is learned for it, as \`selvedge check\` refuses it`);
  return config;
}

/** @returns what names the file, where one is to blame */
function explain(error: unknown, cwd: string): string {
  if (error instanceof LearnRefusal) return error.message;
  const { file, named, code, message }: Partial<Record<'file' | 'named' | 'code' | 'message', string>> =
    Object(error);
  const name = file ?? named;
  if (name === undefined) return `${message}`;
  const shown = name === PIPE ? 'what is piped in' : name.replace(`${cwd}/`, '');
  return code === undefined ? `${shown}: ${message}.` : explainReadError(error, shown);
}

async function know(files: string[], asked: LearnAsked, config: Config | undefined, io: Io) {
  const progress = createProgress(files.length, io);
  const { event = 'purchase', value = 'value' } = config?.rfm ?? {};
  const { map, toWall, what, until, days, personas, goal, seed, together, each, most } = asked;
  const items = what.includes('items') ? createItemStore() : undefined;
  const catalog =
    asked.catalog === undefined
      ? undefined
      : await readCatalog(resolve(io.cwd, asked.catalog), asked.catalogMap ?? {}, progress.keep);
  const pipe = io.pipe ?? (async function* () {})();
  const tell = (file: string, at: number, orders: number) =>
    progress.tell(file, at, `${times(orders, 'order', 'orders')} so far`);
  try {
    const now = readNow(io);
    const latest = now + 2 * DAY_MS;
    const retentionMs = ms(config?.privacy?.retention ?? RETENTION);
    const opened = what.includes('intent') ? openVisits(config, goal, { toWall, latest }) : undefined;
    const visits = opened?.reader;
    const counted = await readCounted(files, { what, until, days, retentionMs, together });
    const reading = { map, event, value, toWall, latest, items, visits, pipe, tell, itemAt: catalog?.idAt };
    const { orders, rows } = counted ?? (await readExports(files, reading));
    // else the report says it
    for (const file of asked.json ? rows.files : []) {
      const left = sayLeftOut(file);
      if (left) progress.keep(`${file.name}: ${left}`);
    }
    return learn(orders, rows, {
      what,
      until,
      days,
      personas,
      goal,
      seed,
      config,
      at: new Date(now).toISOString(),
      events: opened?.store.settle(),
      toWall,
      items: {
        together,
        each,
        most,
        isPaged: asked.pages !== undefined,
        catalog,
        weigh: (text) => brotliCompressSync(text).length,
      },
      tell: ({ doing, done, of }) =>
        progress.say(`${DOING[doing]}: ${done} of ${times(of, 'visitor', 'visitors')}`),
    });
  } finally {
    progress.end();
  }
}

const outOf = ({ out, config = OUT }: LearnAsked): string => out ?? join(dirname(config), OUT);

function keep(known: Knowledge, asked: LearnAsked, config: Config | undefined, io: Io): void {
  const out = outOf(asked);
  const { config: file, pages } = asked;
  if (!known.config) {
    if (existsSync(resolve(io.cwd, out)))
      io.err(`${out}: of an earlier run, and not changed, as nothing was learned.\n`);
    return;
  }
  if (pages !== undefined && known.pages) {
    writePages(known.pages, pages, io);
    const files = known.pages.length === 1 ? '1 file' : `${known.pages.length.toLocaleString('en')} files`;
    io.err(`${pages}: ${files}, each for the page of its item.\n`);
  }
  const text = `${JSON.stringify(known.config, null, 2)}\n`;
  /** What lies beside the tag goes where its config lies, too: there `bundle` looks for it. */
  const beside = (folder: string) =>
    known.files.map(({ name, text }) => ({
      path: join(folder, name),
      what: 'what goes together, beside the tag',
      text,
    }));
  const written = [...beside(dirname(out)), { path: out, what: 'what was learned', text }];
  const told = known.files.map(
    ({ name }) => `${join(dirname(out), name)}: written. It lies beside the tag.\n`,
  );
  const { isInto } = asked;
  const folders = [dirname(out), ...(file === undefined ? [] : [dirname(file)])];
  const tell = (): void => {
    for (const one of known.files)
      io.err(tellItems(one, { before: config?.items?.file, isInto, folders, cwd: io.cwd }));
  };
  if (!isInto || file === undefined || !config) {
    writeFiles(written, () => '-o', io);
    io.err(`${told.join('')}${out}: written. Its fields belong into the config: --into puts them there.\n`);
    tell();
    return;
  }
  const home = dirname(file);
  const merged = mergeLearned(readFileSync(resolve(io.cwd, file), 'utf8'), config, known.config);
  const { config: fit, problems } = judgeText(merged.text, readNow(io));
  if (!fit) {
    writeFiles(written, () => '-o', io);
    for (const problem of problems)
      if (problem.severity === 'error') io.err(`${formatProblem(problem, file)}\n`);
    throw new LearnRefusal(
      `${told.join('')}${out}: written.\n${file}: not changed, as \`selvedge check\` would refuse it with what was learned: change first what stands there, and then put it in by --into.`,
    );
  }
  const copies = resolve(io.cwd, home) === resolve(io.cwd, dirname(out)) ? [] : beside(home);
  writeFiles([...written, ...copies, { path: file, what: 'the config', text: merged.text }], () => '-o', io);
  io.err(
    `${told.join('')}${out}: written.\n${file}: changed.\n${merged.changes.map((line) => `  ${line}\n`).join('')}`,
  );
  tell();
}

function refuseGoal({ goal, what }: LearnAsked, config: Config | undefined): void {
  if (findGoal(config, goal)) return;
  const known = (config?.goals ?? []).map(({ id }) => id).join(', ') || 'none';
  if (goal !== undefined)
    throw new LearnRefusal(`--goal ${goal}: the config has no such goal. There are: ${known}.`, {
      isMisuse: true,
    });
  if (what.length === 1 && what[0] === 'intent')
    throw new LearnRefusal(
      'What is learned of intent needs a goal: say --config FILE with one that names goals.',
      {
        isMisuse: true,
      },
    );
}

const isLearned = (held: object): boolean => 'learned' in held && !('version' in held);

/** What is learned ends with what was: a later day is a slip of the pen. */
function refuseUntil({ until }: LearnAsked, now: number): void {
  if (until !== undefined && (readDay(until) ?? 0) * DAY_MS > now + 2 * DAY_MS)
    throw new LearnRefusal(`--until ${until} is still to come.`, { isMisuse: true });
}

/** Before anything is read: a year of orders takes its time. */
function refuseOut(out: string, read: readonly string[], io: Io): void {
  const taken = isAmong(out, read, io.cwd)
    ? `-o ${out}: that is what is read. Choose another place.`
    : existsSync(resolve(io.cwd, dirname(out)))
      ? refuseTaken(out, 'learn', isLearned, io.cwd)
      : `-o ${out}: there is no such folder. Make it first, or choose another place.`;
  if (taken) throw new LearnRefusal(taken, { isMisuse: true });
}

function refusePages({ pages }: LearnAsked, io: Io): void {
  const taken = pages === undefined ? undefined : refuseFolder(pages, io.cwd);
  if (taken) throw new LearnRefusal(taken, { isMisuse: true });
}

function printQueries(
  { until = '', days = DEFAULT_DAYS, map, together }: LearnAsked,
  config: Config | undefined,
): string {
  const retentionMs = ms(config?.privacy?.retention ?? RETENTION);
  return `${printBuyersQuery({ until, days, retentionMs, map })}\n${printPairsQuery({ until, days, together })}`;
}

export async function learnCommand(names: string[], asked: LearnAsked, io: Io): Promise<ExitCode> {
  try {
    const config = asked.config === undefined ? undefined : configOf(asked.config, io);
    if (asked.isPrinting) {
      io.out(printQueries(asked, config));
      return 0;
    }
    refuseGoal(asked, config);
    refuseUntil(asked, readNow(io));
    const files = findFiles(names, io.cwd);
    refuseOut(outOf(asked), [...files, ...[asked.config, asked.catalog].flatMap((file) => file ?? [])], io);
    refusePages(asked, io);
    const known = await know(files, asked, config, io);
    if (asked.json) io.out(`${JSON.stringify({ read: known.read, parts: known.parts }, null, 2)}\n`);
    else io.out(printableLines(`${sayRead(known.read)}\n${sayLearned(known)}`));
    keep(known, asked, config, io);
    if (asked.config !== undefined && config) io.err(tellKept(known, config, asked.config, asked.goal));
    return Object.values(known.parts).some(({ status }) => status === 'learned') ? 0 : 1;
  } catch (error) {
    const said = explain(error, io.cwd);
    if (said) io.err(printableLines(`${said}\n`));
    return error instanceof LearnRefusal && error.isMisuse ? 2 : 1;
  }
}
