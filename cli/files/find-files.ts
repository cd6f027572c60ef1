// Which files are meant by what was named: files, folders with all that lies in them, and patterns that no shell filled.
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

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

/** Folders of days and hours lie in each other, as in CloudFront's. */
function filesIn(path: string): string[] {
  return statSync(path).isDirectory()
    ? listFolder(path).flatMap((name) => filesIn(join(path, name)))
    : [path];
}

/** `*` and `?` within a part of a path. */
function fill(pattern: string, cwd: string): string[] {
  let found = [pattern.startsWith('/') ? '/' : cwd];
  for (const part of pattern.split('/').filter(Boolean)) {
    if (isPattern(part)) {
      const isMeant = patternOf(part);
      found = found.flatMap((folder) =>
        statSync(folder).isDirectory()
          ? listFolder(folder)
              .filter((name) => isMeant.test(name))
              .map((name) => join(folder, name))
          : [],
      );
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
    try {
      const paths = isPattern(named) ? fill(named, cwd) : [resolve(cwd, named)];
      const found = paths.flatMap(filesIn);
      if (found.length === 0) throw new Error('there is no file of this name');
      return found;
    } catch (error) {
      throw Object.assign(error as Error, { named });
    }
  });
  const real = (path: string): string => (path === PIPE ? path : realpathSync(path));
  return [...new Map(files.map((path) => [real(path), path] as const)).values()];
}
