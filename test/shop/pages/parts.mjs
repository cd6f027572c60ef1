// Pieces that several pages share: the price, the stars, a product's card, an article's card.
import { html } from '../html.mjs';

/** @typedef {import('../data/products.mjs').Product} Product */
/** @typedef {import('../data/articles.mjs').Article} Article */

/** @param {number} pounds */
export const price = (pounds) => `£${Number.isInteger(pounds) ? pounds : pounds.toFixed(2)}`;

/** @param {Product} product */
export const pathOf = (product) => `/${product.category}/${product.id}`;

/** @param {{ rating: number, reviews: number }} product */
export const stars = ({ rating, reviews }) => html`<p class="stars">
  <span class="stars-mark" aria-hidden="true">★</span> ${rating.toFixed(1)}<span class="unseen"> out of 5</span>
  <span class="stars-count">${reviews} reviews</span>
</p>`;

/** What shop.js puts into GA4 items. @param {Product} product @param {number} [pounds] */
export const itemData = (product, pounds = product.price) =>
  html`data-item-id="${product.id}" data-item-name="${product.name}" data-item-category="${product.category}" data-price="${pounds}"`;

/** @param {Product} product @param {{ level?: 2 | 3, lazy?: boolean, second?: boolean }} [options] */
export function card(product, { level = 3, lazy = true, second = false } = {}) {
  const pounds = second && product.second ? product.second : product.price;
  const name = html`<a href="${pathOf(product)}">${product.name}</a>`;
  return html`<li class="card" ${itemData(product, pounds)}>
  <div class="card-picture"><img src="/assets/images/${product.id}.svg" alt="${product.alt}" width="640" height="640"${lazy ? html` loading="lazy"` : ''}>${product.note && !second ? html`<span class="note">${product.note}</span>` : ''}</div>
  ${level === 2 ? html`<h2 class="card-name">${name}</h2>` : html`<h3 class="card-name">${name}</h3>`}
  <p class="card-line">${product.line}</p>
  <p class="card-price">${second && product.second ? html`<s><span class="unseen">New: </span>${price(product.price)}</s> ` : ''}${price(pounds)}</p>
</li>`;
}

const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
/** @param {string} iso */
export const day = (iso) => dates.format(new Date(iso));

/** @param {Article} article */
export const teaser = (article) => html`<li class="teaser">
  <img src="/assets/images/${article.image}.svg" alt="${article.alt}" width="960" height="640" loading="lazy">
  <p class="kicker">${article.kicker} · ${article.minutes} min</p>
  <h3><a href="/journal/${article.id}">${article.title}</a></h3>
  <p>${article.lead}</p>
</li>`;

/** @param {string} id */
export const letterForm = (id) => html`<form class="letter-form" data-form="letter" action="/newsletter">
  <label for="${id}">Your e-mail address</label>
  <div class="field-row"><input id="${id}" type="email" autocomplete="email" required placeholder="you@example.com"><button class="button" type="submit">Send me the letter</button></div>
  <label for="${id}-activity">Mostly I</label>
  <select id="${id}-activity"><option value="">would rather not say</option><option value="walkers">walk</option><option value="climbers">climb</option><option value="winter campers">camp in winter</option><option value="cooks">cook outside</option></select>
  <p class="form-status" role="status"></p>
</form>`;
