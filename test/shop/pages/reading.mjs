// Journal, articles, and the pages that explain: about, delivery, guide, newsletter, privacy, not found.
import { articles, findArticle } from '../data/articles.mjs';
import { categories } from '../data/categories.mjs';
import { findProduct } from '../data/products.mjs';
import { html } from '../html.mjs';
import { card, day, letterForm, teaser } from './parts.mjs';

/** @typedef {import('./layout.mjs').Page} Page */

/** @returns {Page} */
export const journal = () => ({
  title: 'Journal',
  description: 'Routes, repairs and the odd opinion.',
  kind: 'journal',
  current: '/journal',
  main: html`
<div class="band band-first">
  <h1 id="journal-page-title">The journal</h1>
  <p class="lead narrow">Routes we have walked, things we have mended, and the odd opinion.</p>
  <h2 class="unseen">Stories</h2>
  <ul id="stories" class="teasers">${articles.map(teaser)}</ul>
</div>`,
});

/** @param {string} id @returns {Page | undefined} */
export function articlePage(id) {
  const article = findArticle(id);
  if (!article) return undefined;
  return {
    title: article.title,
    description: article.lead,
    kind: 'article',
    current: '/journal',
    main: html`
<article id="article">
  <header class="band band-first narrow-page">
    <p class="crumbs"><a href="/">Home</a> / <a href="/journal">Journal</a></p>
    <p class="kicker">${article.kicker} · ${article.minutes} min</p>
    <h1 id="article-title">${article.title}</h1>
    <p class="lead">${article.lead}</p>
    <p class="byline">${article.by}, <time datetime="${article.date}">${day(article.date)}</time></p>
  </header>
  <img class="article-picture" src="/assets/images/${article.image}.svg" alt="${article.alt}" width="960" height="640" fetchpriority="high">
  <div class="prose">${article.parts.map(({ heading, text }) => [
    heading ? html`<h2>${heading}</h2>` : '',
    text.map((paragraph) => html`<p>${paragraph}</p>`),
  ])}</div>
</article>
<section id="article-gear" class="band" aria-labelledby="gear-title">
  <div class="band-head"><h2 id="gear-title">Mentioned here</h2></div>
  <ul class="grid" data-list="Article">${article.products.flatMap((product) => findProduct(product) ?? []).map((product) => card(product))}</ul>
</section>`,
  };
}

/** @param {string} title @param {string} lead @param {unknown} body @param {string} kind @returns {Page} */
const plain = (title, lead, body, kind) => ({
  title,
  description: lead,
  kind,
  main: html`<div class="band band-first narrow-page"><h1 id="page-title">${title}</h1><p class="lead">${lead}</p><div class="prose prose-left">${body}</div></div>`,
});

export const about = () =>
  plain(
    'Nine people, one rope works',
    'We make outdoor gear in a long brick building where they used to twist ropes for herring boats.',
    html`<p>Marram is a grass. It grows where nothing else will, in blown sand, and its roots hold the dune together until other plants dare to come. It seemed a good thing to be named after.</p>
<p>We began with tents in 2015, because ours had broken and the maker had stopped answering. Packs came from the leftover cloth. Boots came from Bea, who had been mending other people’s.</p>
<h2 id="repairs">Repairs</h2>
<p>Everything we make is repaired for life: its life, not a warranty’s. Put it in a box with a note. We mend it within two weeks and send it back with the note answered. You pay the postage one way, and for wear such as soles a fair price that we tell you first.</p>
<h2>Ask the workshop</h2>
<form id="ask-form" class="letter-form" data-form="ask" action="/about"><label for="ask-text">What would you like to know?</label>
<textarea id="ask-text" rows="3" required></textarea><button class="button" type="submit">Ask</button><p class="form-status" role="status"></p></form>`,
    'about',
  );

export const delivery = () =>
  plain(
    'Delivery and returns',
    'Two days, one box, no plastic, sixty days to change your mind.',
    html`<h2>Delivery</h2><p>£4 by post, free over £80. Ordered before noon, it leaves the same day. Tents and packs travel in their own bag inside a paper one.</p>
<h2>Returns</h2><p>Use it. Really use it: pitch it, walk in it, get it wet. If it is not right within sixty days, send it back and we return the price. It then goes to the <a href="/seconds">seconds</a>, mended and cheaper, and somebody else is pleased.</p>
<h2>Abroad</h2><p>Ireland and the Nordic countries in four days, the rest of Europe in six.</p>`,
    'delivery',
  );

export const guide = () =>
  plain(
    'Where to start',
    'You do not need much. You need the right few things, in the right order.',
    html`<h2>Feet first</h2><p>A good night in bad boots is still a bad trip. Begin with <a href="/boots">boots</a>, walk them in, then think about everything else.</p>
<h2>Then sleep</h2><p>Borrow a tent, buy your own <a href="/sleep">bag and mat</a>. They are what you will be angry with at three in the morning.</p>
<h2>Then shelter</h2><p>When you know where you like to wake up, choose the <a href="/tents">tent</a> for that place. <a href="/journal/choosing-a-tent">Three questions</a> decide almost everything.</p>
<h2>The rest</h2><ul>${categories.slice(3).map(({ id, name, line }) => html`<li><a href="/${id}">${name}</a>: ${line.toLowerCase()}</li>`)}</ul>`,
    'guide',
  );

/** @returns {Page} */
export const newsletter = () => ({
  title: 'The letter',
  description: 'Four times a year: one route, one repair, one recipe.',
  kind: 'newsletter',
  main: html`
<div class="band band-first narrow-page">
  <p class="kicker">Winter letter, no. 23</p>
  <h1 id="letter-page-title">One route, one repair, one recipe</h1>
  <p id="letter-page-lead" class="lead">We write four times a year, and only when there is something to say.</p>
  ${letterForm('letter-page')}
  <div class="prose prose-left">
    <h2>In this letter</h2>
    <p><strong>The route:</strong> <a href="/journal/long-way-round">six days on the Marram coast</a>, in the month when the ferry bell is yours alone.</p>
    <p><strong>The repair:</strong> <a href="/journal/care-of-leather">ten quiet minutes with a tin of wax</a>.</p>
    <p><strong>The recipe:</strong> barley, leeks, too much butter. Boil the barley until it stops arguing, add the rest, eat from the pot.</p>
  </div>
</div>`,
});

export const privacy = () =>
  plain(
    'Privacy',
    'This shop knows nothing about you. Your browser does, and it keeps it to itself.',
    html`<p>The pages here can change a little to fit you: look at tents, and the front page will lead with tents. The remembering and the deciding both happen in your browser. There is no account, no identifier, no server that learns of it, and not one request is made for it.</p>
<h2>What is remembered</h2><p>Pages of this shop you looked at, things you put in the basket, and when. It fades after 180 days. What you type into forms is never read.</p>
<h2>Your say</h2><p><a id="selvedge-privacy" href="#selvedge-privacy">See, take out, switch off or delete what this page remembers</a></p>`,
    'privacy',
  );

/** @returns {Page} */
export const notFound = () => ({
  title: 'Page not found',
  description: 'This path ends here.',
  kind: 'not-found',
  status: 404,
  main: html`
<div class="band band-first narrow-page">
  <p class="kicker">404</p><h1 id="page-title">This path ends in the dunes</h1>
  <p class="lead">The page you wanted has moved, or was never here. It happens to footpaths too.</p>
  <p><a class="button" href="/">Back to the start</a></p>
</div>`,
});
