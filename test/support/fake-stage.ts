// A page of shop.example as a stage would tell of it, for the tests of the panel's stores.

import type { Look, Memory, Status } from '../../extension/wire/stage-shapes.ts';
import type { Config } from '../../shared/schema/config.ts';
import { fake } from './fake-browser.ts';

export const URL_HERE = 'https://shop.example/tents';

let order = 0;

export const statusOf = (token?: string): Status => ({
  documentAt: 1,
  order: ++order,
  ...(token !== undefined && { token }),
  url: URL_HERE,
  segments: [],
  shown: [],
  problems: [],
  visible: [],
  isPeeking: false,
});
const MEMORY: Memory = { events: [], traits: {}, prunedAt: null, seed: 'seed' };

export const lookAt = (url = URL_HERE): Look => ({
  url,
  title: 'Tents',
  tags: [],
  consent: 'granted',
  hasDatabase: true,
  facts: { path: new URL(url).pathname },
  languages: ['en'],
  status: statusOf(),
});

/** Puts that page in front, in a tab with this id; previews begin and end there. */
export function openPage(id = 7): void {
  fake.tab = { id, url: URL_HERE, windowId: 1 };
  fake.tabs = [fake.tab];
  fake.stage = {
    look: () => lookAt(),
    readMemory: () => MEMORY,
    preview: ({ token }: { token: string }) => statusOf(token),
    endPreview: () => statusOf(),
    peek: ({ on }: { on: boolean }) => ({ ...statusOf('t'), isPeeking: on }),
    edit: ({ kind }: { kind: string }) =>
      kind === 'find' ? { mode: 'off', found: [] } : { mode: kind === 'pick' ? 'pick' : 'off' },
  };
}

/** One variant, for tent people. */
export const shopConfig = (): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: [
    {
      id: 'tents',
      name: 'Tent people',
      when: { kind: 'count', event: 'view_item', is: { $gte: 1 } },
    },
  ],
  experiences: [
    {
      id: 'hero',
      name: 'Hero',
      status: 'live',
      pages: ['/tents'],
      variants: [
        {
          id: 'a',
          name: 'A',
          segment: 'tents',
          changes: [{ kind: 'text', target: { css: 'h1' }, value: 'Tents' }],
        },
      ],
    },
  ],
});
