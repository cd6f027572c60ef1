// What a marketer looks for is found by their words, not only by ours.

import { expect, test } from 'vitest';
import { findTemplates } from '../../../../shared/templates/find-templates.ts';
import { GALLERY } from '../../../../shared/templates/gallery.ts';
import { TEXTS } from '../../../../shared/templates/texts.ts';
import { TRADE_WORDS } from '../../../../shared/templates/trade-words.ts';

const find = (wanted: string) => findTemplates(wanted).map(({ id }) => id);

test.each<[wanted: string, ids: string[]]>([
  ['cart', ['basket-waiting', 'basket-abandoner', 'checkout-abandoner']],
  ['abandoned cart', ['basket-abandoner', 'checkout-abandoner']],
  ['Abandoned carts', ['basket-abandoner', 'checkout-abandoner']],
  ['churn', ['fading-visitor', 'lapsed-buyer', 'at-risk-buyer']],
  ['new user', ['new-visitor']],
  ['new users', ['new-visitor']],
  ['UTM', ['campaign-arrival', 'partner-arrival']],
  ['utm_campaign', ['campaign-arrival']],
  ['returning customers', ['returning-visitor', 'repeat-buyer']],
  ['newsletter', ['email-arrival']],
  ['e-mail', ['email-arrival']],
  ['VIP', ['high-value', 'rfm-best']],
  ['win back', ['lapsed-visitor', 'lapsed-buyer', 'rfm-large-long-ago']],
  ['rfm', ['rfm-best', 'rfm-often-lately', 'rfm-seldom-long-ago']],
  ['needs attention', ['rfm-often-pausing']],
  ['404', ['met-missing-page']],
  ['mobile', ['on-a-phone']],
  ['discount', ['coupon-buyer', 'price-sensitive']],
  ['ltv', ['high-value']],
  ['persona', ['persona-of', 'persona-back']],
  ['clv', ['expected-much', 'expected-money']],
  ['churn prob', ['alive-hardly']],
  ['propensity', ['goal-near', 'goal-open']],
  ['zero-party', ['answered-looking']],
  ['b2b', ['industry', 'company-size', 'job-role']],
  // not typed to its end
  ['aband', ['basket-abandoner', 'checkout-abandoner', 'looks-but-does-not-buy']],
])('%s', (wanted, ids) => {
  const found = find(wanted);
  expect(found).toEqual(expect.arrayContaining(ids));
  // it narrows: a search that finds everything finds nothing
  expect(found.length).toBeLessThan(GALLERY.length / 3);
});

test.each(['', '  '])('nothing is wanted: all (“%s”)', (wanted) =>
  expect(findTemplates(wanted)).toEqual(GALLERY),
);
test('what nobody says finds nothing', () => expect(find('xylophone')).toEqual([]));
test('each is found by its own name', () => {
  for (const { id } of GALLERY) expect(find(TEXTS[id]?.name ?? ''), id).toContain(id);
});

test('every template has words of the trade', () =>
  expect(Object.keys(TRADE_WORDS).sort()).toEqual(GALLERY.map(({ id }) => id).sort()));
