// THIRD-PARTY-NOTICES.txt: the licences of all packages that are inside of what is given away, as their authors wrote them.
//
// Each build says by esbuild's metafile what went into its files, so nothing can be bundled without being named here.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

const INTRO = `Selvedge holds code of other people. Below stands what each of them asks to be said, as they wrote it.\n`;
const RULE = `\n${'-'.repeat(80)}\n\n`;
const TEXTS = /^(licen[cs]e|copying|notice)/i;

/** The folder of the package that a file is in, as the metafile names it; undefined for our own. */
const findPackage = (input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0];

function sayPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => TEXTS.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (!texts.length)
    throw new Error(`${folder} holds no licence text: ask its authors for one, or do without the package`);
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}

/**
 * What stands in a file that owners put on their sites, at its end: of whom its bundled code is, in a line.
 *
 * @param {string} root where node_modules is
 * @param {string} name of the package
 */
export function sayBundled(root, name) {
  const folder = join(root, 'node_modules', name);
  const { version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((name) => TEXTS.test(name));
  const text = file ? readFileSync(join(folder, file), 'utf8') : '';
  const [said = `Copyright ${author}`] = text.match(/^Copyright .*$/m) ?? [];
  // without addresses
  const owner = said.replace(/\s*(<[^>]*>|\(http[^)]*\))/g, '').trim();
  return `/*! ${name} ${version}, ${license}. ${owner} */\n`;
}

/** @param {string} root the folder that metafiles' paths begin in */
export function noteNotices(root) {
  const folders = new Set();
  return {
    /** Goes into each build whose files are given away. */
    plugin: {
      name: 'note-notices',
      setup({ initialOptions, onEnd }) {
        initialOptions.metafile = true;
        onEnd(({ metafile }) => {
          for (const { inputs } of Object.values(metafile?.outputs ?? {}))
            for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
              const folder = bytesInOutput > 0 && findPackage(input);
              if (folder) folders.add(folder);
            }
        });
      },
    },
    /** @returns the file's text, once all is built */
    write: () =>
      [INTRO, ...[...new Set([...folders].sort().map((folder) => sayPackage(join(root, folder))))]].join(
        RULE,
      ),
  };
}
