import { readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs'; import { tmpdir } from 'node:os'; import { join } from 'node:path'; import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { home } from '../shop/pages/home.mjs';
import { layout } from '../shop/pages/layout.mjs';
import { chromiumArgs, ensureBrowser } from '../support/browsers.mjs';
import { makeCases } from './cases.mjs';
import { serve } from './serve.mjs';
const opt = (n, d) => process.argv.find((w) => w.startsWith(`--${n}=`))?.split('=')[1] ?? d;
const cli = opt('dist', fileURLToPath(new URL('../../dist', import.meta.url)));
const bundle = (config, ...flags) => { const folder = mkdtempSync(join(tmpdir(), 'sb-')); const file = join(folder, 'config.json'); writeFileSync(file, JSON.stringify(config));
  return execFileSync(process.execPath, [cli + '/cli.js', 'bundle', file, '-o', '-', ...flags], { encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'pipe'] }); };
const cases = await makeCases(layout(home(), 'none'), { bundle: (c) => bundle(c), inline: (c) => bundle(c, '--inline') });
const server = await serve(cases);
const browser = await chromium.launch({ executablePath: (await ensureBrowser('chromium')).path, args: chromiumArgs });
const sums = {};
for (const key of opt('cases', 'original,selvedge').split(',')) {
  const context = await browser.newContext({ locale: 'en-GB' }); const tab = await context.newPage(); const cdp = await context.newCDPSession(tab);
  const url = `${server.site(key, 0)}/`;
  for (let i = 0; i < 3; i++) { await tab.goto(url); await tab.waitForTimeout(500); }
  await cdp.send('HeapProfiler.collectGarbage');
  const used = await cdp.send('Runtime.getHeapUsage');
  let text = ''; cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => { text += chunk; });
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  const s = JSON.parse(text); const f = s.snapshot.meta.node_fields, T = s.snapshot.meta.node_types[0]; const n = f.length;
  const out = {};
  for (let i = 0; i < s.nodes.length; i += n) { const type = T[s.nodes[i]], name = s.strings[s.nodes[i + 1]], size = s.nodes[i + 3];
    const k = type === 'string' || type === 'closure' ? type : type + ' ' + name.slice(0, 50); out[k] = (out[k] ?? 0) + size; }
  sums[key] = out; console.log(key, used, Object.values(out).reduce((a, b) => a + b));
  await context.close();
}
await browser.close(); server.close();
const [a, b] = Object.keys(sums); const d = {};
for (const k of new Set([...Object.keys(sums[a]), ...Object.keys(sums[b])])) d[k] = (sums[b][k] ?? 0) - (sums[a][k] ?? 0);
for (const [k, v] of Object.entries(d).sort((x, y) => y[1] - x[1]).slice(0, 40)) console.log(String(v).padStart(8), k);
