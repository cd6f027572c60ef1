// What the engine's reasons say to visitors in English beside its own table (shared/engine/words.ts): facts, GA4's names of
// events and fields, and what is added up, in words. Other languages have theirs in languages/.

import { plainEvents, plainNames } from '../../shared/engine/plain-words.ts';

export const ENGLISH = {
  kinds: {
    sum: 'Total$o of “$e”$w: $n',
    average: 'Average$o of “$e”$w: $n',
    min: 'Lowest$o of “$e”$w: $n',
    max: 'Highest$o of “$e”$w: $n',
    distinct: 'Each$o of “$e” counted once$w: $n',
    first: 'First$o of “$e”$w: $n',
    last: 'Last$o of “$e”$w: $n',
    score: 'Points for “$e”$w: $n',
  },
  events: {
    ...plainEvents,
    view_item_list: 'Viewed a list of items',
    select_item: 'Chose an item',
    view_promotion: 'Saw a promotion',
    select_promotion: 'Chose a promotion',
    view_cart: 'Viewed the cart',
    remove_from_cart: 'Removed from cart',
    add_to_wishlist: 'Added to the wish list',
    add_shipping_info: 'Chose a delivery',
    add_payment_info: 'Chose a way to pay',
    refund: 'Had a refund',
    view_search_results: 'Viewed search results',
    share: 'Shared',
    file_download: 'Downloaded a file',
    click: 'Followed a link',
    form_submit: 'Sent a form',
    visit_start: 'Began a visit',
    exposure: 'Saw a changed part',
    engagement: 'Read',
    scroll: 'Scrolled',
    question_answered: 'Answered a question',
    item_row: 'Saw what goes with an item',
  },
  /** of facts, fields and their values, where they are not words already */
  names: {
    ...plainNames,
    visitNumber: 'visit number',
    pageNumber: 'page of this visit',
    'viewport.width': 'window width',
    path: 'page',
    referrer: 'site you came from',
    source: 'where you came from',
    medium: 'how you came',
    channel: 'way you came',
    timeZone: 'time zone',
    os: 'system',
    colorScheme: 'colours',
    hour: 'hour of the day',
    weekday: 'day of the week',
    item_category: 'category',
    item_id: 'product',
    item_name: 'product',
    item_brand: 'brand',
    price: 'price',
    quantity: 'quantity',
    topics: 'topic',
    search_term: 'words searched for',
    recency: 'how lately (1–5)',
    frequency: 'how often (1–5)',
    monetary: 'how much (1–5)',
    desktop: 'computer',
  },
};

/** To a visitor a rule that stands for a learned group is that group; names of the owner's stay as they are. */
export const sayGroups = (text: string): string =>
  text.replace(/(Bought (?:once|about \d+ times)(?: or twice)?, [^“”]*?) \(rule\)/g, '$1');
