// Why the page in front cannot be looked at, in words, and what to do.

import { t } from '../../../shared/words/t.ts';
import type { Tab } from '../../wire/browser.ts';
import { messageOf } from '../../wire/message-of.ts';

export interface Refusal {
  kind: 'closed' | 'browser' | 'store' | 'file' | 'document' | 'failed';
  title: string;
  text: string;
}

const REFUSALS: Record<Exclude<Refusal['kind'], 'failed'>, Omit<Refusal, 'kind'>> = {
  closed: {
    title: t`Selvedge is not open on this page`,
    text: t`Click the Selvedge button in the toolbar. It may look only at pages on which you click it.`,
  },
  browser: {
    title: t`This page belongs to the browser`,
    text: t`Extensions may not look at it. Go to a page of your website and click the Selvedge button there.`,
  },
  store: {
    title: t`This page belongs to the extension store`,
    text: t`Browsers keep extensions out of it. Go to a page of your website and click the Selvedge button there.`,
  },
  file: {
    title: t`This page is a file on your computer`,
    text: t`Selvedge works on websites. Serve the folder (for example with “npx serve”) and open its http:// address.`,
  },
  document: {
    title: t`This is not a web page`,
    text: t`Selvedge works on websites, not on documents or pictures. Open a page of your website.`,
  },
};

export function refuse(tab: Tab | undefined, error: unknown): Refusal {
  const message = messageOf(error);
  const as = (kind: Exclude<Refusal['kind'], 'failed'>): Refusal => ({ kind, ...REFUSALS[kind] });
  const url = tab?.url ?? '';
  if (/gallery|chromewebstore|addons\.mozilla/.test(message + url)) return as('store');
  if (/^(chrome|edge|brave|about|moz-extension|chrome-extension|resource|view-source|devtools):/.test(url))
    return as('browser');
  if (/chrome(-extension)?:\/\/|about:|moz-extension:/.test(message)) return as('browser');
  if (/^file:/.test(url) || /file:\/\//.test(message)) return as('file');
  if (/\.(pdf|png|jpe?g|svg)$/i.test(url.split(/[?#]/)[0] ?? '')) return as('document');
  if (!tab || url === '' || /permission|cannot access|host/i.test(message)) return as('closed');
  return {
    kind: 'failed',
    title: t`This page could not be read`,
    text: t`Reload it and try again. What happened: ${message}.`,
  };
}
