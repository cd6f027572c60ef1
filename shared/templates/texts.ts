// The words of the gallery, apart from its rules. {name} stands for a parameter.

import { t } from '../words/t.ts';
import { LEARNED_TEXTS } from './learned-texts.ts';
import type { TemplateText } from './template-text.ts';

export const TEXTS: Readonly<Record<string, TemplateText>> = {
  ...LEARNED_TEXTS,
  'new-visitor': { name: t`New here`, sentence: t`Is here for the first time that this browser remembers.` },
  'returning-visitor': { name: t`Back again`, sentence: t`Is on visit number {visits} or later.` },
  'regular-visitor': {
    name: t`Regular visitor`,
    sentence: t`Came on at least {days} days of the last {window}.`,
  },
  'long-known-visitor': { name: t`Known for long`, sentence: t`Has been coming for {known} or longer.` },
  'lapsed-visitor': { name: t`Back after a long time`, sentence: t`Came back after more than {away}.` },
  'fading-visitor': {
    name: t`Comes less often`,
    sentence: t`Came {visits} times or more between {before} and {lately} ago, and hardly since.`,
  },
  'same-day-return': {
    name: t`Keeps coming back`,
    sentence: t`Came {visits} times or more in the last {window}.`,
  },
  'email-arrival': { name: t`Came from an e-mail`, sentence: t`This visit began with a link in an e-mail.` },
  'social-arrival': { name: t`Came from social media`, sentence: t`This visit began on a social network.` },
  'search-arrival': { name: t`Came from a search`, sentence: t`This visit began on a search engine.` },
  'paid-arrival': { name: t`Came from an advert`, sentence: t`This visit began with a paid link.` },
  'ai-arrival': { name: t`Came from an assistant`, sentence: t`This visit began in an AI assistant.` },
  'direct-arrival': { name: t`Came directly`, sentence: t`This visit began with the address or a bookmark.` },
  'campaign-arrival': {
    name: t`Came with a campaign`,
    sentence: t`The link of this visit carries a utm_campaign that begins with “{campaign}”.`,
  },
  'partner-arrival': { name: t`Came from a partner`, sentence: t`This visit began on {host}.` },
  'channel-preference': {
    name: t`Prefers a channel`,
    sentence: t`Came by {channel} {visits} times or more in the last {window}.`,
  },
  'first-came-from': {
    name: t`First came from`,
    sentence: t`The first visit remembered came from “{source}”.`,
  },
  'saw-without-response': {
    name: t`Saw it, did not respond`,
    sentence: t`Saw the experience “{experience}” {times} times or more and had no {goalEvent}.`,
  },
  'highly-engaged': {
    name: t`Highly engaged`,
    sentence: t`Has {points} points or more for pages, products, baskets and orders; they halve every {halfLife}.`,
  },
  'spends-time': {
    name: t`Spends time here`,
    sentence: t`Was active for {seconds} seconds or more in {window}.`,
  },
  'reads-to-the-end': {
    name: t`Reads to the end`,
    sentence: t`Scrolled {pages} pages or more almost to the end in the last {window}.`,
  },
  'deep-in-this-visit': {
    name: t`Deep in this visit`,
    sentence: t`Is on page {pages} or later of this visit.`,
  },
  searcher: { name: t`Searches`, sentence: t`Used the site search {searches} times or more in this visit.` },
  'shares-with-others': {
    name: t`Shares with others`,
    sentence: t`Shared a page {times} times or more in {window}.`,
  },
  'stage-discovering': { name: t`Discovering`, sentence: t`Has not looked at a product yet.` },
  'stage-comparing': {
    name: t`Comparing`,
    sentence: t`Looked at {items} products or more in the last {window}, with none in the basket.`,
  },
  'stage-deciding': {
    name: t`Deciding`,
    sentence: t`Has something in the basket or began to check out in this visit.`,
  },
  'stage-just-bought': { name: t`Just bought`, sentence: t`Ordered within the last {window}.` },
  'looks-but-does-not-buy': {
    name: t`Looks, does not buy`,
    sentence: t`Came on {days} days or more of the last {window} without ordering.`,
  },
  'interested-in-topic': {
    name: t`Interested in a topic`,
    sentence: t`At least {share} of the interest goes to “{topic}”; older visits count less.`,
  },
  'favourite-topic': { name: t`Favourite topic`, sentence: t`“{topic}” is the strongest interest.` },
  'category-fan': {
    name: t`Fan of a category`,
    sentence: t`Looked at “{category}” {views} times or more in the last {window}.`,
  },
  'brand-fan': {
    name: t`Fan of a brand`,
    sentence: t`Looked at “{brand}” {views} times or more in {window}.`,
  },
  'reads-section': {
    name: t`Reads a section`,
    sentence: t`Opened pages below {path} {views} times or more in the last {window}.`,
  },
  'searched-for': {
    name: t`Searched for a word`,
    sentence: t`Searched the site for “{word}” in the last {window}.`,
  },
  'basket-waiting': {
    name: t`Basket waiting`,
    sentence: t`Has something in the basket since today, not ordered yet.`,
  },
  'basket-abandoner': {
    name: t`Left a basket`,
    sentence: t`Put something in the basket in the last {window}, {after} or more ago, and has not ordered.`,
  },
  'checkout-abandoner': {
    name: t`Left the checkout`,
    sentence: t`Began to check out in the last {window}, {after} or more ago, and has not ordered.`,
  },
  'returns-to-one-item': {
    name: t`Returns to one product`,
    sentence: t`Looked at the same product three times in {window} and has not ordered since.`,
  },
  'first-time-buyer': { name: t`Ordered once`, sentence: t`Has ordered exactly once.` },
  'repeat-buyer': {
    name: t`Ordered several times`,
    sentence: t`Ordered {orders} times or more in the last {window}.`,
  },
  'not-yet-buyer': { name: t`Not bought yet`, sentence: t`Known for {known} or longer, no order yet.` },
  'lapsed-buyer': { name: t`Has not bought for long`, sentence: t`The last order is more than {quiet} ago.` },
  'at-risk-buyer': {
    name: t`Ordered often, now quiet`,
    sentence: t`Ordered {orders} times or more, but not for more than {quiet}.`,
  },
  'high-value': { name: t`High value`, sentence: t`Ordered for {total} or more in the last {window}.` },
  'large-orders': { name: t`Large orders`, sentence: t`An order is worth {average} or more on average.` },
  'rfm-best': {
    name: t`Best buyers`,
    sentence: t`Is in the two best classes of recency, frequency and value.`,
  },
  'rfm-often-lately': {
    name: t`Often, and lately`,
    sentence: t`Is in the two best classes of recency and frequency.`,
  },
  'rfm-seldom-lately': { name: t`Few orders, lately`, sentence: t`Ordered lately, and seldom so far.` },
  'rfm-often-small': {
    name: t`Often, for little`,
    sentence: t`Ordered more often than most, for less than most.`,
  },
  'rfm-seldom-large': {
    name: t`Few orders, large sums`,
    sentence: t`Ordered less often than most, for more than most.`,
  },
  'rfm-often-pausing': {
    name: t`Often, now pausing`,
    sentence: t`Ordered often; the last order is in the middle class of recency.`,
  },
  'rfm-slipping-away': { name: t`Best buyers slipping away`, sentence: t`Ordered often, but not for long.` },
  'rfm-large-long-ago': {
    name: t`Large sums, long ago`,
    sentence: t`Ordered for more than most, but not for long.`,
  },
  'rfm-seldom-long-ago': { name: t`Few orders, long ago`, sentence: t`Ordered seldom, and not for long.` },
  'rfm-best-back': {
    name: t`Best buyer is back`,
    sentence: t`Ordered often and for much, and was away for {away} or longer before this visit.`,
  },
  'rfm-best-looking': {
    name: t`Best buyer looks around`,
    sentence: t`Ordered often and for much, looked at products {views} times or more in this visit, put none in the basket.`,
  },
  'rfm-large-deciding': {
    name: t`Large sums, deciding`,
    sentence: t`Ordered for more than most, and put something in the basket in this visit.`,
  },
  'rfm-seldom-often-here': {
    name: t`Few orders, often here`,
    sentence: t`Ordered less often than most, and was here on {days} days or more of the last {window}.`,
  },
  'rfm-long-ago-looking': {
    name: t`Ordered long ago, looks around`,
    sentence: t`Has not ordered for long, and is on page {pages} or later of this visit.`,
  },
  'bought-category': { name: t`Bought a category`, sentence: t`Ordered something from “{category}”.` },
  'bought-this-not-that': {
    name: t`Bought this, not that`,
    sentence: t`Ordered “{bought}”, but no “{missing}”.`,
  },
  'due-again': { name: t`Due again`, sentence: t`Last ordered “{category}” {cycle} or more ago.` },
  'coupon-buyer': { name: t`Buys with coupons`, sentence: t`Ordered {orders} times or more with a coupon.` },
  'price-sensitive': {
    name: t`Looks at the price first`,
    sentence: t`Had “{sign}” {times} times or more, or searched for “sale”, in the last {window}.`,
  },
  'rage-clicker': {
    name: t`Clicks in anger`,
    sentence: t`Clicked in vain {times} times or more in this visit.`,
  },
  'met-missing-page': {
    name: t`Met a missing page`,
    sentence: t`Met {times} missing pages or more in this visit.`,
  },
  'back-and-forth': {
    name: t`Goes back and forth`,
    sentence: t`Opened the same page three times in {window}.`,
  },
  'search-without-find': {
    name: t`Searches without finding`,
    sentence: t`Searched {searches} times or more in this visit and opened no product.`,
  },
  'help-seeker': {
    name: t`Looks for help`,
    sentence: t`Opened pages below {path} {views} times or more in {window}.`,
  },
  'on-a-phone': { name: t`On a phone`, sentence: t`Uses a phone.` },
  'on-a-large-screen': {
    name: t`On a large screen`,
    sentence: t`The window is {width} pixels wide or more.`,
  },
  'uses-apple': { name: t`Uses Apple`, sentence: t`Uses an iPhone, an iPad or a Mac.` },
  'prefers-dark': { name: t`Prefers dark`, sentence: t`Has set the device to dark colours.` },
  'saves-data': { name: t`Saves data`, sentence: t`Has asked the browser to save data.` },
  speaks: { name: t`Speaks a language`, sentence: t`The browser is set to {languages}.` },
  'in-country': { name: t`In a country`, sentence: t`The time zone of the device lies in {countries}.` },
  'time-of-day': {
    name: t`Time of day`,
    sentence: t`It is between {from} and {to} o’clock where the visitor is.`,
  },
  weekend: { name: t`Weekend`, sentence: t`It is Saturday or Sunday where the visitor is.` },
  'age-group': {
    name: t`Age group`,
    sentence: t`Stated an age group: {values}. Never inferred from behaviour.`,
  },
  'life-stage': {
    name: t`Life stage`,
    sentence: t`Stated a life stage: {values}. Never inferred from behaviour.`,
  },
  industry: { name: t`Industry`, sentence: t`Stated an industry: {values}.` },
  'company-size': { name: t`Company size`, sentence: t`Stated a company size: {values}.` },
  'job-role': { name: t`Role at work`, sentence: t`Stated a role: {values}.` },
  'values-and-attitudes': { name: t`Values and attitudes`, sentence: t`Stated in a survey: {values}.` },
  'stated-need': { name: t`Stated need`, sentence: t`Stated what they need: {values}.` },
  'member-tier': { name: t`Member tier`, sentence: t`The site stated the tier: {values}.` },
  'unhappy-in-survey': { name: t`Unhappy in a survey`, sentence: t`Answered a survey with {most} or less.` },
  'would-recommend': { name: t`Would recommend`, sentence: t`Answered a survey with {least} or more.` },
  'existing-client': { name: t`Existing client`, sentence: t`The site stated that they are a client.` },
};
