// Publishing from the real panel to a real Apache httpd with mod_dav, beside another author.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../../shared/schema/config.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { readDownload } from '../../support/read-download.ts';
import { bareFiles } from '../../support/tag.ts';
import { ensureApache, openApache } from './apache.ts';

const missing = ensureApache();
test.skip(missing !== undefined, missing);

const config: Config = {
  version: 1,
  site: 'dav.example',
  revision: 1,
  privacy: { consent: 'implied' },
  segments: [],
  experiences: [
    {
      id: 'hello',
      name: 'Hello',
      status: 'live',
      pages: ['/'],
      variants: [
        {
          id: 'a',
          name: 'A',
          segment: 'everyone',
          changes: [{ kind: 'text', target: { css: 'h1' }, value: 'Hello' }],
        },
      ],
    },
  ],
};
const PAGE = `<!doctype html><html lang="en"><head><title>Dav</title><script src="/selvedge.js" data-config="/selvedge.json"></script></head>
<body><h1>Original</h1><p id="lead">Lead</p></body></html>`;

// in a browser of its own: what a shared one saves lies in a folder that goes with its first test
test('Apache gets the draft with If-Match; what another author published meanwhile is merged, never overwritten', async ({
  extension,
  page,
  browserName,
}) => {
  const apache = await openApache(
    {
      'index.html': PAGE,
      ...bareFiles(),
      'selvedge.json': JSON.stringify(config),
    },
    { name: 'author', password: 'pass:word' },
  );
  try {
    await extension.allowHost('http://localhost/*');
    await page.goto(`${apache.origin}/`);
    const panel = await openPanelFor(extension, page, 'make');
    await panel.begin('live');
    await panel.openExperience('Hello');
    await panel.holdOut('10');
    await panel.back();
    await panel.openPublishing();
    await expect(panel.says('Hello: holdout changed from nothing to 0.1.')).toBeVisible();

    // what belongs beside the tag comes out as the build made it; Firefox tells no driver of a panel's downloads
    await panel.says('Files that belong beside the tag, once').click();
    for (const name of browserName === 'chromium'
      ? ['selvedge-panel.js', 'selvedge-languages.js', 'selvedge-purify.js', 'selvedge-block.js']
      : []) {
      const [saved] = await Promise.all([panel.page.waitForEvent('download'), panel.press(`Save ${name}`)]);
      expect(saved.suggestedFilename()).toBe(name);
      expect(await readDownload(panel.page, saved)).toBe(
        readFileSync(join(import.meta.dirname, '../../../dist', name), 'utf8'),
      );
    }

    await panel.field(/^Which file/).selectOption('json');
    await panel.address.fill(`${apache.origin}/selvedge.json`);
    await panel.field('Signs in with').selectOption('basic');
    await panel.page.getByRole('textbox', { name: 'Name:password' }).fill('author:wrong');
    await panel.publish();
    await expect(panel.outcome).toHaveAttribute('data-outcome', 'refused');
    expect(JSON.parse(apache.read('selvedge.json'))).toEqual(config);

    // Apache calls the ETag of a young file weak: the panel waits until it is not
    await panel.page.getByRole('textbox', { name: 'Name:password' }).fill('author:pass:word');
    await panel.publish();
    await expect(panel.outcome).toHaveAttribute('data-outcome', 'published');
    const published: Config = JSON.parse(apache.read('selvedge.json'));
    expect(published).toMatchObject({ revision: 2, experiences: [{ id: 'hello', holdout: 0.1 }] });

    // somebody else publishes: another text, with another tool
    published.revision = 3;
    published.experiences[0]!.pages = ['/', '/tents'];
    const theirs = JSON.stringify(published);
    const put = await fetch(`${apache.origin}/selvedge.json`, {
      method: 'PUT',
      body: theirs,
      headers: { authorization: `Basic ${btoa('author:pass:word')}` },
    });
    expect(put.ok).toBe(true);

    await panel.back();
    await panel.openExperience('Hello');
    await panel.holdOut('20');
    await panel.back();
    await panel.openPublishing();
    await panel.publish();
    await expect(panel.outcome).toHaveAttribute('data-outcome', 'changed');
    expect(apache.read('selvedge.json')).toBe(theirs);
    await panel.press('Merge it into my draft');
    await expect(panel.outcome).toHaveCount(0);
    await panel.publish();
    await expect(panel.outcome).toHaveAttribute('data-outcome', 'published');
    expect(JSON.parse(apache.read('selvedge.json'))).toMatchObject({
      revision: 4,
      experiences: [{ pages: ['/', '/tents'], holdout: 0.2 }],
    });
  } finally {
    await apache.close();
  }
});
