// Builds the browser extension for both browsers: dist/chrome, dist/firefox and a zip of each. build.mjs calls it.
//
// One code base, two manifests from manifest.json. `__TARGET__` picks the branch that only one browser has; the
// other is dropped. The same sources give the same bytes: no dates, no paths, names in order.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { NOTICES } from '../cli/build-notices.mjs';
import { catalogOf, LANGUAGES, readCatalog } from './gather-words.mjs';
import { iconsApart } from './icons-apart.mjs';
import { learnedLater } from './learned-later.mjs';
import { partAfterPanel } from './part-after-panel.mjs';
import { zodApart } from './zod-apart.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Whose extension it is. */
const { author, homepage, firefoxId, dataCollection } = JSON.parse(
  readFileSync(join(here, 'store/choices.json'), 'utf8'),
);

/** What each browser's manifest has besides the common part. */
const manifests = {
  chrome: (base) => ({
    ...base,
    minimum_chrome_version: '120',
    permissions: [...base.permissions, 'sidePanel'],
    background: { service_worker: 'background.js' },
    side_panel: { default_path: 'panel.html' },
  }),
  firefox: (base) => ({
    ...base,
    ...(author && { author }),
    background: { scripts: ['background.js'] },
    sidebar_action: {
      default_panel: 'panel.html',
      default_title: '__MSG_name__',
      default_icon: base.icons,
      open_at_install: false,
    },
    browser_specific_settings: {
      gecko: {
        id: firefoxId,
        strict_min_version: '142.0',
        data_collection_permissions: { required: dataCollection },
      },
    },
  }),
};

/** What tags are made of (shared/publish/publish-tag.ts), and what lies beside them (siblings.ts). */
const published = [
  'selvedge.js',
  'selvedge-whole.js',
  'selvedge-whole-measure.js',
  'selvedge.parts.json',
  'selvedge-later.js',
  'selvedge-measure.js',
  'selvedge-show.js',
  'selvedge-listen.js',
  'selvedge-panel.js',
  'selvedge-languages.js',
  'selvedge-purify.js',
  'selvedge-block.js',
  'selvedge-ask.js',
  'selvedge-recommend.js',
];

const PANEL = 'extension/panel/main.tsx';

/** Every file below a folder, in order, by its path from there. */
function readFolder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
    .map((path) => [path, readFileSync(join(folder, path))]);
}

const common = (target, plugins) => ({
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  absWorkingDir: root,
  write: false,
  outdir: 'out',
  target: target === 'chrome' ? 'chrome120' : 'firefox142',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  plugins,
  define: { __TARGET__: JSON.stringify(target), VERSION: JSON.stringify(version) },
});

/** A catalog without what is said to translators. */
function packCatalog(language) {
  const messages = Object.entries(readCatalog(language)).map(([key, { message }]) => [key, { message }]);
  return Buffer.from(`${JSON.stringify(Object.fromEntries(messages))}\n`);
}

async function buildTarget(target, dist, notices) {
  const shared = common(target, [notices.plugin]);
  const scripts = await Promise.all([
    // the background and what runs in pages are plain scripts
    build({
      ...shared,
      entryPoints: {
        background: 'extension/background/main.ts',
        stage: 'extension/stage/main.ts',
        audit: 'extension/stage/audit/main.ts',
        reader: 'extension/reader/main.ts',
        learner: 'extension/learner/main.ts',
        'tour/shop': 'extension/tour/main.ts',
      },
      format: 'iife',
    }),
    build({ ...shared, entryPoints: { welcome: 'extension/panel/welcome/main.tsx' }, format: 'esm' }),
    // what the panel loads later is a file of its own in parts/: the policy 'self' allows it
    build({
      ...shared,
      entryPoints: [
        { in: PANEL, out: 'panel' },
        // by itself: each part, which comes after the panel's script, would have a copy
        { in: 'extension/panel/panel.css', out: 'panel' },
      ],
      plugins: [...shared.plugins, zodApart, iconsApart, learnedLater(root), partAfterPanel(root, PANEL)],
      format: 'esm',
      splitting: true,
      chunkNames: 'parts/[name]-[hash]',
      // what the panel and a part of it share is a file that runs before the panel's own first line: its shapes, too
      inject: ['extension/wire/no-eval.ts'],
    }),
  ]);
  const files = new Map(
    scripts.flatMap(({ outputFiles }) =>
      outputFiles.map(({ path, contents }) => [relative(join(root, 'out'), path), Buffer.from(contents)]),
    ),
  );
  const base = JSON.parse(readFileSync(join(here, 'manifest.json'), 'utf8'));
  const manifest = manifests[target]({ ...base, version, ...(homepage && { homepage_url: homepage }) });
  files.set('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  for (const language of LANGUAGES) files.set(catalogOf(language), packCatalog(language));
  for (const folder of ['icons', 'tour'])
    for (const [path, bytes] of readFolder(join(here, folder)))
      if (!path.endsWith('.ts') && path !== 'mark.svg') files.set(`${folder}/${path}`, bytes);
  const page = readFileSync(join(here, 'panel/page.html'), 'utf8');
  for (const [name, title] of Object.entries({ panel: 'Selvedge', welcome: 'Welcome to Selvedge' }))
    files.set(`${name}.html`, Buffer.from(page.replaceAll('{name}', name).replace('{title}', title)));

  // for publishing: what `selvedge bundle` makes tags of, and what it puts beside them; the tour's shop runs them
  for (const name of published) {
    const path = join(dist, name);
    if (existsSync(path)) files.set(name, readFileSync(path));
  }

  files.set(NOTICES, Buffer.from(notices.write()));

  const out = join(dist, target);
  rmSync(out, { recursive: true, force: true });
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, bytes] of entries) {
    mkdirSync(join(out, path, '..'), { recursive: true });
    writeFileSync(join(out, path), bytes);
  }
  // zip keeps local time without a zone: the same everywhere
  const mtime = new Date(2020, 0, 1);
  const zip = zipSync(Object.fromEntries(entries.map(([path, bytes]) => [path, bytes])), { level: 9, mtime });
  writeFileSync(join(dist, `selvedge-${target}.zip`), zip);
  console.log(
    `${target.padEnd(8)}     ${zip.length} B zip, panel.js ${files.get('panel.js')?.length} B, stage.js ${files.get('stage.js')?.length} B`,
  );
}

/**
 * @param {string} dist the folder that holds the tag and its siblings; chrome/, firefox/ and the zips go there
 * @param notices of what is built, the tag's among them
 */
export async function buildExtension(dist, notices) {
  for (const target of Object.keys(manifests)) await buildTarget(target, dist, notices);
}
