// The words of the gallery, apart from its rules. {name} stands for a parameter.

export interface TemplateText {
  name: string;
  sentence: string;
}

/** English; another language is another record of the same keys. */
export const TEXTS: Readonly<Record<string, TemplateText>> = {
  'new-visitor': { name: 'New here', sentence: 'Is here for the first time that this browser remembers.' },
  'returning-visitor': { name: 'Back again', sentence: 'Is on visit number {visits} or later.' },
  'regular-visitor': {
    name: 'Regular visitor',
    sentence: 'Came on at least {days} days of the last {window}.',
  },
  'long-known-visitor': { name: 'Known for long', sentence: 'Has been coming for {known} or longer.' },
  'lapsed-visitor': { name: 'Back after a long time', sentence: 'Came back after more than {away}.' },
  'fading-visitor': {
    name: 'Comes less often',
    sentence: 'Came {visits} times or more between {before} and {lately} ago, and hardly since.',
  },
  'same-day-return': {
    name: 'Keeps coming back',
    sentence: 'Came {visits} times or more in the last {window}.',
  },
  'email-arrival': { name: 'Came from an e-mail', sentence: 'This visit began with a link in an e-mail.' },
  'social-arrival': { name: 'Came from social media', sentence: 'This visit began on a social network.' },
  'search-arrival': { name: 'Came from a search', sentence: 'This visit began on a search engine.' },
  'paid-arrival': { name: 'Came from an advert', sentence: 'This visit began with a paid link.' },
  'ai-arrival': { name: 'Came from an assistant', sentence: 'This visit began in an AI assistant.' },
  'direct-arrival': { name: 'Came directly', sentence: 'This visit began with the address or a bookmark.' },
  'campaign-arrival': {
    name: 'Came with a campaign',
    sentence: 'The link of this visit carries a utm_campaign that begins with “{campaign}”.',
  },
  'partner-arrival': { name: 'Came from a partner', sentence: 'This visit began on {host}.' },
  'channel-preference': {
    name: 'Prefers a channel',
    sentence: 'Came by {channel} {visits} times or more in the last {window}.',
  },
  'first-came-from': {
    name: 'First came from',
    sentence: 'The first visit remembered came from “{source}”.',
  },
  'saw-without-response': {
    name: 'Saw it, did not respond',
    sentence: 'Saw the experience “{experience}” {times} times or more and had no {goalEvent}.',
  },
  'highly-engaged': {
    name: 'Highly engaged',
    sentence:
      'Has {points} points or more for pages, products, baskets and orders; they halve every {halfLife}.',
  },
  'spends-time': {
    name: 'Spends time here',
    sentence: 'Was active for {seconds} seconds or more in {window}.',
  },
  'reads-to-the-end': {
    name: 'Reads to the end',
    sentence: 'Scrolled {pages} pages or more almost to the end in the last {window}.',
  },
  'deep-in-this-visit': {
    name: 'Deep in this visit',
    sentence: 'Is on page {pages} or later of this visit.',
  },
  searcher: { name: 'Searches', sentence: 'Used the site search {searches} times or more in this visit.' },
  'shares-with-others': {
    name: 'Shares with others',
    sentence: 'Shared a page {times} times or more in {window}.',
  },
  'stage-discovering': { name: 'Discovering', sentence: 'Has not looked at a product yet.' },
  'stage-comparing': {
    name: 'Comparing',
    sentence: 'Looked at {items} products or more in the last {window}, with none in the basket.',
  },
  'stage-deciding': {
    name: 'Deciding',
    sentence: 'Has something in the basket or began to check out in this visit.',
  },
  'stage-just-bought': { name: 'Just bought', sentence: 'Ordered within the last {window}.' },
  'looks-but-does-not-buy': {
    name: 'Looks, does not buy',
    sentence: 'Came on {days} days or more of the last {window} without ordering.',
  },
  'interested-in-topic': {
    name: 'Interested in a topic',
    sentence: 'At least {share} of the interest goes to “{topic}”; older visits count less.',
  },
  'favourite-topic': { name: 'Favourite topic', sentence: '“{topic}” is the strongest interest.' },
  'category-fan': {
    name: 'Fan of a category',
    sentence: 'Looked at “{category}” {views} times or more in the last {window}.',
  },
  'brand-fan': { name: 'Fan of a brand', sentence: 'Looked at “{brand}” {views} times or more in {window}.' },
  'reads-section': {
    name: 'Reads a section',
    sentence: 'Opened pages below {path} {views} times or more in the last {window}.',
  },
  'searched-for': {
    name: 'Searched for a word',
    sentence: 'Searched the site for “{word}” in the last {window}.',
  },
  'basket-waiting': {
    name: 'Basket waiting',
    sentence: 'Has something in the basket since today, not ordered yet.',
  },
  'basket-abandoner': {
    name: 'Left a basket',
    sentence: 'Put something in the basket in the last {window}, {after} or more ago, and has not ordered.',
  },
  'checkout-abandoner': {
    name: 'Left the checkout',
    sentence: 'Began to check out in the last {window}, {after} or more ago, and has not ordered.',
  },
  'returns-to-one-item': {
    name: 'Returns to one product',
    sentence: 'Looked at the same product three times in {window} and has not ordered since.',
  },
  'first-time-buyer': { name: 'Ordered once', sentence: 'Has ordered exactly once.' },
  'repeat-buyer': { name: 'Loyal buyer', sentence: 'Ordered {orders} times or more in the last {window}.' },
  'not-yet-buyer': { name: 'Not bought yet', sentence: 'Known for {known} or longer, no order yet.' },
  'lapsed-buyer': { name: 'Has not bought for long', sentence: 'The last order is more than {quiet} ago.' },
  'at-risk-buyer': {
    name: 'Loyal buyer at risk',
    sentence: 'Ordered {orders} times or more, but not for more than {quiet}.',
  },
  'high-value': { name: 'High value', sentence: 'Ordered for {total} or more in the last {window}.' },
  'large-orders': { name: 'Large orders', sentence: 'An order is worth {average} or more on average.' },
  'rfm-best': {
    name: 'Best buyers',
    sentence: 'Is in the two best classes of recency, frequency and value.',
  },
  'rfm-often-lately': {
    name: 'Often, and lately',
    sentence: 'Is in the two best classes of recency and frequency.',
  },
  'rfm-seldom-lately': { name: 'Few orders, lately', sentence: 'Ordered lately, and seldom so far.' },
  'rfm-often-small': {
    name: 'Often, for little',
    sentence: 'Ordered more often than most, for less than most.',
  },
  'rfm-seldom-large': {
    name: 'Few orders, large sums',
    sentence: 'Ordered less often than most, for more than most.',
  },
  'rfm-often-pausing': {
    name: 'Often, now pausing',
    sentence: 'Ordered often; the last order is in the middle class of recency.',
  },
  'rfm-slipping-away': { name: 'Best buyers slipping away', sentence: 'Ordered often, but not for long.' },
  'rfm-large-long-ago': {
    name: 'Large sums, long ago',
    sentence: 'Ordered for more than most, but not for long.',
  },
  'rfm-seldom-long-ago': { name: 'Few orders, long ago', sentence: 'Ordered seldom, and not for long.' },
  'rfm-best-back': {
    name: 'Best buyer is back',
    sentence: 'Ordered often and for much, and was away for {away} or longer before this visit.',
  },
  'rfm-best-looking': {
    name: 'Best buyer looks around',
    sentence:
      'Ordered often and for much, looked at products {views} times or more in this visit, put none in the basket.',
  },
  'rfm-large-deciding': {
    name: 'Large sums, deciding',
    sentence: 'Ordered for more than most, and put something in the basket in this visit.',
  },
  'rfm-seldom-often-here': {
    name: 'Few orders, often here',
    sentence: 'Ordered less often than most, and was here on {days} days or more of the last {window}.',
  },
  'rfm-long-ago-looking': {
    name: 'Ordered long ago, looks around',
    sentence: 'Has not ordered for long, and is on page {pages} or later of this visit.',
  },
  'bought-category': { name: 'Bought a category', sentence: 'Ordered something from “{category}”.' },
  'bought-this-not-that': {
    name: 'Bought this, not that',
    sentence: 'Ordered “{bought}”, but no “{missing}”.',
  },
  'due-again': { name: 'Due again', sentence: 'Last ordered “{category}” {cycle} or more ago.' },
  'coupon-buyer': { name: 'Buys with coupons', sentence: 'Ordered {orders} times or more with a coupon.' },
  'price-sensitive': {
    name: 'Looks at the price first',
    sentence: 'Had “{sign}” {times} times or more, or searched for “sale”, in the last {window}.',
  },
  'rage-clicker': {
    name: 'Clicks in anger',
    sentence: 'Clicked in vain {times} times or more in this visit.',
  },
  'met-missing-page': {
    name: 'Met a missing page',
    sentence: 'Met {times} missing pages or more in this visit.',
  },
  'back-and-forth': {
    name: 'Goes back and forth',
    sentence: 'Opened the same page three times in {window}.',
  },
  'search-without-find': {
    name: 'Searches without finding',
    sentence: 'Searched {searches} times or more in this visit and opened no product.',
  },
  'help-seeker': {
    name: 'Looks for help',
    sentence: 'Opened pages below {path} {views} times or more in {window}.',
  },
  'on-a-phone': { name: 'On a phone', sentence: 'Uses a phone.' },
  'on-a-large-screen': { name: 'On a large screen', sentence: 'The window is {width} pixels wide or more.' },
  'uses-apple': { name: 'Uses Apple', sentence: 'Uses an iPhone, an iPad or a Mac.' },
  'prefers-dark': { name: 'Prefers dark', sentence: 'Has set the device to dark colours.' },
  'saves-data': { name: 'Saves data', sentence: 'Has asked the browser to save data.' },
  speaks: { name: 'Speaks a language', sentence: 'The browser is set to {languages}.' },
  'in-country': { name: 'In a country', sentence: 'The time zone of the device lies in {countries}.' },
  'time-of-day': {
    name: 'Time of day',
    sentence: 'It is between {from} and {to} o’clock where the visitor is.',
  },
  weekend: { name: 'Weekend', sentence: 'It is Saturday or Sunday where the visitor is.' },
  'age-group': {
    name: 'Age group',
    sentence: 'Stated an age group: {values}. Never inferred from behaviour.',
  },
  'life-stage': {
    name: 'Life stage',
    sentence: 'Stated a life stage: {values}. Never inferred from behaviour.',
  },
  industry: { name: 'Industry', sentence: 'Stated an industry: {values}.' },
  'company-size': { name: 'Company size', sentence: 'Stated a company size: {values}.' },
  'job-role': { name: 'Role at work', sentence: 'Stated a role: {values}.' },
  'values-and-attitudes': { name: 'Values and attitudes', sentence: 'Stated in a survey: {values}.' },
  'stated-need': { name: 'Stated need', sentence: 'Stated what they need: {values}.' },
  'member-tier': { name: 'Member tier', sentence: 'The site stated the tier: {values}.' },
  'unhappy-in-survey': { name: 'Unhappy in a survey', sentence: 'Answered a survey with {most} or less.' },
  'would-recommend': { name: 'Would recommend', sentence: 'Answered a survey with {least} or more.' },
  'existing-client': { name: 'Existing client', sentence: 'The site stated that they are a client.' },
};
