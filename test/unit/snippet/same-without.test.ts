// A tag is byte for byte what it would be had nobody written some files: what only some configs need is in no other's tag.
// All of them are empty at once, as each build takes some seconds.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sayBundled } from '../../../cli/build-notices.mjs';
import { buildLater, buildTag, type Common } from '../../../snippet/build-tag.mjs';
import { isLong } from '../../support/draws.ts';

type Make = (common: Common, idb: string) => Promise<Uint8Array>;

const buildWhole: Make = async (common, idb) => (await buildTag(common, idb)).contents;

/** Of the two forms that pages have the one is made again; the other in the long run, as each takes some seconds. */
const FORMS: [file: string, make: Make][] = [
  ['selvedge-later.js', buildLater],
  ...(isLong ? ([['selvedge-whole.js', buildWhole]] satisfies [string, Make][]) : []),
];

/** What counts and tells; what recommends items. */
const FILES =
  /snippet.(measure|tell|recommend)..*\.ts$|snippet.(needed|tell-measured)\.ts$|shared.(items|dom.recommend)..*\.ts$|list-as-block\.ts$/;

test.each(FORMS)(
  '%s is byte for byte what it is without those files',
  { timeout: 600_000 },
  async (file, make) => {
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    const common: Common = {
      bundle: true,
      legalComments: 'none',
      charset: 'utf8',
      logLevel: 'silent',
      absWorkingDir: process.cwd(),
      define: { VERSION: JSON.stringify(version) },
      plugins: [
        {
          name: 'emptied',
          setup: ({ onLoad }) => onLoad({ filter: FILES }, () => ({ contents: '' })),
        },
      ],
    };
    const made = await make(common, sayBundled(process.cwd(), 'idb'));
    expect(made.length).toBeGreaterThan(50_000);
    expect(readFileSync(`dist/${file}`).equals(made)).toBe(true);
  },
);
