// Where `selvedge bundle` writes: the script, and the folder of what it loads later. No place that would cost a file
// that is needed.
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Form, WHOLE } from '../shared/publish/form.ts';
import { REST, SIBLINGS } from '../shared/publish/siblings.ts';
import type { Io } from './io.ts';

export interface Places {
  /** absolute; undefined: stdout */
  out?: string;
  /** the folder of the other files, absolute; undefined: they are only told */
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
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

export function findPlaces(file: string, wanted: Wanted, io: Io): Places | { refusal: string } {
  const home = dirname(resolve(io.cwd, file));
  const out = findOut(wanted, home, io);
  const refusal = out === undefined ? undefined : refuseOut(out, file, io);
  if (refusal) return { refusal: `${wanted.out ?? out}: ${refusal}` };
  const beside = findBeside(wanted, out, home, io);
  // asked before anything is written: the script comes last
  if (out !== undefined && !isFolder(dirname(out)))
    return {
      refusal: `${wanted.out}: there is no such folder. Make it first. Or: choose another place with -o.`,
    };
  if (beside !== undefined && !isFolder(beside))
    return {
      refusal: `${wanted.beside}: there is no such folder. Make it first. Or: choose another one with --beside.`,
    };
  // the rest is made anew for each config: its source would be lost
  if (wanted.form === 'two' && beside !== undefined && beside === builtFolderOf(io))
    return {
      refusal: `${wanted.beside ?? wanted.out ?? '.'}: what tags are made from lies in this folder. Choose another one with ${wanted.beside === undefined ? '-o' : '--beside'}.`,
    };
  return { ...(out !== undefined && { out }), ...(beside !== undefined && { beside }) };
}

const builtFolderOf = ({ builtFolder }: Io): string | undefined => builtFolder && resolve(builtFolder);

function findOut({ out, inline }: Wanted, home: string, io: Io): string | undefined {
  if (out === '-' || (out === undefined && inline)) return undefined;
  if (out === undefined) return join(home, 'selvedge.js');
  const path = resolve(io.cwd, out);
  return isFolder(path) ? join(path, 'selvedge.js') : path;
}

/** A tag of one file that goes into none gets them by hand, where nobody names a folder: they are asked for seldom. */
function findBeside(wanted: Wanted, out: string | undefined, home: string, io: Io): string | undefined {
  if (wanted.beside !== undefined) return resolve(io.cwd, wanted.beside);
  if (out !== undefined && !wanted.inline) return dirname(out);
  return wanted.form === 'two' ? home : undefined;
}

/** Why nothing may be written there: it would cost a file that is needed. */
function refuseOut(path: string, file: string, io: Io): string | undefined {
  if (path === resolve(io.cwd, file)) return `this is the config itself. ${REMEDY}`;
  const built = builtFolderOf(io);
  if (built !== undefined && ['selvedge.js', WHOLE].some((name) => path === join(built, name)))
    return `this is the tag that bundles are made from. ${REMEDY}`;
  const other = [...SIBLINGS, ...REST].find(({ name }) => name === basename(path));
  if (other) return `this name belongs to ${other.what}. ${REMEDY}`;
  return isOthers(path)
    ? `there is a file already, and it is no tag of Selvedge's. ${REMEDY} Or: take that file away first.`
    : undefined;
}

/** Whether a file lies there that is no tag; one that cannot be read is told as it is written. */
function isOthers(path: string): boolean {
  try {
    const before = statSync(path).isFile() ? readFileSync(path, 'utf8') : '';
    return before !== '' && !before.includes(MARK);
  } catch {
    return false;
  }
}
