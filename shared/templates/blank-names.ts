// What the blanks of templates are called, and how what is chosen in one is said.

import { t } from '../words/t.ts';
import { sayChannel } from './say-channel.ts';

export const BLANK_NAMES: Readonly<Record<string, string>> = {
  after: t`How long ago at least`,
  ahead: t`How far ahead`,
  average: t`Average order`,
  away: t`How long away`,
  before: t`From how long ago`,
  below: t`Below this chance in %`,
  bought: t`Category that was ordered`,
  brand: t`Brand`,
  campaign: t`How its utm_campaign begins`,
  category: t`Category`,
  chance: t`Chance in %`,
  channel: t`Channel`,
  countries: t`Countries`,
  cycle: t`From one order to the next`,
  days: t`Days`,
  depth: t`How far down the page in %`,
  experience: t`Experience`,
  from: t`From, in hours`,
  goalEvent: t`Event that they lack`,
  halfLife: t`Halved every`,
  host: t`Site that they came from`,
  items: t`Products`,
  known: t`Known for how long`,
  languages: t`Languages`,
  lately: t`Until how long ago`,
  least: t`At least`,
  missing: t`Category that was not ordered`,
  model: t`Model`,
  most: t`At most`,
  orders: t`Orders`,
  pages: t`Pages`,
  path: t`Path that pages are below`,
  persona: t`Group of buyers`,
  points: t`Points`,
  quiet: t`How long without an order`,
  searches: t`Times they searched`,
  seconds: t`Seconds`,
  share: t`Share in %`,
  sign: t`Event that tells it`,
  source: t`Source`,
  times: t`How often`,
  to: t`To, in hours`,
  topic: t`Topic`,
  total: t`Sum of their orders`,
  trait: t`Trait`,
  values: t`Values`,
  views: t`Views`,
  visits: t`Visits`,
  width: t`Width in pixels`,
  window: t`Within`,
  word: t`Word they searched for`,
};

/** Those that are shares: said, and written, in per cent. */
export const isShare = (name: string): boolean => ['share', 'chance', 'below', 'depth'].includes(name);

/** What is chosen from is said as words; others as they are. */
export const sayChoice = (name: string, value: string): string =>
  name === 'channel' ? sayChannel(value) : value;
