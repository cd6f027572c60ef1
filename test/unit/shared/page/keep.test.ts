// What is remembered of an address, and what is said about the rest.

import { expect, test, vi } from 'vitest';
import { createKeep } from '../../../../shared/page/keep.ts';
import { readArrival } from '../../../../snippet/observe/arrival.ts';

const look = (address: string, plain?: unknown) => {
  const warn = vi.fn();
  const keep = createKeep(plain as string[] | undefined, warn);
  const url = new URL(address, 'https://shop.example');
  const path = keep.path(url, 'page_view.path');
  return {
    path,
    said: warn.mock.calls.flat(),
    keep,
    url,
    warn,
  };
};

test.each<[address: string, plain: unknown, path: string]>([
  // a word below these may be somebody's name; the owner knows better
  ['/customers/acme', ['/customers/*'], '/customers/acme'],
  ['/profiles/aluminium-slot', ['/profiles/*'], '/profiles/aluminium-slot'],
  ['/p;jsessionid=A1B2/x', undefined, '/p/x'],
  ['/p;access_token=eyJhbGciOiJIUzI1NiJ9/x', undefined, '/p/x'],
  ['/a;password=geheim;x=1', undefined, '/a'],
  ['/itm/385912345678?q=1#top', undefined, '/itm/385912345678'],
  ['/2025550143', ['/2*'], '/2025550143'],
  ['/users/17', ['/users/*'], '/users/17'],
  ['/caf%c3%a9/0612345678', ['/café/*'], '/café/0612345678'],
])('%s with %j is kept as %s, and nothing is said', (address, plain, path) =>
  expect(look(address, plain)).toMatchObject({ path, said: [] }),
);

test.each<[address: string, plain: unknown, path: string]>([
  ['/customers/acme', ['/profiles/*'], '/customers/[removed]'],
  ['/profiles/aluminium-slot', undefined, '/profiles/[removed]'],
  ['/users/grace%40hopper.example', undefined, '/users/[removed]'],
  ['/p/grace%2540hopper.example', ['/p/*'], '/p/[removed]'],
  ['/2025550143', ['/p/*'], '/[removed]'],
  ['/2025550143', [], '/[removed]'],
  ['/2025550143', '*', '/[removed]'],
  ['/2025550143', { 0: '*' }, '/[removed]'],
  ['/app/#/invite/AbCdEf', undefined, '/app/#/invite/[removed]'],
])('%s with %j is kept as %s, and that is said', (address, plain, path) =>
  expect(look(address, plain)).toMatchObject({ path, said: ['page_view.path'] }),
);

test('of a visit, each part that is left out is said by its name, never by its value', () => {
  const { keep, url, warn } = look(
    '/?utm_source=grace%40hopper.example&utm_medium=email&utm_campaign=%2B49+151+23456789',
  );
  expect(readArrival(url, 'https://192.168.178.201/x', keep).arrival).toEqual({
    source: 'direct',
    medium: 'email',
    channel: 'email',
    landing: '/',
  });
  const said = JSON.stringify(warn.mock.calls);
  for (const place of ['source', 'campaign', 'referrer']) expect(said).toContain(`visit_start.${place}`);
  expect(said).not.toMatch(/hopper|151|192/);
});
