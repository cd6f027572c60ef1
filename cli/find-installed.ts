// A package that is no part of this program and few need: from the folder one stands in, or beside this program.
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** @returns what requires it and its parts; undefined where it is not installed */
export function findInstalled(name: string, cwd: string): NodeJS.Require | undefined {
  for (const from of [join(cwd, 'package.json'), import.meta.url]) {
    const require = createRequire(from);
    try {
      require.resolve(name);
      return require;
    } catch {
      // it may lie at the other place
    }
  }
  return undefined;
}
