// Reads a command line and runs the command it names.
import { parseArgs } from 'node:util';
import { version } from '../package.json';
import { FORM, type Form } from '../shared/publish/form.ts';
import { jsonSchema } from '../shared/schema/json-schema.ts';
import { findNearest } from '../shared/schema/nearest.ts';
import { type BundleOptions, bundle } from './bundle.ts';
import { check } from './check.ts';
import { COMMANDS } from './commands.ts';
import { HELP, helpOf, OVERVIEW } from './help.ts';
import type { ExitCode, Io } from './io.ts';
import { learnCommand } from './learn/learn-command.ts';
import { readLearnOptions } from './learn/learn-options.ts';
import { plan, readPlan } from './plan.ts';
import { report } from './report.ts';
import { readReportOptions } from './report-options.ts';

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  json: { type: 'boolean' },
  inline: { type: 'boolean' },
  out: { type: 'string', short: 'o' },
  beside: { type: 'string' },
  two: { type: 'boolean' },
  whole: { type: 'boolean' },
  integrity: { type: 'boolean' },
  rate: { type: 'string' },
  lift: { type: 'string' },
  share: { type: 'string' },
  segment: { type: 'string' },
  visitors: { type: 'string' },
  epsilon: { type: 'string' },
  config: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  ping: { type: 'string' },
  robots: { type: 'string' },
  engine: { type: 'string' },
  alpha: { type: 'string' },
  sql: { type: 'boolean' },
  cluster: { type: 'string' },
  drafts: { type: 'string' },
  what: { type: 'string' },
  map: { type: 'string' },
  days: { type: 'string' },
  zone: { type: 'string' },
  into: { type: 'boolean' },
  'print-sql': { type: 'boolean' },
  personas: { type: 'string' },
  goal: { type: 'string' },
  together: { type: 'string' },
  each: { type: 'string' },
  most: { type: 'string' },
  catalog: { type: 'string' },
  pages: { type: 'string' },
  seed: { type: 'string' },
} as const;

const NAMES = COMMANDS.map(({ name }) => name);
const LONG_OPTIONS = Object.keys(OPTIONS).map((name) => `--${name}`);

function suggest(name: string, known: string[]): string {
  const nearest = findNearest(name, known);
  return nearest ? ` Did you mean "${nearest}"?` : '';
}

/**
 * @param args the command line without the program's name
 * @returns a promise from what reads without end
 */
export function run(args: string[], io: Io): ExitCode | Promise<ExitCode> {
  let of = '';
  const misused = (message: string): ExitCode => {
    io.err(`${message}\nselvedge ${of}--help says what there is.\n`);
    return 2;
  };
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return misused(explainMisuse(error as Error));
  }
  const { values, positionals, tokens } = parsed;
  const [name, file, ...more] = positionals;
  if (values.version) {
    io.out(`${version}\n`);
    return 0;
  }
  if (values.help || name === 'help') {
    const about = COMMANDS.find((one) => one.name === (name === 'help' ? file : name));
    io.out(about ? helpOf(about) : HELP);
    return 0;
  }
  if (name === undefined) {
    io.err(OVERVIEW);
    return 2;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) return misused(`There is no command "${name}".${suggest(name, NAMES)}`);
  of = `${name} `;
  const foreign = Object.keys(values).find((option) => !command.options.some((one) => one.name === option));
  if (foreign) return misused(`selvedge ${name} takes no --${foreign}.`);
  const again = findAgain(tokens);
  if (again) return misused(`--${again} is there twice: say it once.`);
  // where folders are read an empty one would be the one that somebody stands in
  const readsFolders = command.name === 'learn' || command.name === 'report';
  if (readsFolders && positionals.includes(''))
    return misused('The name of a file is empty: is a variable not set?');
  if (command.name === 'schema') {
    if (file !== undefined) return misused('selvedge schema takes no file.');
    io.out(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
    return 0;
  }
  if (command.name === 'mcp') {
    if (file !== undefined) return misused('selvedge mcp takes no file: each call names its own.');
    return import('./mcp/serve.ts').then(({ serve }) => serve(values.drafts ?? 'selvedge-drafts', io));
  }
  if (command.name === 'plan') {
    if (file !== undefined) return misused('selvedge plan takes no file.');
    const figures = readPlan(values);
    return typeof figures === 'string' ? misused(figures) : plan(figures, { json: values.json ?? false }, io);
  }
  if (command.name === 'report') {
    const options = readReportOptions(values);
    if (typeof options === 'string') return misused(options);
    const isReading = !options.sql && !options.server;
    if (isReading && file === undefined) return misused('Name the access log: selvedge report FILE.');
    if (!isReading && file !== undefined)
      return misused(
        `"${file}" would not be read: ${options.sql ? '--sql' : 'that --engine'} takes no file.`,
      );
    return report(positionals.slice(1), options, io);
  }
  if (command.name === 'learn') {
    const asked = readLearnOptions(values);
    if (typeof asked === 'string') return misused(asked);
    if (asked.isPrinting && file !== undefined)
      return misused(`"${file}" would not be read: --print-sql takes no file.`);
    if (!asked.isPrinting && file === undefined) return misused('Name the export: selvedge learn FILE.');
    return learnCommand(positionals.slice(1), asked, io);
  }
  if (!file) return misused(`Name the config file: selvedge ${name} FILE.`);
  if (file === '-') return misused('A config is read from a file, not from a pipe: name the file.');
  if (more.length > 0) return misused(`One file at a time; "${more[0]}" is one too many.`);
  if (command.name === 'check') return check(file, { json: values.json ?? false }, io);
  const misuse = refuseOptions(values);
  if (misuse) return misused(misuse);
  return bundle(file, readOptions(values), io);
}

type Values = ReturnType<typeof parse>['values'];

const formOf = ({ two, whole }: Values): Form => (two ? 'two' : whole ? 'whole' : FORM);

type Tokens = ReturnType<typeof parse>['tokens'];

/** The option that would say two things: of two values one would be dropped without a word. */
function findAgain(tokens: Tokens): string | undefined {
  const named = tokens.filter((token) => token.kind === 'option' && token.value !== undefined);
  const names = named.map((token) => ('name' in token ? token.name : ''));
  return names.find((name, i) => names.indexOf(name) < i);
}

function explainMisuse({ message }: Error): string {
  const [said = 'Not understood'] = message.split('. ');
  const [, unknown] = /^Unknown option '(--[\w-]+)'$/.exec(said) ?? [];
  return unknown === undefined ? said : `${said}.${suggest(unknown, LONG_OPTIONS)}`;
}

/** Which options of `bundle` say nothing, or nothing together. */
function refuseOptions(values: Values): string | undefined {
  const { two, whole, beside, out, inline, integrity, since } = values;
  if (out === '') return '-o names no file.';
  if (beside === '') return '--beside names no folder.';
  if (since === '') return '--since names no file.';
  if (two && whole) return 'Choose --two or --whole, not both.';
  if (beside !== undefined && !inline && out !== '-')
    return '--beside goes with --inline or -o -: otherwise the other files are written beside OUT.';
  if (integrity && inline && formOf(values) === 'whole')
    return '--integrity says nothing with --inline --whole: a page vouches for what stands in it by its policy, and that is printed.';
  return undefined;
}

function readOptions(values: Values): BundleOptions {
  const { out, beside, since, inline = false, integrity = false } = values;
  const named = {
    ...(out !== undefined && { out }),
    ...(beside !== undefined && { beside }),
    ...(since !== undefined && { since }),
  };
  return { form: formOf(values), inline, integrity, ...named };
}

function parse(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true, tokens: true });
}
