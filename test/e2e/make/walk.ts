// The page on which an author walks through the tools, and what each step of the walk is given.

import type { Page } from '@playwright/test';
import type { Panel } from '../../support/panel.ts';
import type { Site } from '../../support/site.ts';

export interface Walk {
  panel: Panel;
  page: Page;
}

const PAGE = `<!doctype html><html lang="en"><head><title>Walk</title><style>
  body { margin: 16px; font: 16px/1.5 sans-serif } .card { position: relative; width: 200px; height: 120px }
  .card img { width: 200px; height: 120px; background: #abc } .veil { position: absolute; inset: 0 }
  li { padding: 6px } .loud { font-weight: 700 }
  </style></head><body><main>
  <h1 id="title">Dry nights</h1>
  <p id="lead" class="intro" style="color: #333" data-x="1">Tents for <b>every</b> <svg width="8" height="8"></svg> weather</p>
  <div class="card" id="card"><img id="pic" src="/p.svg" alt="A tent by the lake"><a class="veil" id="veil" href="/tent" aria-label="See the tent"></a></div>
  <ul id="list"><li id="one">Vard</li><li id="two">Moor</li><li id="three">Fjell</li></ul>
  <button id="count" type="button">0</button>
  </main><script src="/page.js"></script></body></html>`;

export function serveWalk(site: Site): void {
  site.serve('/', PAGE);
  site.serve('/p.svg', {
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="12"><path fill="#357" d="M0 12 10 0l10 12z"/></svg>',
    headers: { 'content-type': 'image/svg+xml' },
  });
  site.serve('/page.js', {
    body: `document.querySelector('#count').onclick = ({ target }) => { target.textContent = String(Number(target.textContent) + 1) }`,
    headers: { 'content-type': 'text/javascript' },
  });
}
