// For whom exposures and goals are counted, and where a redirect leads.

import type { Change } from '../../../shared/schema/change.ts';
import { call, enter, ready } from '../../support/page-api.ts';
import { experienceOf, pageWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { exposures, heading, serve, THREE, text } from './serve.ts';

test('exposures and goals say for which segment; both sides of a redirect are counted by the same test', async ({
  context,
  page,
  site,
}) => {
  const variants = (changes: Change[]) => [
    { id: 'a', name: 'a', segment: 'buyer', changes },
    { id: 'b', name: 'b', segment: 'everyone', changes },
  ];
  const away = [{ kind: 'redirect' as const, url: '/other' }];
  const here = [{ kind: 'redirect' as const, url: '/' }];
  serve(
    site,
    {
      goals: [{ id: 'in', name: 'in', event: 'login' }],
      segments: [{ id: 'buyer', name: 'buyer', when: { kind: 'count', event: 'purchase', is: { $gte: 1 } } }],
      experiences: [
        experienceOf('', [], { id: 'held', holdout: 1, pages: ['/'], variants: variants([text('Held')]) }),
        experienceOf('', [], { id: 'shown', pages: ['/'], variants: variants([text('Shown', 'h2')]) }),
        experienceOf('', [], { id: 'stays', holdout: 1, pages: ['/'], variants: variants(away) }),
        experienceOf('', [], { id: 'nowhere', holdout: 1, pages: ['/'], variants: variants(here) }),
        experienceOf('', [], { id: 'goes', pages: ['/go'], variants: variants(away) }),
      ],
    },
    THREE,
  );
  site.serve('/go', pageWith('<h1>Go</h1>'));
  await enter(page, site.origin);
  await expect.poll(async () => (await exposures(page)).length).toBe(3);
  await call(page, 'track', 'purchase', { value: 1 });
  await page.reload();
  await ready(page);
  // redirected once a visit, and so is who would have been
  await expect.poll(async () => (await exposures(page)).length).toBe(5);
  const of = (experience: string, segment: string) => ({
    experience,
    outcome: experience === 'shown' ? 'variant' : 'holdout',
    ...(experience === 'shown' && { variant: segment === 'buyer' ? 'a' : 'b' }),
    segment,
  });
  const all = await exposures(page);
  for (const one of [of('held', 'everyone'), of('shown', 'everyone'), of('stays', 'everyone')])
    expect(all.slice(0, 3)).toContainEqual(one);
  for (const one of [of('held', 'buyer'), of('shown', 'buyer')]) expect(all.slice(3)).toContainEqual(one);
  const goals = await page.evaluate(async () => {
    const told: unknown[] = [];
    window.selvedge.on('goal', (detail: unknown) => told.push(detail));
    await window.selvedge.track('login');
    return told;
  });
  expect(goals).toEqual([
    {
      goal: 'in',
      experiences: expect.arrayContaining([
        { id: 'held', outcome: 'holdout', segment: 'buyer' },
        { id: 'shown', outcome: 'variant', variant: 'a', segment: 'buyer' },
        { id: 'stays', outcome: 'holdout', segment: 'everyone' },
      ]),
    },
  ]);
  await page.goto(`${site.origin}/go`);
  await page.waitForURL('**/other');
  await ready(page);
  await expect
    .poll(async () => (await exposures(page)).at(-1))
    .toEqual({ experience: 'goes', outcome: 'variant', variant: 'a', segment: 'buyer' });
  expect((await context.pages()).length).toBe(1);
});

test('redirect: same site, once a visit, the query is kept, and it is counted', async ({ page, site }) => {
  serve(site, {
    experiences: [experienceOf('everyone', [{ kind: 'redirect', url: '/other?a=1' }], { pages: ['/'] })],
  });
  await page.goto(`${site.origin}/?utm_source=x&a=2`);
  await page.waitForURL('**/other?*');
  expect(new URL(page.url()).search).toBe('?a=1&utm_source=x');
  await ready(page);
  await expect
    .poll(() => exposures(page))
    .toEqual([{ experience: 'for-everyone', outcome: 'variant', variant: 'v', segment: 'everyone' }]);
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Original');
});

test('two redirects that point at each other end', async ({ page, site }) => {
  serve(site, {
    experiences: [
      experienceOf('everyone', [{ kind: 'redirect', url: '/other' }], { id: 'a', pages: ['/'] }),
      experienceOf('everyone', [{ kind: 'redirect', url: '/' }], { id: 'b', pages: ['/other'] }),
    ],
  });
  const asked = () => site.requests.filter((line: string) => /GET \/(other)?$/.test(line)).length;
  await page.goto(site.origin);
  // each may be loaded before it is left
  await expect.poll(asked).toBe(3);
  await expect(heading(page)).toHaveAccessibleName('Original');
  await ready(page);
  expect(asked()).toBe(3);
});
