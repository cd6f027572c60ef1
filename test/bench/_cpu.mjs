// dev tool: function-level CPU profile of repeat visits with readable names
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium } from '@playwright/test';
import { home } from '../shop/pages/home.mjs';
import { layout } from '../shop/pages/layout.mjs';
import { chromiumArgs, ensureBrowser } from '../support/browsers.mjs';
import { makeCases, selvedgeConfig, grownConfig } from './cases.mjs';
import { serve } from './serve.mjs';
const opt = (n, d) => process.argv.find((w) => w.startsWith(`--${n}=`))?.split('=')[1] ?? d;
const N = +opt('n', 15), count = +opt('count', 1), visitKind = opt('visit', 'repeat');
const { outputFiles } = await build({ bundle: true, entryPoints: ['snippet/main.ts'], format: 'iife', target: 'chrome108', define: { VERSION: '"0"' }, write: false, charset: 'utf8' });
const tagText = outputFiles[0].text;
const bundle = (c) => `//# allFunctionsCalledOnLoad\n` + tagText.replace('__SELVEDGE_CONFIG__', () => JSON.stringify(c));
const cases = await makeCases(layout(home(), 'none'), { bundle, inline: (c) => `<script>${bundle(c)}</script>` });
const key = opt('case', 'selvedge');
const server = await serve(cases);
const browser = await chromium.launch({ executablePath: (await ensureBrowser('chromium')).path, args: chromiumArgs });
const self = {}, total = {}, tree = {};
for (let i = 0; i < N; i++) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  const tab = await context.newPage(); const cdp = await context.newCDPSession(tab);
  const url = `${server.site(key, 0)}/`;
  if (visitKind === 'repeat') { await tab.goto(url); await tab.waitForTimeout(300); await tab.reload(); await tab.evaluate(() => globalThis.selvedge?.ready); await tab.waitForTimeout(100); }
  await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 50 });
  await cdp.send('Profiler.start');
  await tab.goto(url); await tab.waitForTimeout(400);
  const { profile } = await cdp.send('Profiler.stop');
  const byId = new Map(profile.nodes.map((n) => [n.id, n])); const parent = new Map();
  for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
  profile.samples.forEach((id, j) => {
    const dt = profile.timeDeltas[j] / 1000; let n = byId.get(id); const name = (n) => `${n.callFrame.functionName || '(anon)'}@${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber + 1}`;
    if (/\((program|idle|root)\)/.test(n.callFrame.functionName)) return;
    self[name(n)] = (self[name(n)] ?? 0) + dt;
    const seen = new Set(); const path = [];
    for (let m = n; m; m = byId.get(parent.get(m.id))) { const k = name(m); path.unshift(k); if (!seen.has(k)) { seen.add(k); total[k] = (total[k] ?? 0) + dt; } }
    for (let d = 1; d <= Math.min(path.length, 14); d++) { const k = path.slice(0, d).join(' > '); tree[k] = (tree[k] ?? 0) + dt; }
  });
  await context.close();
}
await browser.close(); server.close();
const show = (o, n) => Object.entries(o).sort((a, b) => b[1] - a[1]).slice(0, n).forEach(([k, v]) => console.log((v / N).toFixed(3).padStart(8), k));
console.log('SELF'); show(self, 45); 
console.log('TREE');
const entries = Object.entries(tree).filter(([k, v]) => v / N > +opt('min', 0.08)).sort((a, b) => a[0] < b[0] ? -1 : 1);
const kids = (p) => entries.filter(([k]) => p === '' ? !k.includes(' > ') : k.startsWith(p + ' > ') && !k.slice(p.length + 3).includes(' > ')).sort((a, b) => b[1] - a[1]);
const pr = (p, d) => { for (const [k, v] of kids(p)) { console.log((v / N).toFixed(2).padStart(7), '  '.repeat(d) + k.split(' > ').pop()); pr(k, d + 1); } };
pr('', 0);
