// README and nothing else: an empty folder, the packed file, the config and the line as README prints them, a plain server, and
// a visitor who sees the variant.

import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect } from '@playwright/test';
import { chromiumArgs, ensureBrowser } from '../support/browsers.mjs';

export const title = 'README, from an empty folder to the variant';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const readBlock = (kind) => new RegExp(`\`\`\`${kind}\\n([\\s\\S]+?)\`\`\``).exec(readme)?.[1] ?? '';

/** What any web server does with a folder. */
async function serveFolder(folder) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = join(folder, extname(pathname) ? pathname : 'index.html');
    if (!existsSync(file)) return void response.writeHead(404).end();
    const type = extname(file) === '.js' ? 'text/javascript' : 'text/html';
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function visit(origin) {
  const browser = await chromium.launch({
    executablePath: ensureBrowser('chromium').path,
    args: chromiumArgs,
  });
  try {
    const page = await browser.newPage();
    const heading = (name) => expect(page.getByRole('heading', { name })).toBeVisible();
    await page.goto(`${origin}/`);
    await heading('The original');
    await page.evaluate(() => globalThis.selvedge.consent('granted'));
    for (const path of ['/tents/a', '/tents/b', '/tents/c']) {
      await page.goto(origin + path);
      await page.evaluate(() => globalThis.selvedge.ready);
    }
    await page.goto(`${origin}/`);
    await heading('A dry night on any hill');
  } finally {
    await browser.close();
  }
}

export async function tryRecipe() {
  const began = performance.now();
  const elsewhere = mkdtempSync(join(tmpdir(), 'selvedge-readme-'));
  const project = join(elsewhere, 'my-site');
  mkdirSync(project);
  const run = (program, args, cwd = project) =>
    execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  try {
    run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', elsewhere], root);
    const file = readdirSync(elsewhere).find((name) => name.endsWith('.tgz'));
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(elsewhere, file)]);
    writeFileSync(join(project, 'selvedge.json'), readBlock('json'));
    run('npx', ['--no', 'selvedge', 'check', 'selvedge.json']);
    run('npx', ['--no', 'selvedge', 'bundle', 'selvedge.json', '-o', 'selvedge.js']);
    writeFileSync(
      join(project, 'index.html'),
      `<!doctype html><html lang="en"><head>${readBlock('html').trim()}<title>Site</title></head><body><h1>The original</h1></body></html>`,
    );
    const server = await serveFolder(project);
    try {
      await visit(server.origin);
    } finally {
      server.close();
    }
    console.log(`        ${((performance.now() - began) / 1000).toFixed(1)} s, Node ${process.version}`);
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
}
