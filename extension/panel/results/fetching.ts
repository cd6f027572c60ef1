// The report of the site in front from an address that its owner hosts: kept once there was a report, and read only when an
// author says so.

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { t } from '../../../shared/words/t.ts';
import { requestSite } from '../../wire/browser.ts';
import { fetchText } from '../../wire/fetch-text.ts';
import { findAddressFault } from '../kit/find-address-fault.ts';
import { sayError } from '../kit/say-error.ts';
import { reportAddress } from './report-address.ts';

/**
 * @param trouble where it is said why nothing was read
 * @param open answers whether it is shown now
 */
export function createFetching(
  origin: ReadonlySignal<string | undefined>,
  trouble: Signal<string>,
  open: (from: string, text: string) => Promise<boolean>,
) {
  /** as far as the author said so */
  const address = signal('');
  const isFetching = signal(false);

  function followAddress(): void {
    const at = origin.value;
    address.value = '';
    if (at === undefined) return;
    const take = (found: string | undefined) => {
      if (origin.peek() === at) address.value = found ?? '';
    };
    void reportAddress(at)
      .read()
      .then(take, () => take(undefined));
  }

  /** Must be called at once in a click: the browser asks for the address's host only then. Never throws. */
  async function fetchReport(url: string): Promise<void> {
    const at = origin.value;
    if (at === undefined || isFetching.value) return;
    const refuse = (why: string) => {
      if (origin.peek() === at) trouble.value = t`${url} was not read. ${why}`;
    };
    trouble.value = '';
    const fault = findAddressFault(url);
    if (fault)
      return refuse(
        fault === 'plain'
          ? t`Give an https address: over plain http anybody on the way could write another report.`
          : t`Give its whole address, from https:// on.`,
      );
    isFetching.value = true;
    try {
      if (!(await requestSite(url)))
        return refuse(t`The browser may not read from ${new URL(url).host} until you allow it.`);
      // a file needs no cookie, and what lies there now is wanted
      const text = await fetchText(url, 'omit', true);
      if (origin.peek() !== at || !(await open(url, text))) return;
      await reportAddress(at).write(url);
      if (origin.peek() === at) address.value = url;
    } catch (error) {
      refuse(t`${sayError(error).replace(/^./, (first) => first.toUpperCase())}. The last report stays.`);
    } finally {
      isFetching.value = false;
    }
  }

  async function forgetAddress(): Promise<void> {
    const at = origin.value;
    if (at === undefined) return;
    await reportAddress(at).remove();
    if (origin.peek() === at) address.value = '';
  }

  return { address, isFetching, fetchReport, forgetAddress, followAddress };
}
