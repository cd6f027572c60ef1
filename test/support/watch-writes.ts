// Writes down what happens to the nodes of a page, in roots of ours too: for what must leave them alone.

import type { Page } from '@playwright/test';

/**
 * @returns what reads, two frames later, what was written since; without marks of ours on the page's elements, which say
 *   nothing of the page's, without the link by which the rest is fetched, and without what the test support itself adds
 */
export async function watchWrites(page: Page): Promise<() => Promise<string[]>> {
  const writes = await page.evaluateHandle(() => {
    const written: string[] = [];
    const see = (records: MutationRecord[]) => {
      for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
        if (attributeName?.startsWith('data-selvedge-')) continue;
        const nodes = [...addedNodes, ...removedNodes];
        if (nodes.length && nodes.every((node) => (node as HTMLLinkElement).rel === 'modulepreload'))
          continue;
        const names = [...nodes, target].map(({ nodeName }) => nodeName);
        if (names.some((name) => name.startsWith('SELVEDGE-TEST'))) continue;
        const at = target.parentNode ? ` in ${target.parentNode.nodeName}` : '';
        written.push(`${type} ${attributeName ?? ''} of ${target.nodeName}${at}`);
      }
    };
    const observer = new MutationObserver(see);
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    for (const root of [document, ...roots])
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    return async () => {
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      see(observer.takeRecords());
      observer.disconnect();
      return written;
    };
  });
  return () => writes.evaluate((read) => read());
}
