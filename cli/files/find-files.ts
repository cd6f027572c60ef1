// Which files are meant by what was named: files, folders with all that lies in them, and patterns that no shell filled.
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** The terminal's own name for what is piped in. */
export const PIPE = '-';

const isPattern = (name: string): boolean => /[*?]/.test(name);

function patternOf(part: string): RegExp {
  const source = part
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
}

const listFolder = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();

/** An error about a file says its name as who asked knows it; the innermost is the one that is to blame. */
function naming<T>(named: string, find: () => T): T {
  try {
    return find();
  } catch (error) {
    throw Object.assign(error as Error, { named: (error as { named?: string }).named ?? named });
  }
}

/**
 * Folders of days and hours lie in each other, as in CloudFront's.
 *
 * @param walked the folders that were: links may lead back to them
 */
function filesIn(path: string, named: string, walked: Set<string>): string[] {
  return naming(named, () => {
    if (!statSync(path).isDirectory()) return [path];
    const real = realpathSync(path);
    if (walked.has(real)) return [];
    walked.add(real);
    return listFolder(path).flatMap((name) => filesIn(join(path, name), join(named, name), walked));
  });
}

/** A link that leads nowhere is there. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** `*` and `?` within a part of a path. */
function fill(pattern: string, cwd: string): string[] {
  let found = [pattern.startsWith('/') ? '/' : cwd];
  let isFilled = false;
  for (const part of pattern.split('/').filter(Boolean)) {
    if (part.includes('**'))
      throw new Error('`**` means no more than `*`: name the folder, and all that lies in it is read');
    if (isPattern(part)) {
      isFilled = true;
      const isMeant = patternOf(part);
      found = found.flatMap((folder) =>
        statSync(folder).isDirectory()
          ? listFolder(folder)
              .filter((name) => isMeant.test(name))
              .map((name) => join(folder, name))
          : [],
      );
    } else if (isFilled) {
      // of what a pattern names some may be no folder, and some folders may not have it
      const folders = found.filter((path) => statSync(path).isDirectory());
      found = folders.map((folder) => join(folder, part)).filter(isThere);
    } else found = found.map((folder) => join(folder, part));
  }
  return found;
}

/**
 * Each file once, however often it was named.
 *
 * @throws Error in words or the file system's, with the name that was given as `named`
 */
export function findFiles(names: string[], cwd: string): string[] {
  const files = names.flatMap((named) => {
    if (named === PIPE) return [PIPE];
    return naming(named, () => {
      const isFilled = isPattern(named);
      const paths = isFilled ? fill(named, cwd) : [resolve(cwd, named)];
      const walked = new Set<string>();
      const nameOf = (path: string) =>
        !isFilled ? named : named.startsWith('/') ? path : relative(cwd, path);
      const found = paths.flatMap((path) => filesIn(path, nameOf(path), walked));
      if (found.length === 0) throw new Error('there is no file of this name');
      return found;
    });
  });
  const real = (path: string): string => (path === PIPE ? path : realpathSync(path));
  return [...new Map(files.map((path) => [real(path), path] as const)).values()];
}
