// The open tabs of the site in front: each address once, and how many we may not see.

import '../../../../support/fake-browser.ts';
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createOpenTabs } from '../../../../../extension/panel/experience/open-tabs.ts';
import { fake } from '../../../../support/fake-browser.ts';
import { usePanelLife } from '../../../../support/panel-life.ts';
import { until } from '../../../../support/until.ts';

const over = usePanelLife();

test('they follow the site, the tabs and what may be seen', async () => {
  const tab = (id: number, url?: string) => ({ id, ...(url !== undefined && { url }), windowId: 1 });
  fake.tabs = [
    tab(1, 'https://shop.example/a'),
    tab(2, 'https://shop.example/a#top'),
    tab(3),
    tab(4, 'https://other.example/'),
  ];
  const origin = signal<string | undefined>(undefined);
  const { openTabs, start } = createOpenTabs({ origin });
  start(over.signal);
  origin.value = 'https://shop.example';
  await until(() => expect(openTabs.value).toEqual({ urls: ['https://shop.example/a'], hidden: 1 }));
  fake.tabs = [tab(1, 'https://shop.example/b')];
  fake.front(1);
  await until(() => expect(openTabs.value).toEqual({ urls: ['https://shop.example/b'], hidden: 0 }));
  over.abort();
  expect(fake.listeners()).toBe(0);
});
