// A newcomer's Chrome is told from a Chromium, so that they hear how to load the extension.

import { expect, test } from 'vitest';
import { isBranded } from '../../shop/is-branded.mjs';

test.each([
  ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', true],
  ['/usr/bin/google-chrome-stable', true],
  ['/opt/google/chrome/chrome', true],
  ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', true],
  ['/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing', false],
  ['/Applications/Chromium.app/Contents/MacOS/Chromium', false],
  ['/usr/bin/chromium', false],
  ['/root/.cache/ms-playwright/chromium-1200/chrome-linux/chrome', false],
])('%s loads extensions by hand only: %s', (path, branded) => expect(isBranded(path)).toBe(branded));
