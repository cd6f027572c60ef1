// The script of the tour's shop: its server, as far as it needs one, and its basket. It runs before the tag.
//
// What was published in the tour lies where the packed config lay, so that the shop shows it to its visitors. The
// basket lives as long as the page, and the lock says that a page of the shop is open: what the tour leaves behind is
// cleared once there is none (extension/panel/tour/clear-tour.ts).

import { BEGUN, PUBLISHED, SHOP_LOCK } from '../wire/tour-shop.ts';

localStorage.setItem(BEGUN, '');

const packed = globalThis.fetch;
const config = new URL('selvedge.json', location.href).href;
globalThis.fetch = async (input, init) => {
  const address = input instanceof Request ? input.url : new URL(input, location.href).href;
  const published = address === config ? localStorage.getItem(PUBLISHED) : null;
  return published === null ? await packed(input, init) : new Response(published);
};

// published just now, by the panel
addEventListener('storage', ({ key, newValue }) => {
  if (key === PUBLISHED && newValue !== null) location.assign('home.html');
});

void navigator.locks.request(SHOP_LOCK, { mode: 'shared' }, () => new Promise(() => {}));

document.addEventListener('click', ({ target }) => {
  const count = document.getElementById('count');
  if (count && target instanceof Element && target.closest('#buy'))
    count.textContent = String(Number(count.textContent) + 1);
});
