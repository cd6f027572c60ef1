// A site with three experiences of which two want the same headline.

import type { Config } from '../../../shared/schema/config.ts';

const experience = (id: string, css: string, more: object = {}): Config['experiences'][0] => ({
  id,
  name: id,
  status: 'live',
  pages: ['/'],
  variants: [
    {
      id: 'a',
      name: 'A',
      segment: 'phones',
      changes: [{ kind: 'text', target: { css }, value: `By ${id}` }],
    },
  ],
  ...more,
});
/** Comes in when the page has been read for a while, and pushes it down. */
const late = experience('Second', 'p', {
  trigger: { kind: 'time', after: '2s' },
  variants: [
    {
      id: 'a',
      name: 'A',
      segment: 'phones',
      changes: [
        { kind: 'insert', target: { css: 'h1' }, position: 'before', html: '<h2>News</h2>'.repeat(5) },
      ],
    },
  ],
});
export const config: Config = {
  version: 1,
  site: 'desk.example',
  revision: 4,
  privacy: { consent: 'implied' },
  segments: [{ id: 'phones', name: 'On a phone', when: { kind: 'context', key: 'device', is: 'phone' } }],
  experiences: [experience('First', 'h1'), late, experience('Third', 'h1')],
};
export const PAGE = `<!doctype html><html lang="en"><head><title>Desk</title>
<script src="/selvedge.js" data-config="/selvedge.json"></script></head><body><h1>Title</h1><p style="height: 300px">Text</p></body></html>`;
