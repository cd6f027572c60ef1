// Checks what leaves the repository or enters it: the tag's size, where packages come from, paths of one machine.

import { brotliCompressSync, constants } from 'node:zlib';
import packageJson from '../../../package.json' with { type: 'json' };
import { type Finding, lineOf, type Source } from './finding.ts';

/** The tag in one file without config, brotli quality 11, in bytes: snippet/build-tag.mjs says why. */
export const { tagBudget } = packageJson.config;

export function checkBudget(tag: Buffer): Finding[] {
  const size = brotliCompressSync(tag, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  if (size <= tagBudget) return [];
  return [
    `dist/selvedge-whole.js is ${size} bytes brotli, ${size - tagBudget} over ${tagBudget}. Read the sizes that build.mjs prints and make a room smaller; the budget stays.`,
  ];
}

interface Lock {
  packages: Record<string, { resolved?: string; version?: string; link?: boolean }>;
}

export function checkLock(lock: Lock): Finding[] {
  return Object.entries(lock.packages).flatMap(([name, { resolved }]) =>
    !resolved
      ? []
      : `package-lock.json: ${name} comes from ${resolved}. Install it again with omit-lockfile-registry-resolved=true.`,
  );
}

/** A home folder, a workplace or a scratch folder of one machine; `/usr/bin` and the like are everyone's. */
const machinePath = /(?<![\w.])\/(?:work\/\w|home\/\w|root\/\w|Users\/\w|tmp\/\w)[\w./-]*/g;

export function checkPaths({ path, text }: Source): Finding[] {
  return [...text.matchAll(machinePath)].map(
    ({ 0: found, index }) =>
      `${path}:${lineOf(text, index)}: ${found} exists on one machine only. Use import.meta, os.tmpdir() or an argument.`,
  );
}
