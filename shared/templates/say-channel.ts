// How somebody came, in words that stand in a sentence and by themselves.

import { t } from '../words/t.ts';

const CHANNELS: Readonly<Record<string, string>> = {
  direct: t`an address or a bookmark`,
  search: t`a search`,
  social: t`a social network`,
  email: t`an e-mail`,
  paid: t`an advert`,
  affiliate: t`a partner`,
  ai: t`an assistant`,
  referral: t`another site`,
  campaign: t`a link with utm_campaign`,
};

export const sayChannel = (channel: string): string => CHANNELS[channel] ?? channel;
