// Puts the files that the tag loads later beside a bundled tag, and says so.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { TagFile } from '../shared/publish/publish-tag.ts';
import { SIBLINGS } from '../shared/publish/siblings.ts';
import { formatSizes } from './format-sizes.ts';
import { integrityOf } from './hashes.ts';
import type { Io } from './io.ts';

/** @throws Error in words when the build lacks one of them */
export const readSiblings = (io: Io): TagFile[] =>
  SIBLINGS.map((sibling) => ({ ...sibling, text: io.readBuilt(sibling.name) }));

/**
 * Writes each one that is not there already, byte for byte; one of another version is replaced.
 *
 * @param folder where the tag was written; absolute
 * @returns of each what was done, its size and its hash
 * @throws the file system's error when one cannot be written
 */
export function writeSiblings(parts: TagFile[], folder: string, io: Io): string {
  return parts
    .map(({ name, what, text }) => {
      const path = join(folder, name);
      const before = readMaybe(path);
      if (before !== text) writeFileSync(path, text);
      const done = before === undefined ? 'written' : before === text ? 'there already' : 'replaced';
      return `${relative(io.cwd, path)}: ${done}; ${what}\n${formatSizes(text)}\nintegrity="${integrityOf(text)}"\n`;
    })
    .join('');
}

/** What to do with them by hand, when there is no folder to put them in. @param place such as "beside the tag" */
export function tellSiblings(parts: TagFile[], place: string, io: Io): string {
  const from = io.builtFolder ? ` They lie in ${relative(io.cwd, resolve(io.builtFolder)) || '.'}.` : '';
  const names = parts.map(({ name }) => name).join(' and ');
  return `Put ${names} ${place}: they are loaded from there when they are needed.${from}\n`;
}

function readMaybe(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
