// A Next project with `selvedge/next`, from the packed file: built, served and developed, by both bundlers, with a page of
// each router. The lines that its pages hold the tag by are those of docs/INSTALL.md.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect } from '@playwright/test';
import { CACHE, getEnv, install, run } from '../sites/build-site.mjs';
import { chromiumArgs, ensureBrowser } from '../support/browsers.mjs';
import { findPort, waitUntilUp } from './serve.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const DEPENDENCIES = { next: '16.4.6', react: '19.3.1', 'react-dom': '19.3.1' };
/** A busy machine compiles for a while. */
const PATIENT = { timeout: 120_000 };

export const title = 'Next 16.4';

const configFor = (value) =>
  JSON.stringify(
    {
      version: 1,
      site: 'next.example',
      revision: 1,
      privacy: { consent: 'implied' },
      segments: [],
      experiences: [
        {
          id: 'home',
          name: 'Home',
          status: 'live',
          pages: ['/', '/older'],
          goal: null,
          variants: [
            {
              id: 'v',
              name: 'V',
              segment: 'everyone',
              changes: [{ kind: 'text', target: { css: 'h1' }, value }],
            },
          ],
        },
      ],
    },
    null,
    2,
  );
const broken = configFor('x').replace('"next.example"', '3');
const complaint = 'selvedge.json:3:3: site: ';

const FILES = {
  'next.config.mjs': `import withSelvedge from 'selvedge/next';

export default withSelvedge({}, { config: 'selvedge.json' });
`,
  'app/layout.jsx': `export default function Layout({ children }) {
  return <html lang="en"><head><script src="/selvedge.js"></script></head><body>{children}</body></html>;
}`,
  'app/page.jsx': 'export default function Page() { return <h1>Original</h1>; }',
  'pages/_document.jsx': `import { Head, Html, Main, NextScript } from 'next/document';
export default function Document() {
  return <Html lang="en"><Head><script src="/selvedge.js"></script></Head><body><Main /><NextScript /></body></Html>;
}`,
  'pages/older.jsx': 'export default function Page() { return <h1>Original</h1>; }',
};

/** The package as somebody installs it. */
function unpackInto(folder) {
  const packed = mkdtempSync(join(tmpdir(), 'selvedge-packed-'));
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', packed], { cwd: root });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [file] = readdirSync(packed);
  execFileSync('tar', ['-xzf', join(packed, file), '-C', folder, '--strip-components', '1']);
  rmSync(packed, { recursive: true, force: true });
}

async function makeProject() {
  const folder = join(CACHE, 'next-plugin');
  const mark = join(folder, '.installed');
  const wanted = JSON.stringify(DEPENDENCIES);
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
    await install(folder, DEPENDENCIES, 'module');
    writeFileSync(mark, wanted);
  }
  unpackInto(join(folder, 'node_modules/selvedge'));
  for (const name of ['.next', 'public', 'app', 'pages'])
    rmSync(join(folder, name), { recursive: true, force: true });
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Runs `next …` until it is ended. */
async function start(folder, args) {
  const port = await findPort();
  const child = spawn('next', [...args, '-p', `${port}`], {
    cwd: folder,
    env: getEnv(folder),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const end = () => process.kill(-child.pid, 'SIGKILL');
  child.on('exit', () => (child.isOver = true));
  const origin = `http://localhost:${port}`;
  await waitUntilUp(
    origin,
    () => child.isOver,
    () => said,
  );
  return { origin, said: () => said, end: () => child.isOver || end() };
}

const headOf = (html) => /<head>(.*?)<\/head>/s.exec(html)?.[1] ?? '';

/** What holds up the parser before the tag: React itself puts there what comes in its own time. */
const findBefore = (html) =>
  (
    headOf(html)
      .split('<script src="/selvedge.js"')[0]
      .match(/<(script|style|link)\b[^>]*>/g) ?? []
  ).filter((tag) => !/ async=""|rel="(preload|icon)"/.test(tag));

async function tryServed(folder, browser) {
  const write = (text) => writeFileSync(join(folder, 'selvedge.json'), text);
  write(broken);
  const refused = spawnSync('next', ['build'], { cwd: folder, env: getEnv(folder), encoding: 'utf8' });
  expect(refused.status).toBe(1);
  expect(refused.stdout + refused.stderr).toContain(complaint);
  write(configFor('Variant'));
  await run(folder, 'next', ['build'], getEnv(folder));

  const own = mkdtempSync(join(tmpdir(), 'selvedge-next-'));
  const cli = join(folder, 'node_modules/selvedge/dist/cli.js');
  execFileSync(process.execPath, [cli, 'bundle', join(folder, 'selvedge.json'), '-o', `${own}/`], {
    stdio: 'ignore',
  });
  for (const name of readdirSync(own))
    expect(readFileSync(join(folder, 'public', name), 'utf8'), name).toBe(
      readFileSync(join(own, name), 'utf8'),
    );
  rmSync(own, { recursive: true });

  const server = await start(folder, ['start']);
  try {
    for (const path of ['/', '/older']) {
      const html = await (await fetch(server.origin + path)).text();
      expect(html, path).toContain('Original');
      expect(headOf(html), path).toContain('<script src="/selvedge.js"');
      expect(findBefore(html), path).toEqual([]);
      const page = await browser.newPage();
      const errors = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.goto(server.origin + path);
      await expect(page.getByRole('heading', { name: 'Variant' })).toBeVisible(PATIENT);
      await page.waitForLoadState('networkidle');
      expect(errors, path).toEqual([]);
      await page.close();
    }
    expect((await fetch(`${server.origin}/selvedge-reload`)).status).toBe(404);
  } finally {
    server.end();
  }
}

async function tryDeveloped(folder, browser, bundler) {
  const write = (text) => writeFileSync(join(folder, 'selvedge.json'), text);
  rmSync(join(folder, 'public'), { recursive: true, force: true });
  write(configFor('Variant one'));
  const server = await start(folder, ['dev', bundler]);
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const shows = (name) => expect(page.getByRole('heading', { name })).toBeVisible(PATIENT);
  try {
    for (const path of ['/', '/older']) {
      // which would be reloaded
      await page.goto('about:blank');
      write(configFor('Variant one'));
      await page.goto(server.origin + path);
      await shows('Variant one');
      expect(errors).toEqual([]);
      write(configFor('Variant two'));
      await shows('Variant two');

      write(broken);
      await expect.poll(() => errors.join('\n'), PATIENT).toContain(complaint);
      await expect(page.locator('nextjs-portal')).toContainText(/issue|error/i, PATIENT);
      await shows('Original');
      expect(server.said()).toContain(complaint);
      errors.length = 0;

      write(configFor('Variant three'));
      await shows('Variant three');
      expect(errors).toEqual([]);
    }
    // nothing is left behind that a later build could take for its own
    expect(existsSync(join(folder, 'public/selvedge.js'))).toBe(false);
  } finally {
    await page.close();
    server.end();
  }
}

export async function tryRecipe() {
  const folder = await makeProject();
  const browser = await chromium.launch({
    executablePath: ensureBrowser('chromium').path,
    args: chromiumArgs,
  });
  try {
    await tryServed(folder, browser);
    for (const bundler of ['--turbopack', '--webpack']) await tryDeveloped(folder, browser, bundler);
  } finally {
    await browser.close();
  }
}
