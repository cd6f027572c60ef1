// The plugin for WordPress in a real WordPress: PHP's own server, and a database in a file.
//
// WordPress comes with the npm package that its playground is built of: as it is after it was installed.

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { CACHE, install } from '../sites/build-site.mjs';
import { chromiumArgs, ensureBrowser } from '../support/browsers.mjs';
import { envOf, findProgram } from './find-program.mjs';
import { findPort, waitUntilUp } from './serve.mjs';

export const title = 'WordPress 6.5';

const BUILDS = { '@wp-playground/wordpress-builds': '0.9.19' };
const root = new URL('../../', import.meta.url);

function unzipInto(file, folder) {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    const path = join(folder, name);
    if (name.endsWith('/')) mkdirSync(path, { recursive: true });
    else {
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, bytes);
    }
  }
}

/** @returns the folder of a WordPress that nobody has changed */
async function unpackWordPress() {
  const folder = join(CACHE, 'wordpress');
  const mark = join(folder, '.unpacked');
  if (existsSync(mark)) return join(folder, 'site');
  await install(folder, BUILDS, 'module');
  const own = join(folder, 'node_modules/@wp-playground/wordpress-builds/src');
  unzipInto(join(own, 'wordpress/wp-6.5.zip'), join(folder, 'site'));
  unzipInto(join(own, 'sqlite-database-integration/sqlite-database-integration.zip'), folder);
  const content = join(folder, 'site/wp-content');
  const sqlite = join(content, 'plugins/sqlite-database-integration');
  cpSync(join(folder, 'sqlite-database-integration-main'), sqlite, { recursive: true });
  const drop = readFileSync(join(sqlite, 'db.copy'), 'utf8')
    .replaceAll("'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'", "__DIR__ . '/plugins/sqlite-database-integration'")
    .replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php');
  writeFileSync(join(content, 'db.php'), drop);
  // the rest of the package is a quarter of a gigabyte
  rmSync(join(folder, 'node_modules'), { recursive: true });
  writeFileSync(mark, '');
  return join(folder, 'site');
}

const PHP = ['php8.2-cli', 'php8.2-common', 'php8.2-sqlite3'];

function startPhp(program, folder, args) {
  const extensions = folder
    ? ['tokenizer', 'ctype', 'pdo', 'pdo_sqlite', 'sqlite3', 'iconv', 'fileinfo'].flatMap((name) => [
        '-d',
        `extension=${name}`,
      ])
    : [];
  const place = folder ? ['-d', `extension_dir=${folder}/usr/lib/php/20220829`] : [];
  return [program, [...place, ...extensions, ...args], { env: envOf(folder) }];
}

const headOf = (html) => /<head[^>]*>(.*?)<\/head>/s.exec(html)?.[1] ?? '';

const CONFIG = {
  version: 1,
  site: 'wordpress.example',
  revision: 1,
  privacy: { consent: 'implied' },
  segments: [],
  experiences: [
    {
      id: 'home',
      name: 'Home',
      status: 'live',
      pages: ['/*'],
      goal: null,
      variants: [
        {
          id: 'v',
          name: 'V',
          segment: 'everyone',
          changes: [{ kind: 'text', target: { css: 'h1' }, value: 'A variant' }],
        },
      ],
    },
  ],
};

/** What is at work in WordPress itself: the plugin, by its activation, and what an administrator is told. */
const TELL = `<?php
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
$failed = activate_plugin('selvedge/selvedge.php');
if (is_wp_error($failed)) { echo $failed->get_error_message(); exit(1); }
wp_set_current_user(1);
do_action('admin_notices');
`;

export async function tryRecipe() {
  const { program, folder: php, reason } = findProgram('php8.2', PHP);
  if (!program) return reason;
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-wordpress-'));
  const site = join(folder, 'site');
  cpSync(await unpackWordPress(), site, { recursive: true });
  const own = join(site, 'wp-content/plugins/selvedge');
  mkdirSync(own);
  cpSync(new URL('plugins/wordpress/selvedge.php', root), join(own, 'selvedge.php'));
  writeFileSync(join(site, 'tell.php'), TELL);
  const tell = () => {
    const [file, args, options] = startPhp(program, php, ['tell.php']);
    return spawnSync(file, args, { ...options, cwd: site, encoding: 'utf8' });
  };
  const port = await findPort();
  const origin = `http://127.0.0.1:${port}`;
  const [file, args, options] = startPhp(program, php, ['-S', `127.0.0.1:${port}`, '-t', site]);
  let said = '';
  let isOver = false;
  // WordPress leads to the address that it was installed at
  const wpConfig = join(site, 'wp-config.php');
  writeFileSync(
    wpConfig,
    readFileSync(wpConfig, 'utf8').replace(
      '<?php',
      `<?php define('WP_HOME', '${origin}'); define('WP_SITEURL', '${origin}');`,
    ),
  );
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const ended = new Promise((done) => child.once('exit', done)).then(() => (isOver = true));
  try {
    await waitUntilUp(
      `${origin}/wp-login.php`,
      () => isOver,
      () => said,
    );
    const before = tell();
    expect(before.stderr + before.stdout).toContain('selvedge.js is not there yet');
    expect(headOf(await (await fetch(origin)).text())).not.toContain('selvedge');

    writeFileSync(join(own, 'selvedge.json'), JSON.stringify(CONFIG));
    const cli = fileURLToPath(new URL('dist/cli.js', root));
    const made = spawnSync(process.execPath, [cli, 'bundle', join(own, 'selvedge.json'), '-o', `${own}/`]);
    expect(made.status).toBe(0);
    expect(tell().stdout).not.toContain('not there yet');

    const html = await (await fetch(origin)).text();
    expect(html).toContain('<h1');
    const [ahead, more] = headOf(html).split(
      `<script src="${origin}/wp-content/plugins/selvedge/selvedge.js"></script>`,
    );
    expect(more, 'the tag is in the head once').toBeDefined();
    expect(ahead).not.toMatch(/<script|<style|<link/);
    // where nobody looks at pages
    for (const path of ['/wp-login.php', '/?feed=rss2'])
      expect(await (await fetch(origin + path)).text(), path).not.toContain('plugins/selvedge/');

    const browser = await chromium.launch({
      executablePath: ensureBrowser('chromium').path,
      args: chromiumArgs,
    });
    try {
      const page = await browser.newPage();
      await page.goto(origin);
      await expect(page.getByRole('heading', { name: 'A variant', level: 1 }).first()).toBeVisible();
    } finally {
      await browser.close();
    }
  } finally {
    if (!isOver) child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
  return undefined;
}
