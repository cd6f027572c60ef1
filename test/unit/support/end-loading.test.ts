// Only pages of whose load a browser tells are waited for at the end of a test.

import { expect, test } from 'vitest';
import { endLoading } from '../../support/end-loading.ts';

/** @returns the addresses of those pages whose load was waited for */
async function findAwaited(...addresses: string[]): Promise<string[]> {
  const awaited: string[] = [];
  const pages = addresses.map((address) => ({
    url: () => address,
    waitForLoadState: async () => void awaited.push(address),
  }));
  await endLoading({ pages: () => pages });
  return awaited;
}

test('a page is waited for until it has loaded', async () => {
  expect(await findAwaited('http://localhost:1/', 'about:blank')).toEqual([
    'http://localhost:1/',
    'about:blank',
  ]);
});

test('a page of the extension, of whose load Firefox tells nothing, is not waited for', async () => {
  expect(await findAwaited('moz-extension://id/panel.html?tab=1', 'http://localhost:1/')).toEqual([
    'http://localhost:1/',
  ]);
});
