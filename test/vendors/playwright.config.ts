// The same browsers as for the suite, and the vendors' specs alone.

import { defineConfig } from '@playwright/test';
import suite from '../../playwright.config.ts';

export default defineConfig({ ...suite, testDir: '.', outputDir: '../../test-results' });
