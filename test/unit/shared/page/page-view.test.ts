// What a page view is remembered as, of a visitor and of a previewed one.

import { expect, test } from 'vitest';
import { createKeep } from '../../../../shared/page/keep.ts';
import { viewEvents } from '../../../../shared/page/page-view.ts';
import type { Config } from '../../../../shared/schema/config.ts';

const config: Pick<Config, 'topics' | 'capture'> = {
  topics: [{ topic: 'tents', pages: ['/tents*'] }],
  capture: [
    {
      kind: 'page',
      event: 'saw_tents',
      pages: ['/tents*'],
      props: { depth: 1, mail: 'ada@lovelace.example' },
    },
    { kind: 'page', event: 'saw_stoves', pages: ['/stoves*'] },
    { kind: 'click', event: 'asked', target: { css: 'button' } },
  ],
};
const of = (address: string, isMissing = false, dropped: string[] = []) =>
  viewEvents(
    config,
    new URL(address, 'https://shop.example'),
    createKeep(undefined, (place) => void dropped.push(place)),
    isMissing,
  );

test('a view, its topics and its name, without what looks personal', () => {
  const dropped: string[] = [];
  expect(of('/tents/grace@hopper.example', false, dropped)).toEqual([
    { name: 'page_view', props: { path: '/tents/[removed]', topics: ['tents'] } },
    { name: 'saw_tents', props: { depth: 1 } },
  ]);
  expect(dropped).toEqual(['page_view.path', 'saw_tents.mail']);
});

test('a search is in the view and an event of its own; one that looks personal is neither', () => {
  expect(of('/find?q=warm+socks')).toEqual([
    { name: 'page_view', props: { path: '/find', topics: [], q: 'warm socks' } },
    { name: 'search', props: { term: 'warm socks' } },
  ]);
  expect(of('/find?q=grace@hopper.example')).toEqual([
    { name: 'page_view', props: { path: '/find', topics: [] } },
  ]);
});

test('a page that is not there is told last', () => {
  expect(of('/gone', true).map(({ name, props }) => [name, props.path])).toEqual([
    ['page_view', '/gone'],
    ['page_not_found', '/gone'],
  ]);
});
