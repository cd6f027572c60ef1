// Events that the tag tells of itself, and those of GA4 that most sites tell: suggested before anything was seen.

export const STANDARD_EVENTS = [
  'page_view',
  'view_item',
  'add_to_cart',
  'begin_checkout',
  'purchase',
  'search',
  'sign_up',
  'login',
  'generate_lead',
  'share',
  'visit_start',
  'scroll',
  'engagement',
];
