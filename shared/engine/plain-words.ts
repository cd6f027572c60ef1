// Of the engine's English what the visitor's own view says, too: events, yes and no.

export const plainEvents = {
  page_view: 'Viewed a page',
  view_item: 'Viewed an item',
  add_to_cart: 'Added to cart',
  begin_checkout: 'Began checkout',
  purchase: 'Purchased',
  search: 'Searched',
  sign_up: 'Signed up',
  login: 'Logged in',
};

export const plainNames = { true: 'yes', false: 'no' };
