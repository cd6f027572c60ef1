// A tag without a config whose config says `measure`: the rest that counts comes in the place of the other.

import { call, enter } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, serveBare } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const config = configOf({
  goals: [{ id: 'order', name: 'Order', event: 'purchase' }],
  measure: { ping: {}, tell: [{ to: 'dataLayer' }] },
  experiences: [
    experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Shown' }], {
      id: 'home',
      goal: 'order',
    }),
  ],
});
const PAGE = pageWith('<h1>Shop</h1><script>dataLayer = []</script>', 'data-config="/selvedge.json"');

for (const isThere of [true, false])
  test(`what counts is ${isThere ? 'there: it counts and tells' : 'missing: the page is as ever'}`, async ({
    page,
    site,
    guard,
  }) => {
    serveBare(site, { inTwo: true });
    site.serve('/selvedge.json', JSON.stringify(config));
    if (!isThere) site.serve('/selvedge-measure.js', { status: 404, body: 'missing' });
    site.serve('/', PAGE);
    const log: string[] = [];
    site.serve('/selvedge-ping', ({ url = '' }) => {
      log.push(url.replace(/&r=\w+$/, ''));
      return { status: 204, body: '' };
    });
    if (!isThere) guard.allow({ errors: /selvedge-measure/ });
    await enter(page, site.origin);
    await expect(page.getByRole('heading')).toHaveAccessibleName('Shown');
    await call(page, 'track', 'purchase', {});
    const lines = ['/selvedge-ping?v=1&e=home&o=1&a=on', '/selvedge-ping?v=1&e=home&o=1&a=on&g=order&n=1'];
    if (isThere) await expect.poll(() => log).toEqual(lines);
    else await expect.poll(() => guard.warnings.join()).toContain('measure: not known here');
    expect(log).toEqual(isThere ? lines : []);
  });
