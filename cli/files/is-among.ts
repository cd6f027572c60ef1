// Whether a file is one of others, whatever links and names lead to it: what is written over must not be what is read.
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { PIPE } from './find-files.ts';

/** @param path one that need not exist @param files as they were named, or `-` for what is piped in */
export function isAmong(path: string, files: readonly string[], cwd: string): boolean {
  const real = (name: string): string => {
    const whole = resolve(cwd, name);
    try {
      return realpathSync(whole);
    } catch {
      return whole;
    }
  };
  const own = real(path);
  return files.some((file) => file !== PIPE && real(file) === own);
}
