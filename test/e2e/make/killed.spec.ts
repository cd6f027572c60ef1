// What an author did outlives the browser: killed with nothing flushed, and thrown away by mistake.

import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killBrowser } from '../../support/device.ts';
import { readOver } from '../../support/element.ts';
import { chromiumOnly, expect, getSetup, test } from '../../support/extension.ts';
import { openInChromium } from '../../support/extension-chromium.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { startVariant } from './begin.ts';

const PAGE =
  '<!doctype html><html lang="en"><head><title>Killed</title></head><body><h1>Title</h1><p id="lead">The lead</p></body></html>';

test(
  'a browser that is killed keeps every step; a draft thrown away comes back',
  chromiumOnly('the harness of Firefox installs the extension for a time only, which ends with the browser'),
  async ({ extensionRoot, site }) => {
    site.serve('/', PAGE);
    const profile = mkdtempSync(join(tmpdir(), 'selvedge-killed-'));
    const open = async () => {
      const extension = await openInChromium(getSetup(join(extensionRoot, 'chrome'), profile));
      await extension.allowHost('http://localhost/*');
      const page = await extension.context.newPage();
      await page.goto(site.origin);
      return { extension, page, panel: await openPanelFor(extension, page, 'make') };
    };

    const first = await open();
    await startVariant(first.panel);
    await first.panel.pick('h1');
    await first.panel.writeText('Dry nights');
    await first.panel.pick('#lead');
    await first.panel.writeText('Warm mornings');
    await killBrowser(first.extension.context);

    const { extension, page, panel } = await open();
    await panel.openExperience('Experience 1');
    await panel.openVariant();
    await expect(panel.changes).toHaveCount(2);
    await expect.poll(() => readOver(page, '#lead')).toBe('Warm mornings');
    await panel.undo('Text of the paragraph');
    await expect(panel.changes).toHaveCount(1);
    await panel.redo('Text of the paragraph');

    await panel.back();
    await panel.back();
    await panel.openHistory();
    await panel.press('Throw this draft away');
    await panel.press('Throw it away');
    await expect(panel.says(/You threw a draft away/)).toBeVisible();
    await panel.press('Bring it back');
    await panel.openExperience('Experience 1');
    await panel.openVariant();
    await expect(panel.changes).toHaveCount(2);

    await extension.context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 15, retryDelay: 100 });
  },
);
