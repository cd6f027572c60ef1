// Which of a condition's lines is a page's.
import { expect, test } from 'vitest';
import { fitsPages, readPageAddress, readPageQuery } from '../../../../../shared/engine/glob.ts';
import {
  type OwnPage,
  outcomeOf,
  type PageTest,
  placeOfTopics,
} from '../../../../../shared/engine/lines/page-test.ts';
import { holds } from '../../../../../shared/engine/predicate.ts';

const page = (path: string, events: OwnPage['events'] = {}): OwnPage => ({
  address: readPageAddress(new URL(path, 'https://shop.example'), readPageQuery),
  events: { page_view: { path, topics: [] }, ...events },
});
const search: PageTest = { kind: 'events', of: [{ event: 'search' }] };
const mail: PageTest = { kind: 'events', of: [{ event: 'visit_start', where: { channel: 'email' } }] };
const lead: PageTest = { kind: 'events', of: [{ pages: ['/a'] }, { pages: ['/b'] }] };
const topics: PageTest = { kind: 'topics', lists: [[], ['a'], ['a', 'b'], ['a,b']] };
const about = (...list: string[]) => page('/', { page_view: { path: '/', topics: list } });

test.each<[what: string, tests: PageTest[], page: OwnPage, place: number | undefined]>([
  ['nothing is asked', [], page('/'), 0],
  ['no', [search], page('/'), 0],
  ['yes', [search], page('/', { search: { term: 'x' } }), 1],
  ['an event whose props fail', [mail], page('/', { visit_start: { channel: 'direct' } }), 0],
  ['an event whose props pass', [mail], page('/', { visit_start: { channel: 'email' } }), 1],
  ['one of some captures', [lead], page('/b'), 1],
  ['none of them', [lead], page('/c'), 0],
  ['the first test counts least', [search, lead], page('/a'), 2],
  ['both', [search, lead], page('/a', { search: {} }), 3],
  ['topics', [topics], about('a', 'b'), 2],
  ['topics are told apart whatever their names', [topics], about('a,b'), 3],
  ['topics and a yes', [topics, search], page('/', { search: {} }), 4],
  ['topics that nobody foresaw', [topics, search], about('b'), undefined],
  ['the path is no place', [{ kind: 'path' }, search], page('/a', { search: {} }), 1],
])('%s', (_what, tests, page, place) =>
  expect(outcomeOf(tests, page, holds, { fitsPages, placeOfTopics }).place).toBe(place),
);

test('the path goes along', () =>
  expect(outcomeOf([], page('/a'), holds, { fitsPages, placeOfTopics }).path).toBe('/a'));
