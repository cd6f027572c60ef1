// A site of one page whose heading two segments see differently. Nobody is in them, so who sees it is previewing.

import type { Page } from '@playwright/test';
import { readOver } from './element.ts';

const change = (value: string) => ({ kind: 'text', target: { css: '#title' }, value });

/** @param over fields of the config that are another; @param experience the same of its only experience */
export const twoSegments = (over: object = {}, experience: object = {}) => ({
  version: 1,
  site: 'site.example',
  revision: 7,
  privacy: { consent: 'implied' },
  segments: [
    { id: 'one', name: 'First', when: { kind: 'context', key: 'visitNumber', is: 99 } },
    { id: 'two', name: 'Second', when: { kind: 'context', key: 'visitNumber', is: 98 } },
  ],
  experiences: [
    {
      id: 'hello',
      name: 'Hello',
      status: 'live',
      pages: ['*'],
      variants: [
        { id: 'a', name: 'A', segment: 'one', changes: [change('First here')] },
        { id: 'b', name: 'B', segment: 'two', changes: [change('Second here')] },
      ],
      ...experience,
    },
  ],
  ...over,
});

/** What the heading shows over its own text. */
export const readTitle = (page: Page): Promise<string | null> => readOver(page, '#title');
