// Where a visit came from, in GA4's words, read from the address and the referrer of its page.

import type { Arrival } from '../../shared/engine/profile.ts';
import type { Keep } from '../../shared/page/keep.ts';

/**
 * First match wins; tested against "medium source" of the utm parameters.
 *
 * @see https://support.google.com/analytics/answer/9756891
 */
const BY_UTM: [channel: string, words: RegExp][] = [
  ['email', /mail|newsletter/i],
  ['paid', /cpc|ppc|cpm|paid|display|banner|retarget|\bads?\b/i],
  ['affiliate', /affiliate|partner/i],
  ['social', /social|facebook|instagram|tiktok|linkedin|pinterest|youtube|twitter/i],
  ['search', /organic/i],
  ['referral', /referral/i],
];
/** Tested against the referrer's host. */
const BY_HOST: [channel: string, hosts: RegExp][] = [
  ['ai', /chatgpt|openai|perplexity|claude\.ai|gemini\.google|copilot/],
  ['email', /(^|\.)(mail|outlook)\./],
  ['search', /(^|\.)(google|bing|duckduckgo|yahoo|ecosia|baidu|yandex|startpage|qwant|kagi|search)\./],
  [
    'social',
    /(^|\.)(facebook|instagram|twitter|x|linkedin|pinterest|reddit|youtube|tiktok|whatsapp|threads|bsky)\.|^t\.co$|^lnkd\.in$/,
  ],
];
const find = (table: [string, RegExp][], text: string) => table.find(([, words]) => words.test(text))?.[0];

export interface PageArrival {
  arrival: Arrival;
  /** The address carries utm parameters: the arrival counts even within a visit. */
  tagged: boolean;
}

/**
 * @param url this page's address
 * @param from `document.referrer`: an absolute address or ''
 */
export function readArrival(url: URL, from: string, keep: Keep): PageArrival {
  // not by `new URL('')`: a first visit would pay 5 ms for the error it throws
  let host = keep.text(/^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(from)?.[1] ?? '', 'visit_start.referrer');
  if (host === url.hostname.replace(/^www\./, '')) host = '';
  const utm = (name: string) => keep.text(url.searchParams.get(`utm_${name}`) ?? '', `visit_start.${name}`);
  const [source, medium, campaign] = [utm('source'), utm('medium'), utm('campaign')];
  const paid = /[?&](gclid|gbraid|wbraid|msclkid|fbclid|ttclid)=/.test(url.search);
  const tagged = source || medium || campaign;
  const channel = tagged
    ? (find(BY_UTM, `${medium} ${source}`) ?? 'campaign')
    : paid
      ? 'paid'
      : host
        ? (find(BY_HOST, host) ?? 'referral')
        : 'direct';
  return {
    tagged: !!tagged,
    arrival: {
      source: source || host || 'direct',
      ...((medium || host) && { medium: medium || (channel === 'search' ? 'organic' : channel) }),
      ...(campaign && { campaign }),
      channel,
      ...(host && { referrer: host }),
      landing: keep.path(url, 'visit_start.landing'),
    },
  };
}
