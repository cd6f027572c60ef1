// Where a visit came from, in GA4's words, read from the address and the referrer of its page.

import type { Arrival } from '../../shared/engine/profile.ts';
import type { Keep } from '../../shared/page/keep.ts';

/** Channels with what speaks for them, the first that fits wins. */
type Rules = { [channel: string]: RegExp };
export interface Channels {
  /** tested against "medium source" of the utm parameters */
  utm: Rules;
  /** tested against the referrer's host */
  hosts: Rules;
}

// Each by its own name, as the script of the first paint holds those only that its config tells apart.
// https://support.google.com/analytics/answer/9756891
export const utmEmail = /mail|newsletter/i;
export const utmPaid = /cpc|ppc|cpm|paid|display|banner|retarget|\bads?\b/i;
export const utmAffiliate = /affiliate|partner/i;
export const utmSocial = /social|facebook|instagram|tiktok|linkedin|pinterest|youtube|twitter/i;
export const utmSearch = /organic/i;
export const utmReferral = /referral/i;
export const hostsAi = /chatgpt|openai|perplexity|claude\.ai|gemini\.google|copilot/;
export const hostsEmail = /(^|\.)(mail|outlook)\./;
export const hostsSearch =
  /(^|\.)(google|bing|duckduckgo|yahoo|ecosia|baidu|yandex|startpage|qwant|kagi|search)\./;
export const hostsSocial =
  /(^|\.)(facebook|instagram|twitter|x|linkedin|pinterest|reddit|youtube|tiktok|whatsapp|threads|bsky)\.|^t\.co$|^lnkd\.in$/;

const CHANNELS: Channels = {
  utm: {
    email: utmEmail,
    paid: utmPaid,
    affiliate: utmAffiliate,
    social: utmSocial,
    search: utmSearch,
    referral: utmReferral,
  },
  hosts: { ai: hostsAi, email: hostsEmail, search: hostsSearch, social: hostsSocial },
};
const find = (rules: Rules, text: string) => Object.entries(rules).find(([, words]) => words.test(text))?.[0];

export interface PageArrival {
  arrival: Arrival;
  /** The address carries utm parameters: the arrival counts even within a visit. */
  tagged: boolean;
}

/**
 * @param channels those that are told apart
 * @param url this page's address
 * @param from `document.referrer`: an absolute address or ''
 */
export function arrivalBy(
  { utm: byUtm, hosts }: Channels,
  url: URL,
  from: string,
  keep: Pick<Keep, 'text' | 'path'>,
): PageArrival {
  // not by `new URL('')`: a first visit would pay 5 ms for the error it throws
  let host = keep.text(/^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(from)?.[1] ?? '', 'visit_start.referrer');
  if (host === url.hostname.replace(/^www\./, '')) host = '';
  const utm = (name: string) => keep.text(url.searchParams.get(`utm_${name}`) ?? '', `visit_start.${name}`);
  const [source, medium, campaign] = [utm('source'), utm('medium'), utm('campaign')];
  const paid = /[?&](gclid|gbraid|wbraid|msclkid|fbclid|ttclid)=/.test(url.search);
  const tagged = source || medium || campaign;
  const channel = tagged
    ? (find(byUtm, `${medium} ${source}`) ?? 'campaign')
    : paid
      ? 'paid'
      : host
        ? (find(hosts, host) ?? 'referral')
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

/** The same, with all channels. */
export const readArrival = (url: URL, from: string, keep: Pick<Keep, 'text' | 'path'>): PageArrival =>
  arrivalBy(CHANNELS, url, from, keep);
