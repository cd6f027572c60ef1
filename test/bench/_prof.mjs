// dev tool (not committed): compare cases' script ms
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { home } from '../shop/pages/home.mjs';
import { layout } from '../shop/pages/layout.mjs';
import { chromiumArgs, ensureBrowser } from '../support/browsers.mjs';
import { makeCases } from './cases.mjs';
import { serve } from './serve.mjs';
import { categories, readTrace } from './trace.mjs';
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const opt = (n, d) => process.argv.find((w) => w.startsWith(`--${n}=`))?.split('=')[1] ?? d;
const keys = opt('cases', 'original,selvedge').split(',');
const N = +opt('n', 8), rate = +opt('rate', 1), detail = process.argv.includes('--detail'), dump = opt('dump');
const cli = opt('dist', at('../../dist'));
const bundle = (config, ...flags) => {
  const folder = mkdtempSync(join(tmpdir(), 'sb-'));
  const file = join(folder, 'config.json'); writeFileSync(file, JSON.stringify(config));
  const out = execFileSync(process.execPath, [cli + '/cli.js', 'bundle', file, '-o', '-', ...flags], { encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'pipe'] });
  rmSync(folder, { recursive: true }); return out;
};
const cases = await makeCases(layout(home(), 'none'), { bundle: (c) => bundle(c), inline: (c) => bundle(c, '--inline').replace(/<!--.*?-->\s*/s, '') });
const server = await serve(cases);
const browser = await chromium.launch({ executablePath: (await ensureBrowser('chromium')).path, args: [...chromiumArgs, '--disable-blink-features=AutomationControlled', ...(opt('args','').split(' ').filter(Boolean))] });
const ua = (await (await browser.newPage()).evaluate(() => navigator.userAgent)).replace('Headless', '');
const rows = [];
const SCRIPT = /^(EvaluateScript|v8\.(compile|compileModule|run|callFunction|evaluateModule)|FunctionCall|TimerFire|FireAnimationFrame|FireIdleCallback|RunMicrotasks|EventDispatch|XHR\w+|MinorGC|MajorGC)$/;
const agg = {};
for (let i = 0; i < N; i++) for (const key of keys) {
  const context = await browser.newContext({ userAgent: ua, locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  const tab = await context.newPage(); const cdp = await context.newCDPSession(tab);
  for (const visit of ['first', 'repeat']) {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate });
    const url = `${server.site(key, 0)}/`;
    await browser.startTracing(tab, { categories });
    await tab.goto(url); await new Promise((r) => setTimeout(r, 400));
    const buf = (await browser.stopTracing()).toString();
    const { traceEvents } = JSON.parse(buf);
    if (dump && visit === 'repeat') writeFileSync(`${dump}-${key}.json`, buf);
    const fig = readTrace(traceEvents, url);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    rows.push({ key, visit, ...fig, heap: usedSize / 1000 });
    if (detail) {
      const start = traceEvents.find(({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL?.startsWith(url));
      const mine = traceEvents.filter(({ pid, tid, ts, ph }) => pid === start.pid && tid === start.tid && ts >= start.ts && ph === 'X').sort((a, b) => a.ts - b.ts || b.dur - a.dur);
      let until = 0;
      for (const e of mine) { if (e.ts < until || !SCRIPT.test(e.name)) continue; until = e.ts + e.dur;
        const l = `${e.name} ${e.args?.data?.url?.replace(/.*\//, '') ?? ''} ${e.args?.data?.functionName ?? ''} ${e.args?.data?.type ?? ''}${e.args?.data?.lineNumber !== undefined ? ':' + e.args.data.columnNumber : ''}`;
        const a = ((agg[visit] ??= {})[key] ??= {}); (a[l] ??= []).push((e.tdur ?? e.dur) / 1000); }
    }
    if (visit === 'first') { await tab.reload(); await tab.evaluate(() => globalThis.selvedge?.ready); }
  }
  await context.close();
}
await browser.close(); server.close();
const med = (l) => [...l].sort((a, b) => a - b)[l.length >> 1];
const base = {};
for (const visit of ['first', 'repeat']) for (const key of keys) {
  const of = rows.filter((r) => r.key === key && r.visit === visit);
  const f = Object.fromEntries(['script', 'ours', 'compile', 'render', 'heap'].map((n) => [n, med(of.map((r) => r[n]))]));
  base[visit] ??= f;
  console.log(visit.padEnd(7), key.padEnd(20), `script ${(f.script).toFixed(1)} (+${(f.script - base[visit].script).toFixed(1)})  ours ${f.ours.toFixed(1)} compile ${f.compile.toFixed(1)} render ${f.render.toFixed(1)} heap ${f.heap.toFixed(0)} (+${(f.heap - base[visit].heap).toFixed(0)})`);
}
if (detail) for (const visit of ['repeat']) for (const key of keys) { console.log('==', visit, key);
  for (const [l, v] of Object.entries(agg[visit][key]).map(([l, v]) => [l, v]).sort((a, b) => b[1].reduce((x, y) => x + y) - a[1].reduce((x, y) => x + y)).slice(0, 25)) console.log((v.reduce((x, y) => x + y) / N).toFixed(2).padStart(7), 'x' + (v.length / N).toFixed(1), l); }
