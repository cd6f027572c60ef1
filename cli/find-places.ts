// Where `selvedge bundle` writes: the script, and the folder of what it loads later. No place that would cost a file
// that is needed. Places are said as they were given, so that what was typed is what is read.
import { readFileSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type Form, WHOLE } from '../shared/publish/form.ts';
import { REST, SIBLINGS } from '../shared/publish/siblings.ts';
import { explainWriteError } from './explain-file-error.ts';
import type { Io } from './io.ts';

export interface Places {
  /** undefined: stdout */
  out?: string;
  /** the folder of the other files; undefined: they are only told */
  beside?: string;
}

interface Wanted {
  form: Form;
  out?: string;
  beside?: string;
  inline: boolean;
}

const REMEDY = 'Choose another place with -o.';
/** What every tag says in the console begins with it. */
const MARK = '[selvedge]';

export function findPlaces(file: string, wanted: Wanted, io: Io): Places | { refusal: string } {
  const home = dirname(file);
  const out = findOut(wanted, home, io);
  const beside = findBeside(wanted, out, home);
  // asked before anything is written: the script comes last
  const refusal =
    (out === undefined ? undefined : refuseOut(out, file, io)) ??
    (out === undefined ? undefined : refuseFolder(out, dirname(out), '-o', io)) ??
    (beside === undefined ? undefined : refuseFolder(beside, beside, '--beside', io)) ??
    refuseBuilt(wanted, out, beside, io);
  if (refusal) return { refusal };
  return { ...(out !== undefined && { out }), ...(beside !== undefined && { beside }) };
}

const builtFolderOf = ({ builtFolder }: Io): string | undefined => builtFolder && resolve(builtFolder);

function findOut({ out, inline }: Wanted, home: string, io: Io): string | undefined {
  if (out === '-' || (out === undefined && inline)) return undefined;
  if (out === undefined) return join(home, 'selvedge.js');
  const isFolder = out.endsWith('/') || out.endsWith(sep) || lookAt(resolve(io.cwd, out))?.isDirectory();
  return isFolder ? join(out, 'selvedge.js') : out;
}

/** A tag of one file that goes into none gets them by hand, where nobody names a folder: they are asked for seldom. */
function findBeside(wanted: Wanted, out: string | undefined, home: string): string | undefined {
  if (wanted.beside !== undefined) return wanted.beside;
  if (out !== undefined && !wanted.inline) return dirname(out);
  return wanted.form === 'two' ? home : undefined;
}

/** Why nothing can be written into a folder. @param name what is to be written there */
function refuseFolder(name: string, folder: string, option: '-o' | '--beside', io: Io): string | undefined {
  try {
    if (statSync(resolve(io.cwd, folder)).isDirectory()) return undefined;
    return explainWriteError({ code: 'ENOTDIR' }, name, option);
  } catch (error) {
    return explainWriteError(error, name, option);
  }
}

/** The rest is made anew for each config: its source would be lost. */
function refuseBuilt({ form }: Wanted, out: string | undefined, beside: string | undefined, io: Io) {
  if (form !== 'two' || beside === undefined || resolve(io.cwd, beside) !== builtFolderOf(io))
    return undefined;
  const [name, option] = out !== undefined && dirname(out) === beside ? [out, '-o'] : [beside, '--beside'];
  return `${name}: what tags are made from lies in this folder. Choose another one with ${option}.`;
}

/** Why nothing may be written there: it would cost a file that is needed. */
function refuseOut(out: string, file: string, io: Io): string | undefined {
  const path = resolve(io.cwd, out);
  const refuse = (why: string): string => `${out}: ${why}`;
  if (path === resolve(io.cwd, file)) return refuse(`this is the config itself. ${REMEDY}`);
  const built = builtFolderOf(io);
  if (built !== undefined && ['selvedge.js', WHOLE].some((name) => path === join(built, name)))
    return refuse(`this is the tag that bundles are made from. ${REMEDY}`);
  const other = [...SIBLINGS, ...REST].find(({ name }) => name === basename(path));
  if (other) return refuse(`this name belongs to ${other.what}. ${REMEDY}`);
  const found = lookAt(path);
  if (!found) return undefined;
  if (!found.isFile()) return refuse('this is no file. Choose one with -o; -o - prints the tag.');
  return refuseOthers(out, path);
}

/** Why a file may not be written over: it is no tag, or nobody can tell. */
function refuseOthers(out: string, path: string): string | undefined {
  try {
    const before = readFileSync(path, 'utf8');
    return before === '' || isOurs(before)
      ? undefined
      : `${out}: there is a file already, and it is no tag of Selvedge's. ${REMEDY} Or: take that file away first.`;
  } catch (error) {
    return explainWriteError(error, out);
  }
}

/** Whether it is a tag, or the element that one stands in (bundle.ts) and nothing around it. */
function isOurs(text: string): boolean {
  if (!text.includes(MARK)) return false;
  if (!/^\s*[<{[]/.test(text)) return true;
  const end = '</script>\n';
  return text.startsWith('<!-- Content-Security-Policy: ') && text.indexOf(end) === text.length - end.length;
}

/** What lies there, if anything does and can be seen. */
function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
