// The tag as a tag manager puts it into a page: by a script that the page loads in its own time, from text, at the end of the
// body, as Google Tag Manager does with Custom HTML. What was asked before stands in the queue.

import { exported } from '../../support/page-api.ts';
import { experienceOf } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { heading, serve, text } from './serve.ts';

const CONTAINER = `
const put = () => {
  const box = document.createElement('div');
  box.innerHTML = '<script async src="/selvedge.js"><\\/script>';
  document.body.append(box);
  for (const read of box.querySelectorAll('script')) {
    const script = document.createElement('script');
    for (const { name, value } of read.attributes) script.setAttribute(name, value);
    read.replaceWith(script);
  }
};
if (document.body) put();
else addEventListener('DOMContentLoaded', put);
`;
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>
<script>
  selvedge = { q: [['set', { name: 'Ada' }], ['track', 'share']] };
  dataLayer = [{ event: 'sign_up' }];
</script>
<script async src="/container.js"></script></head><body><h1>Original</h1></body></html>`;

test('a tag that comes through a tag manager shows its changes late, and knows what was asked and told before', async ({
  page,
  site,
  guard,
}) => {
  serve(site, {
    segments: [{ id: 'ada', name: 'ada', when: { kind: 'trait', key: 'name', is: 'Ada' } }],
    experiences: [experienceOf('ada', [text('Ada')])],
  });
  site.serve('/', PAGE);
  site.serve('/container.js', CONTAINER);
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Ada');
  const names = async () => (await exported(page)).events.map(({ name }) => name);
  await expect.poll(names).toEqual(expect.arrayContaining(['share', 'sign_up', 'page_view']));
  expect(site.requests.filter((one) => one.startsWith('GET /selvedge.js'))).toHaveLength(1);
  expect(guard.warnings).toEqual([]);
});
