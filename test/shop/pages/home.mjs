// The home page. #hero is what most experiences in selvedge.json are about.
import { articles } from '../data/articles.mjs';
import { categories } from '../data/categories.mjs';
import { findProduct, products } from '../data/products.mjs';
import { html } from '../html.mjs';
import { card, letterForm, teaser } from './parts.mjs';

const featured = ['skarn-2', 'moor-mid', 'haul-58', 'glim-lantern'].flatMap((id) => findProduct(id) ?? []);
const seconds = products.filter((product) => product.second).slice(0, 4);
const faces = /** @type {Record<string, string>} */ ({
  tents: 'skarn-2',
  packs: 'haul-22',
  boots: 'moor-mid',
  sleep: 'drift-0',
  kitchen: 'ember-stove',
  lamps: 'glim-lantern',
});

export function home() {
  return {
    title: 'Outdoor gear that holds',
    description: 'Tents, packs, boots and small warm things, made on the coast and repaired for life.',
    kind: 'home',
    current: '/',
    main: html`
<section id="hero" class="hero" aria-labelledby="hero-title">
  <div class="hero-words">
    <p id="hero-kicker" class="kicker">Autumn at the rope works</p>
    <h1 id="hero-title">Gear for the long way home</h1>
    <p id="hero-lead" class="lead">Tents, packs, boots and small warm things, made by nine people on a windy coast, and repaired for as long as you keep walking.</p>
    <p class="hero-act"><a id="hero-cta" class="button" href="/guide">Find where to start</a> <a class="quiet" href="/journal">Read the journal</a></p>
  </div>
  <div class="hero-picture"><img id="hero-image" src="/assets/images/hero-morning.svg" alt="Morning over layered hills and a lake, a small tent on the shore" width="1200" height="960" fetchpriority="high"></div>
</section>
<section id="categories" class="band" aria-labelledby="categories-title">
  <div class="band-head"><h2 id="categories-title">Six shelves, no warehouse</h2><p>We make few things and stand by all of them.</p></div>
  <ul class="tiles">${categories.map(
    ({ id, name, line }) => html`<li class="tile tile-${id}">
    <img src="/assets/images/${faces[id]}-cut.svg" alt="" width="640" height="640" loading="lazy">
    <h3><a href="/${id}">${name}</a></h3><p>${line}</p></li>`,
  )}</ul>
</section>
<section id="featured" class="band" aria-labelledby="featured-title">
  <div class="band-head"><h2 id="featured-title">Most borrowed by our own staff</h2><p><a href="/tents">See all tents</a></p></div>
  <ul class="grid" data-list="Home: featured">${featured.map((product) => card(product))}</ul>
</section>
<section id="workshop" class="feature" aria-labelledby="workshop-title">
  <img src="/assets/images/scene-workshop.svg" alt="A workbench by a window with hills outside" width="960" height="640" loading="lazy">
  <div><p class="kicker">The repair bench</p>
    <h2 id="workshop-title">If it breaks, it is only halfway through its life</h2>
    <p>A torn fly, a bent pole, a sole worn smooth: send it in a box, and Bea mends it within two weeks. There is no receipt to find and no date to have missed.</p>
    <p><a class="button button-pale" href="/about#repairs">How repairs work</a></p></div>
</section>
<section id="journal" class="band" aria-labelledby="journal-title">
  <div class="band-head"><h2 id="journal-title">From the journal</h2><p><a href="/journal">All stories</a></p></div>
  <ul class="teasers">${articles.slice(0, 3).map(teaser)}</ul>
</section>
<section id="seconds" class="band band-tint" aria-labelledby="seconds-title">
  <div class="band-head"><h2 id="seconds-title">Seconds: returned, mended, cheaper</h2><p><a href="/seconds">All seconds</a></p></div>
  <ul class="grid">${seconds.map((product) => card(product, { second: true }))}</ul>
</section>
<section id="newsletter" class="letter" aria-labelledby="letter-title">
  <div><h2 id="letter-title">A letter, four times a year</h2><p>One route, one repair, one recipe for something hot. No countdowns.</p></div>
  ${letterForm('letter-home')}
</section>`,
  };
}
