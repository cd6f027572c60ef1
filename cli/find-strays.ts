// What lies in a folder that a tag is made into, and does not go with it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findLater } from '../shared/publish/find-later.ts';
import type { Form } from '../shared/publish/form.ts';
import { REST } from '../shared/publish/siblings.ts';
import type { Io } from './io.ts';

export interface Strays {
  /** Of a tag in two files, where there is one in one file now. */
  unneeded: string[];
  /** Other tags in two files, whose rest is this one's now. */
  robbed: string[];
}

/** Far more than any first file has, bytes. */
const MOST_BYTES = 1_000_000;

/**
 * @param script that was made
 * @param folder of what goes with it
 * @returns paths as the folder was given; nothing where it cannot be read
 */
export function findStrays(form: Form, script: string, folder: string, io: Io): Strays {
  const at = (name: string): string => join(folder, name);
  const names = attempt(() => readdirSync(resolve(io.cwd, folder))) ?? [];
  if (form === 'whole')
    return { unneeded: REST.flatMap(({ name }) => (names.includes(name) ? [at(name)] : [])), robbed: [] };
  const own = findLater(script);
  const isRobbed = (name: string): boolean => {
    const later = findLater(attempt(() => readSmall(resolve(io.cwd, at(name)))) ?? '');
    return later !== undefined && later !== own;
  };
  return {
    unneeded: [],
    robbed: names
      .filter((name) => name.endsWith('.js') && isRobbed(name))
      .sort()
      .map(at),
  };
}

function readSmall(path: string): string {
  const found = statSync(path);
  return found.isFile() && found.size < MOST_BYTES ? readFileSync(path, 'utf8') : '';
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
