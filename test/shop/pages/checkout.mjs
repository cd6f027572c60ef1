// Basket, checkout, thank-you. The fields have no `name`: a browser sends nothing even without the script.
import { html } from '../html.mjs';

/** @typedef {import('./layout.mjs').Page} Page */

/** @returns {Page} */
export const cart = () => ({
  title: 'Basket',
  description: 'What you have chosen so far.',
  kind: 'cart',
  main: html`
<div class="band band-first">
  <h1 id="cart-title">Your basket</h1>
  <div id="cart-empty"><p class="lead">Nothing in it yet. The shelves are not going anywhere.</p><p><a class="button" href="/tents">Start with the tents</a></p></div>
  <div id="cart-full" class="cart" hidden>
    <ul id="cart-lines" class="cart-lines"></ul>
    <aside class="sum" aria-label="Summary">
      <h2 class="small-title">Summary</h2>
      <dl class="specs"><div><dt>Goods</dt><dd id="cart-total">£0</dd></div><div><dt>Delivery</dt><dd id="cart-delivery">£0</dd></div></dl>
      <p><a id="to-checkout" class="button button-wide" href="/checkout">Go to checkout</a></p>
      <p id="cart-promise" class="promise">Sixty days to change your mind. Repaired for life.</p>
    </aside>
  </div>
  <template id="cart-line">
    <li class="cart-row"><img alt="" width="96" height="96" src="/assets/images/mark.svg"><div><h2><a href="/"></a></h2><p class="cart-each"></p></div><p class="cart-price"></p><button type="button" class="link-button">Remove</button></li>
  </template>
</div>`,
});

/** @param {string} id @param {string} label @param {string} autocomplete @param {string} [type] */
const field = (id, label, autocomplete, type = 'text') =>
  html`<div class="field"><label for="${id}">${label}</label><input id="${id}" type="${type}" autocomplete="${autocomplete}" required></div>`;

/** @returns {Page} */
export const checkout = () => ({
  title: 'Checkout',
  description: 'Where should it go?',
  kind: 'checkout',
  main: html`
<div class="band band-first checkout">
  <div>
    <h1 id="checkout-title">Where should it go?</h1>
    <p class="aside-note">A demo: type anything. Nothing is stored and nothing is sent.</p>
    <form id="checkout-form" data-form="checkout" action="/thank-you">
      <fieldset><legend>You</legend>${field('full-name', 'Full name', 'name')}${field('email', 'E-mail', 'email', 'email')}</fieldset>
      <fieldset><legend>Address</legend>${field('street', 'Street and number', 'street-address')}<div class="field-pair">${field('town', 'Town', 'address-level2')}${field('postcode', 'Postcode', 'postal-code')}</div></fieldset>
      <fieldset><legend>Delivery</legend>
        <p class="choice"><input type="radio" id="by-post" checked><label for="by-post">By post, two days</label></p>
      </fieldset>
      <fieldset><legend>Payment</legend><div class="field"><label for="card">Card number (leave it empty)</label><input id="card" type="text" inputmode="numeric" autocomplete="cc-number"></div></fieldset>
      <button id="place-order" class="button button-wide" type="submit">Place the order</button>
    </form>
  </div>
  <aside class="sum" aria-label="Order"><h2 class="small-title">Your order</h2><ul id="checkout-lines" class="sum-lines"></ul>
    <dl class="specs"><div><dt>To pay</dt><dd id="checkout-total">£0</dd></div></dl>
    <p id="checkout-promise" class="promise">Sixty days to change your mind. Repaired for life.</p></aside>
</div>`,
});

/** @returns {Page} */
export const thankYou = () => ({
  title: 'Thank you',
  description: 'Your order is on the bench.',
  kind: 'thank-you',
  main: html`
<div class="band band-first narrow-page">
  <p class="kicker">Order <span id="order-id">received</span></p>
  <h1 id="thanks-title">Thank you. It is on the bench.</h1>
  <p id="thanks-lead" class="lead">Jonah packs in the morning, the van leaves at two, and the rest is up to the road.</p>
  <p>You will get a note when it leaves. Keep the box: it is the one we would like repairs to come back in.</p>
  <p><a class="button" href="/journal">Something to read meanwhile</a></p>
</div>`,
});
