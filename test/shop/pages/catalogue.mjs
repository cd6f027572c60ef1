// Shelves, one product, seconds, and search.
import { articles } from '../data/articles.mjs';
import { categories, findCategory } from '../data/categories.mjs';
import { findProduct, products } from '../data/products.mjs';
import { html } from '../html.mjs';
import { card, itemData, price, stars, teaser } from './parts.mjs';

/** @typedef {import('./layout.mjs').Page} Page */

const orders =
  /** @type {Record<string, (a: import('../data/products.mjs').Product, b: import('../data/products.mjs').Product) => number>} */ ({
    price: (a, b) => a.price - b.price,
    rating: (a, b) => b.rating - a.rating,
  });

/** @param {string} id @param {URLSearchParams} searchParams @returns {Page | undefined} */
export function shelf(id, searchParams) {
  const category = findCategory(id);
  if (!category) return undefined;
  const sort = searchParams.get('sort') ?? '';
  const list = products.filter((product) => product.category === id);
  const order = orders[sort];
  if (order) list.sort(order);
  /** @param {string} key @param {string} label */
  const sortLink = (key, label) =>
    html`<li><a href="/${id}${key && `?sort=${key}`}"${key === (order ? sort : '') ? html` aria-current="true"` : ''}>${label}</a></li>`;
  return {
    title: category.name,
    description: category.intro,
    kind: 'shelf',
    current: `/${id}`,
    main: html`
<div class="band band-first">
  <p class="crumbs"><a href="/">Home</a> / ${category.name}</p>
  <div class="shelf-head"><div><h1 id="shelf-title">${category.line}</h1><p id="shelf-intro" class="lead">${category.intro}</p></div>
  <img src="/assets/images/shelf-${id}.svg" alt="" width="960" height="480" fetchpriority="high"></div>
  <nav class="sort" aria-label="Sort"><ul>${sortLink('', 'Our order')}${sortLink('price', 'Price, lowest first')}${sortLink('rating', 'Best rated')}</ul></nav>
  <ul id="shelf" class="grid" data-list="${category.name}">${list.map((product) => card(product, { level: 2 }))}</ul>
  <p id="shelf-foot" class="aside-note">Not sure? Write to the workshop; somebody with muddy boots will answer.</p>
</div>`,
  };
}

/** @param {string} categoryId @param {string} id @returns {Page | undefined} */
export function productPage(categoryId, id) {
  const product = findProduct(id);
  const category = findCategory(categoryId);
  if (!product || !category || product.category !== categoryId) return undefined;
  const related = [
    ...products.filter((other) => other.category === product.category && other !== product),
    ...products.filter((other) => other.category !== product.category && other.note),
  ].slice(0, 4);
  const lookedAt = products.filter((other) => other !== product && !related.includes(other)).slice(0, 4);
  const reading = articles.find((article) => article.products.includes(id));
  return {
    title: `${product.name}, ${product.line.toLowerCase()}`,
    description: product.about,
    kind: 'product',
    current: `/${categoryId}`,
    main: html`
<article id="product" class="band band-first" ${itemData(product)} data-image="/assets/images/${product.id}.svg">
  <p class="crumbs"><a href="/">Home</a> / <a href="/${categoryId}">${category.name}</a> / ${product.name}</p>
  <div class="product">
    <div class="product-picture"><img id="product-image" src="/assets/images/${product.id}.svg" alt="${product.alt}" width="640" height="640" fetchpriority="high"></div>
    <div class="product-words">
      <p class="kicker">${product.note ?? category.name}</p>
      <h1 id="product-title">${product.name}</h1>
      <p class="lead">${product.line}</p>
      ${stars(product)}
      <p id="product-price" class="product-price">${price(product.price)}</p>
      ${product.second ? html`<p class="product-second">A returned, mended one: <a href="/seconds">${price(product.second)}</a></p>` : ''}
      <p>${product.about}</p>
      <form id="add-form" data-form="add" action="/cart">
        <label for="quantity">How many</label>
        <div class="field-row"><select id="quantity"><option>1</option><option>2</option><option>3</option><option>4</option></select>
        <button id="add-to-cart" class="button" type="submit">Add to basket</button></div>
        <p class="form-status" id="add-status" role="status"></p>
      </form>
      <p id="promise" class="promise">Sent tomorrow · 60 days to change your mind · repaired for life</p>
      <h2 class="small-title">The figures</h2>
      <dl class="specs">${product.specs.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
    </div>
  </div>
</article>
<section id="related" class="band" aria-labelledby="related-title">
  <div class="band-head"><h2 id="related-title">Goes well with, or instead of</h2></div>
  <ul class="grid grid-of-four" data-list="Related">${related.map((other) => card(other))}</ul>
</section>
<section id="lately" class="band" aria-labelledby="lately-title">
  <div class="band-head"><h2 id="lately-title">Worth another look</h2></div>
  <ul class="grid grid-of-four" data-list="Lately">${lookedAt.map((other) => card(other))}</ul>
</section>
${reading ? html`<section class="band band-tint" aria-labelledby="reading-title"><div class="band-head"><h2 id="reading-title">Worth reading first</h2></div><ul class="teasers teasers-one">${teaser(reading)}</ul></section>` : ''}`,
  };
}

/** @returns {Page} */
export function seconds() {
  return {
    title: 'Seconds',
    description: 'Returned, mended and cheaper: gear with a short past and a long future.',
    kind: 'shelf',
    main: html`
<div class="band band-first">
  <p class="crumbs"><a href="/">Home</a> / Seconds</p>
  <h1>Returned, mended, cheaper</h1>
  <p class="lead narrow">Sent back within sixty days, or worn by us for a season. Bea has looked at every seam. Same repairs for life as the new ones.</p>
  <ul id="shelf" class="grid" data-list="Seconds">${products.filter((product) => product.second).map((product) => card(product, { level: 2, second: true }))}</ul>
</div>`,
  };
}

/** @param {string} q @returns {Page} */
export function searchPage(q) {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/s$/, ''));
  const found = words.length
    ? products.filter((product) => {
        const text =
          `${product.name} ${product.line} ${product.about} ${product.category} ${product.winter ? 'winter snow' : ''}`.toLowerCase();
        return words.every((word) => text.includes(word));
      })
    : [];
  return {
    title: q ? `Search: ${q}` : 'Search',
    description: 'Search the shop.',
    kind: 'search',
    q,
    main: html`
<div class="band band-first" id="results" data-term="${q}" data-results="${found.length}">
  <p class="crumbs"><a href="/">Home</a> / Search</p>
  <h1>${q ? html`Results for “${q}”` : 'What are you looking for?'}</h1>
  <p class="lead">${found.length ? `${found.length} ${found.length === 1 ? 'thing' : 'things'} on the shelves.` : q ? 'Nothing by that name. The shelves are below.' : 'Try “winter”, “stove” or “dry”.'}</p>
  ${
    found.length
      ? html`<ul class="grid" data-list="Search">${found.map((product) => card(product, { level: 2 }))}</ul>`
      : html`<ul class="plain-links">${categories.map(({ id, name, line }) => html`<li><a href="/${id}">${name}</a> ${line}</li>`)}</ul>`
  }
</div>`,
  };
}
