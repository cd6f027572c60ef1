// The frame around every page: head, ribbon, header, footer. No inline script or style anywhere, so that the
// shop runs under the strictest Content-Security-Policy.
import { categories } from '../data/categories.mjs';
import { html } from '../html.mjs';

/** @typedef {'inside' | 'beside' | 'async' | 'none'} Tag how the page asks for selvedge.js */

/**
 * @typedef {object} Page
 * @property {string} title
 * @property {string} description
 * @property {string} kind becomes <body data-page>, which shop.js reads
 * @property {unknown} main
 * @property {string} [current] address of the navigation's current item
 * @property {string} [q] what was searched for
 * @property {number} [status]
 */

const tags = {
  inside: html`<script src="/selvedge.js"></script>
    `,
  beside: html`<script src="/selvedge.js" data-config="/selvedge.json"></script>
    `,
  async: html`<script async src="/selvedge.js" data-config="/selvedge.json"></script>
    `,
  none: '',
};

/** @param {string} name @param {string} path @param {string | undefined} current */
const link = (name, path, current) =>
  html`<li><a href="${path}"${current === path ? html` aria-current="page"` : ''}>${name}</a></li>`;

/** @param {Page} page @param {Tag} tag @param {unknown} [card] what to try @returns {string} */
export function layout({ title, description, kind, main, current, q = '' }, tag, card = '') {
  return `${html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    ${tags[tag]}<meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} · Marram</title>
    <meta name="description" content="${description}">
    <meta name="theme-color" content="#f5f0e6">
    <link rel="icon" href="/assets/images/mark.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/shop.css">
    <script src="/assets/shop.js" defer></script>
  </head>
  <body data-page="${kind}">
    <a class="skip" href="#main">Skip to content</a>
    <aside class="ribbon" aria-label="Notice"><p id="ribbon">Free delivery over £80 · Repairs for life, on everything we make</p></aside>
    <header class="masthead">
      <a class="brand" href="/" aria-label="Marram, home"><img src="/assets/images/mark.svg" alt="" width="36" height="36"><span>Marram</span></a>
      <nav class="shelves" aria-label="Shop"><ul>
        ${categories.map(({ id, name }) => link(name, `/${id}`, current))}
        ${link('Journal', '/journal', current)}
      </ul></nav>
      <form class="search" action="/search" role="search">
        <label class="unseen" for="search-field">Search the shop</label>
        <input id="search-field" type="search" name="q" value="${q}" placeholder="Search the shop" autocomplete="off">
        <button type="submit">Search</button>
      </form>
      <a class="basket" id="basket" href="/cart">Basket <span id="cart-count" class="count">0</span></a>
    </header>
    <main id="main" tabindex="-1">${main}</main>
    <footer class="colophon">
      <div class="colophon-grid">
        <div>
          <p class="colophon-brand">Marram</p>
          <p>Outdoor gear that holds. Named after the grass that keeps the dunes where they are.</p>
          <p>The Old Rope Works, Saltgate</p>
        </div>
        <nav aria-label="Shelves"><h2>Shop</h2><ul>${categories.map(({ id, name }) => link(name, `/${id}`, undefined))}${link('Seconds', '/seconds', undefined)}</ul></nav>
        <nav aria-label="Help"><h2>Help</h2><ul>
          ${link('Delivery and returns', '/delivery', undefined)}
          ${link('Where to start', '/guide', undefined)}
          ${link('About us', '/about', undefined)}
          ${link('Letter', '/newsletter', undefined)}
        </ul></nav>
        <nav aria-label="Small print"><h2>Small print</h2><ul>
          ${link('Privacy', '/privacy', undefined)}
          <li><a href="/privacy#selvedge-privacy">What this page remembers</a></li>
        </ul></nav>
      </div>
      <p class="colophon-end">A demo shop. Nothing is for sale, nothing is sent anywhere, and nothing you do here leaves this browser.</p>
    </footer>
    <aside id="slip" class="slip slip-away" aria-label="From the workshop">
      <p><strong>A letter, four times a year.</strong> One route, one repair, one recipe. <a href="/newsletter">Have a look</a></p>
    </aside>
    ${card}
  </body>
</html>`}\n`;
}
