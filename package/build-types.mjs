// Builds the types of what a program imports: one file for each entry, which needs no package. build.mjs calls it.
//
// Each source is made into its declarations by itself, as nobody could wait for all to be inferred at each build: what is
// exported here says its type. The types of a config are made of its JSON Schema, with each field's description; inferred
// ones would ask for zod.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transpileDeclaration } from '@typescript/typescript6';
import { compile } from 'json-schema-to-typescript';
import { rollup } from 'rollup';
import dts from 'rollup-plugin-dts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** By where it lies in dist/. */
const ENTRIES = {
  'lib/selvedge.d.ts': 'package/selvedge.ts',
  'lib/node.d.ts': 'package/node.ts',
  'selvedge.d.ts': 'package/global.ts',
  'lib/vite.d.ts': 'plugins/vite.ts',
  'lib/next.d.ts': 'plugins/next.ts',
};

/** What most of the types come from: they stand there once. */
const [[, MAIN]] = Object.entries(ENTRIES);
/** What types may ask for: the main ones beside them, and those of a host, which who uses its plugin has. */
const BESIDE = ['./selvedge.js', 'vite'];

/** Whose types zod infers. */
const INFERRED = ['change', 'condition', 'config', 'experience', 'page-pattern', 'target'].map(
  (name) => `shared/schema/${name}.ts`,
);

/**
 * As the maker of types reads a schema: a reference with a description beside it would become a type of its own, a list
 * with a least length a union; a tuple is written as in older drafts.
 */
function simplify(_key, value) {
  if (value?.$ref) return { $ref: value.$ref };
  if (value?.type !== 'array') return value;
  const { minItems: _least, maxItems: _most, prefixItems, ...list } = value;
  const length = prefixItems?.length;
  return prefixItems ? { ...list, items: prefixItems, minItems: length, maxItems: length } : list;
}

const describeConfig = (schema) =>
  compile({ ...JSON.parse(JSON.stringify(schema, simplify)), title: 'Config' }, 'Config', {
    additionalProperties: false,
    bannerComment: '',
    style: { printWidth: 110, singleQuote: true },
  });

/** Declarations of a source and of all that it names, into a folder of the same form. */
function declare(source, folder, done = new Set()) {
  if (done.has(source)) return;
  done.add(source);
  const { outputText } = transpileDeclaration(readFileSync(join(root, source), 'utf8'), {
    fileName: source,
    compilerOptions: { strict: true, target: 'es2022', module: 'esnext' },
  });
  const path = join(folder, source.replace(/\.ts$/, '.d.ts'));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, outputText);
  for (const [, to] of outputText.matchAll(/(?:from |import\()'(\.[^']+\.ts)'/g)) {
    const next = relative(root, resolve(root, dirname(source), to));
    if (!INFERRED.includes(next)) declare(next, folder, done);
  }
}

/** @param schema the JSON Schema of a config */
export async function buildTypes(schema, dist) {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-types-'));
  const config = join(folder, 'config.d.ts');
  try {
    writeFileSync(config, await describeConfig(schema));
    for (const [name, source] of Object.entries(ENTRIES)) {
      declare(source, folder);
      const built = await rollup({
        input: join(folder, source.replace(/\.ts$/, '.d.ts')),
        plugins: [
          {
            name: 'declared',
            resolveId(to, from) {
              if (!from) return undefined;
              if (!to.startsWith('.')) return { id: to, external: true };
              const path = relative(folder, resolve(dirname(from), to));
              if (path === MAIN) return { id: './selvedge.js', external: true };
              return INFERRED.includes(path) ? config : join(folder, path.replace(/\.ts$/, '.d.ts'));
            },
          },
          dts(),
        ],
      });
      const [{ code, imports }] = (await built.generate({ format: 'es' })).output;
      await built.close();
      if (imports.some((from) => !BESIDE.includes(from)))
        throw new Error(`${name} imports ${imports}: types may need no more than ${BESIDE}`);
      const [unsaid] = code.match(/^.*: any\b.*$/m) ?? [];
      if (unsaid) throw new Error(`${name} holds "${unsaid.trim()}": say that type in the sources`);
      writeFileSync(join(dist, name), code);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
