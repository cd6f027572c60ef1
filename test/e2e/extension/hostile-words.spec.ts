// A hostile page may lie about itself: what it says of its tag, its config and its memory is shown as text, in time, and
// nothing of it runs in our pages.

import { expect, test } from '../../support/extension.ts';
import type { Responder } from '../../support/site.ts';
import { twoSegments } from '../../support/two-segments.ts';
import { database, markup, says, tag, text, tryAll } from './attacks.ts';

test.skip(({ browserName }) => browserName !== 'chromium', 'the same code; Firefox has a spec of essences');
test.use({ isEmptied: true });

/** Begins to answer and never ends, for as long as somebody listens. */
const withoutEnd: Responder = (request) => ({
  headers: { 'content-type': 'application/json' },
  body: (async function* () {
    yield '{ "version": 1,';
    await new Promise((resolve) => request.socket.once('close', resolve));
  })(),
});
const brokenChanges = twoSegments({
  experiences: [
    {
      id: 'e',
      name: 'e',
      status: 'live',
      pages: ['*'],
      variants: [{ id: 'v', name: 'v', segment: 'one', changes: Array(5_000).fill(0) }],
    },
  ],
});

tryAll({
  'its own word that the tag runs': {
    tag: '',
    head: "window.selvedge = { version: '9.9.9' }",
    async holds({ panel }) {
      await says(panel, 'This page says that Selvedge runs on it');
      await says(panel, '9.9.9, says the page');
    },
  },
  "another vendor's config before ours": {
    files: { '/vendor.js': '/* theirs */', '/vendor.json': '{"color":"red"}' },
    tag: `<script src="/vendor.js" data-config="/vendor.json"></script>${tag}`,
    async holds({ panel }) {
      await says(panel, 'Selvedge runs on this page');
      await says(panel, 'site.example, revision 7');
    },
  },
  "another vendor's config and no tag of ours": {
    files: { '/vendor.js': '/* theirs */', '/vendor.json': JSON.stringify(twoSegments()) },
    tag: '<script src="/vendor.js" data-config="/vendor.json"></script>',
    async holds({ panel }) {
      await says(panel, 'Nobody gets anything of their own here yet');
    },
  },
  'a config that never ends': {
    files: { '/selvedge.json': withoutEnd },
    async holds({ panel }) {
      await expect(panel.says('/selvedge.json was not there after 5 seconds')).toBeVisible();
    },
  },
  'a config of a release that is still to come': {
    config: { ...twoSegments(), needs: '99.1', weather: { rain: true } },
    async holds({ panel }) {
      await says(panel, 'This config was made with Selvedge 99.1');
      await says(panel, 'update the extension to edit or publish it');
      await panel.open('make');
      await expect(panel.says('Update the extension to begin with it')).toBeVisible();
      await expect(panel.button('Begin with what is live here')).toHaveCount(0);
    },
  },
  'a config of thousands of mistakes': {
    config: brokenChanges,
    errors: /./,
    async holds({ panel }) {
      await expect(panel.says('is not a config that works')).toBeVisible();
    },
  },
  'the beginnings of thirty thousand configs': {
    tag: `${tag}<script type="text/plain">${'{"version":1,"segments":[selvedge'.repeat(30_000)}</script>`,
    async holds({ panel }) {
      await says(panel, 'site.example, revision 7');
    },
  },
  'a ledger of seventy megabytes': {
    tag: '',
    head: database(
      "for (let i = 0; i < 1100; i++) events.add({ name: 'page_view', at: i + 1, props: { path: '/' + i, q: 'x'.repeat(64000) } })",
    ),
    async holds({ panel }) {
      await panel.press('Look at the page again');
      await panel.open('visitor');
      await expect(panel.says('/1099').first()).toBeVisible();
    },
  },
  'markup in every name of the config': {
    config: twoSegments({
      site: markup,
      segments: [
        { id: 'one', name: markup, description: markup, when: { kind: 'context', key: 'path', is: markup } },
      ],
      experiences: [
        {
          id: 'e',
          name: markup,
          status: 'live',
          pages: ['*'],
          variants: [{ id: 'v', name: markup, segment: 'one', changes: [] }],
        },
      ],
    }),
    async holds({ panel }) {
      await says(panel, '<img src=x');
      await panel.open('preview');
      await expect(panel.page.getByRole('radio', { name: '<img src=x' })).toBeVisible();
    },
  },
  'markup as version and title': {
    head: `document.title = ${JSON.stringify(markup)}; addEventListener('load', () => Object.defineProperty(window, 'selvedge', { value: { version: ${JSON.stringify(markup)} } }))`,
    async holds({ panel }) {
      await says(panel, '<img src=x');
    },
  },
  'a version that throws when it is asked for': {
    head: "addEventListener('load', () => Object.defineProperty(window, 'selvedge', { get() { throw new Error('no') } }))",
    async holds({ panel }) {
      await says(panel, 'The tag is on this page, but does not run');
    },
  },
  'a config that reaches for prototypes': {
    config: '{"version":1,"site":"s","revision":1,"segments":[],"experiences":[],"__proto__":{"owned":1}}',
    async holds({ panel }) {
      await says(panel, '__proto__');
      expect(
        await panel.page.evaluate(() => ({}) as { owned?: number }).then((empty) => empty.owned),
      ).toBeUndefined();
    },
  },
  'a config nested ten thousand deep': {
    config: `{"version":1,"site":"s","revision":1,"experiences":[],"segments":[{"id":"a","name":"a","when":${'{"kind":"all","of":['.repeat(10_000)}${']}'.repeat(10_000)}}]}`,
    // the tag of the page itself gives up on it
    errors: /Maximum call stack|too much recursion/,
    async holds({ panel }) {
      await says(panel, 'is not a config that works');
    },
  },
  'a config that runs script, sends away and restyles from elsewhere': {
    config: twoSegments({
      experiences: [
        {
          id: 'e',
          name: 'e',
          status: 'live',
          pages: ['*'],
          variants: [
            {
              id: 'v',
              name: 'v',
              segment: 'one',
              changes: [
                { kind: 'link', target: { css: '#go' }, href: 'javascript:owned=1' },
                { kind: 'html', target: { css: '#title' }, value: markup },
                { kind: 'redirect', url: 'https://evil.example/' },
                { kind: 'css', value: '@import url(https://evil.example/x.css);' },
              ],
            },
          ],
        },
      ],
    }),
    async holds({ panel, page }) {
      await says(panel, 'is not a config that works');
      expect(await page.evaluate(() => window.owned)).toBeUndefined();
    },
  },
  'addresses of files and of the browser as its config': {
    body: '<script data-config="file:///etc/hostname"></script><script data-config="chrome://version"></script><script data-config="javascript:owned=1"></script>',
    async holds({ panel }) {
      expect(await text(panel)).not.toContain('file:///');
      expect(await panel.page.evaluate(() => window.owned)).toBeUndefined();
    },
  },
  'nonsense in the ledger': {
    head: database(
      `for (const value of [1, 'x', null, { name: 1 }, { name: 'page_view', at: NaN, props: {} }, { name: 'page_view', at: 1, props: [1] }, { name: 'purchase', at: Infinity, props: {} }])
         try { events.add(Object(value)) } catch {}
       events.add({ name: ${JSON.stringify(markup)}, at: 5, props: { path: ${JSON.stringify(markup)}, items: 7 } });
       events.add({ name: 'page_view', at: 6, props: { path: ${JSON.stringify(markup)}, topics: { length: 1e9 } } });
       state.put({ seed: {}, profile: { traits: { __proto__: 1, x: ${JSON.stringify(markup)}, y: { z: 1 } }, prunedAt: 'x' } }, 'visitor')`,
    ),
    async holds({ panel }) {
      await panel.press('Look at the page again');
      await panel.open('visitor');
      await expect(panel.says('<img src=x').first()).toBeVisible();
    },
  },
  'a garbled and huge snapshot': {
    head: "localStorage.setItem('selvedge', '{\"consent\":\"granted\",' + 'x'.repeat(2e6))",
    async holds({ panel }) {
      await panel.open('visitor');
      await expect(panel.page.getByRole('heading', { name: 'Segments' })).toBeVisible();
    },
  },
});
