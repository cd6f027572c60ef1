// How many picked elements a selector still finds in the next version of a template, and how many it mistakes.
//
//   node test/bench/selectors.mjs      (installs the templates of test/bench/selectors/package.json when missing)
//
// Each template is picked in one version and looked for in the next. The truth: an element that says a text (or
// shows an image) which exactly one element says in both versions. Our fingerprint knows that text too, so
// "ours, healed" is also given with all texts and alts withheld. Printed, never asserted.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { ensureBrowser } from '../support/browsers.mjs';

const PICKS = 50;
const room = join(import.meta.dirname, 'selectors');
const modules = join(room, 'node_modules');
if (!existsSync(modules)) {
  console.log('Installing the templates once …');
  const flags = [
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--legacy-peer-deps',
    '--install-strategy=nested',
  ];
  execFileSync('npm', ['ci', ...flags], { cwd: room, stdio: 'inherit' });
}

const { outputFiles } = await build({
  stdin: {
    contents: `
      import { finder } from '@medv/finder';
      import { getCssSelector } from './test/bench/selectors/node_modules/css-selector-generator';
      import { findTargets } from './extension/stage/targets/find-targets.ts';
      import { findAgain, isDrifted } from './extension/stage/targets/find-again.ts';
      globalThis.tools = { finder, getCssSelector, findTargets, findAgain, isDrifted };`,
    resolveDir: join(import.meta.dirname, '../..'),
  },
  bundle: true,
  write: false,
  format: 'iife',
});

/** The template's home page without scripts. */
function readPage(name) {
  const folder = join(modules, name);
  const file = ['dist/index.html', 'index.html'].map((path) => join(folder, path)).find(existsSync);
  if (!file) throw new Error(`${name} has no index.html`);
  return readFileSync(file, 'utf8')
    .replace(/<script\b[\s\S]*?<\/script>/gi, '')
    .replace(/<link\b[^>]*>/gi, '');
}

/** In the page: what each element says, for those that alone say it. */
function readTruths() {
  const found = new Map();
  const twice = new Set();
  const add = (key, element) => (found.has(key) ? twice.add(key) : found.set(key, element));
  for (const element of document.body.querySelectorAll('*')) {
    if (element.localName === 'img') {
      const file = (element.getAttribute('src') ?? '').split('/').pop();
      if (file) add(`image ${file.replace(/\.\w+$/, '')}`, element);
      continue;
    }
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const text = element.textContent.replace(/\s+/g, ' ').trim();
    // an element that only wraps the one that says it is not the one that is meant
    if (own && text.length > 1 && text.length < 200) add(`text ${text.toLowerCase()}`, element);
  }
  for (const key of twice) found.delete(key);
  globalThis.truths = found;
  return [...found.keys()];
}

/** In the page: each tool's selector for each picked element. */
function pick(keys) {
  const { finder, getCssSelector, findTargets } = globalThis.tools;
  const attempt = (make) => {
    try {
      return make();
    } catch {
      return undefined;
    }
  };
  return keys.map((key) => {
    const element = globalThis.truths.get(key);
    return {
      ours: findTargets(element)[0]?.target,
      mute: findTargets(element, { texts: false })[0]?.target,
      finder: attempt(() => finder(element)),
      generator: attempt(() => getCssSelector(element)),
    };
  });
}

/** In the page: right, wrong or lost. */
function judge({ keys, picked }) {
  const { findAgain, isDrifted } = globalThis.tools;
  const seek = (css, said) => {
    try {
      const all = css === undefined ? [] : [...document.querySelectorAll(css)];
      return all.filter((one) => said === undefined || one.textContent.replace(/\s+/g, ' ').trim() === said);
    } catch {
      return [];
    }
  };
  const say = (elements, truth) =>
    elements.length === 0 ? 'lost' : elements.length === 1 && elements[0] === truth ? 'right' : 'wrong';
  const mute = ({ text: _text, attributes: { alt: _alt, src: _src, ...attributes } = {}, ...print }) => ({
    ...print,
    attributes,
  });
  return keys.map((key, at) => {
    const truth = globalThis.truths.get(key);
    const { ours, mute: muted, finder, generator } = picked[at];
    // as the panel's check does: what is lost, or hardly like its print, is proposed anew
    const heal = (target, print) => {
      const plain = seek(target.css, target.text);
      if (plain.length === 1 && !isDrifted(plain[0], { css: target.css, print })) return plain;
      const again = findAgain({ ...target, print }, document);
      return again ? [again.element] : [];
    };
    return {
      finder: say(seek(finder), truth),
      'css-selector-generator': say(seek(generator), truth),
      'ours, without any text': say(seek(muted?.css), truth),
      'ours, as published': say(seek(ours?.css, ours?.text), truth),
      'ours, healed without any text': say(muted ? heal(muted, mute(muted.print)) : [], truth),
      'ours, healed': say(ours ? heal(ours, ours.print) : [], truth),
    };
  });
}

const browser = await chromium.launch({
  executablePath: (await ensureBrowser('chromium')).path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await (await browser.newContext({ offline: true })).newPage();
  const open = async (name) => {
    await page.goto('about:blank');
    await page.setContent(readPage(name), { waitUntil: 'domcontentloaded' });
    await page.evaluate(outputFiles[0].text);
    return await page.evaluate(readTruths);
  };
  const names = readdirSync(modules)
    .filter((name) => /-\d$/.test(name))
    .sort();
  const totals = {};
  let sum = 0;
  for (const [at, before] of names.entries()) {
    const after = names[at + 1];
    if (!after || before.slice(0, -1) !== after.slice(0, -1)) continue;
    const later = new Set(await open(after));
    const shared = (await open(before)).filter((key) => later.has(key));
    const step = Math.max(1, shared.length / PICKS);
    const keys = Array.from(
      { length: Math.min(PICKS, shared.length) },
      (_none, i) => shared[Math.floor(i * step)],
    );
    const picked = await page.evaluate(pick, keys);
    await open(after);
    const judged = await page.evaluate(judge, { keys, picked });
    const row = {};
    for (const verdicts of judged)
      for (const [tool, verdict] of Object.entries(verdicts)) {
        row[tool] ??= { right: 0, wrong: 0, lost: 0 };
        row[tool][verdict]++;
        totals[tool] ??= { right: 0, wrong: 0, lost: 0 };
        totals[tool][verdict]++;
      }
    sum += keys.length;
    console.log(
      `${before} → ${after}  ${keys.length} elements: ${Object.entries(row)
        .map(([tool, { right, wrong }]) => `${tool} ${right} (${wrong} wrong)`)
        .join(' · ')}`,
    );
    if (process.argv.includes('--show'))
      for (const [i, verdicts] of judged.entries())
        if (verdicts['ours, as published'] !== 'right' || verdicts['ours, healed'] === 'wrong')
          console.log(
            '   ',
            verdicts['ours, as published'],
            '/',
            verdicts['ours, healed'],
            '| finder',
            verdicts.finder,
            '|',
            keys[i].slice(0, 40),
            '|',
            picked[i].ours?.css,
            '|',
            picked[i].finder,
          );
  }
  console.log(`\nOf ${sum} picked elements, found again in the next version:`);
  const share = (count) => `${((100 * count) / sum).toFixed(1)} %`.padStart(7);
  for (const [tool, { right, wrong, lost }] of Object.entries(totals))
    console.log(`  ${tool.padEnd(30)} right ${share(right)}   wrong ${share(wrong)}   lost ${share(lost)}`);
} finally {
  await browser.close();
}
