// Whether the author has allowed the site: also when they did so elsewhere, as in the browser's own menu.

import '../../../../support/fake-browser.ts';
import { beforeEach, expect, test } from 'vitest';
import { createPage } from '../../../../../extension/panel/site/page.ts';
import { createSiteAccess } from '../../../../../extension/panel/site/site-access.ts';
import { fake } from '../../../../support/fake-browser.ts';
import { lookAt, openPage } from '../../../../support/fake-stage.ts';
import { usePanelLife } from '../../../../support/panel-life.ts';
import { until } from '../../../../support/until.ts';

const over = usePanelLife();
beforeEach(() => openPage());

test('a site that is allowed elsewhere is known to be at once', async () => {
  const page = createPage();
  const access = createSiteAccess({ look: page.look });
  // the page is not looked at anew for it
  page.look.value = lookAt();
  access.start(over.signal);
  expect(access.isSiteAllowed.value).toBe(false);
  fake.allow('https://shop.example/*');
  await until(() => expect(access.isSiteAllowed.value).toBe(true));
});
