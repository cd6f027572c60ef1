// Whose address a view has that was left before the rest came: its own, or nobody's.
import { afterEach, expect, test, vi } from 'vitest';
import { createKeep } from '../../../../shared/page/keep.ts';

vi.stubGlobal(
  'window',
  Object.assign(new EventTarget(), { setTimeout() {}, clearTimeout() {}, console, URL }),
);
const { leftViews } = await import('../../../../snippet/later/left-views.ts');

const ORIGIN = 'https://shop.example';
const keep = createKeep([], () => {});

/** @param left as it stands in the file */
function viewsOf(left: unknown, navigation: unknown, referrer: unknown = ''): (string | undefined)[] {
  vi.stubGlobal('window', { navigation });
  vi.stubGlobal('document', { referrer });
  vi.stubGlobal('location', { origin: ORIGIN });
  const text = JSON.stringify({ consent: 'implied', left });
  vi.stubGlobal('localStorage', { getItem: () => text, setItem() {} });
  return leftViews(keep).map(({ url }) => url?.pathname);
}

afterEach(() => vi.unstubAllGlobals());

const entry = (id: string, path: string) => ({ id, url: ORIGIN + path });
const tab = (from: object | null, ...entries: object[]) => ({
  entries: () => entries,
  activation: { from },
});

test.each<[what: string, navigation: unknown, referrer: string, path: string | undefined]>([
  ['in the list of this tab', tab(null, entry('a', '/seen'), entry('b', '/other')), '/other', '/seen'],
  ['replaced by this page', tab(entry('a', '/seen'), entry('b', '/here')), '/seen', '/seen'],
  ['of another tab', tab(entry('b', '/other'), entry('c', '/here')), '/other', undefined],
  ['replaced, in a browser that does not say by whom', { entries: () => [] }, '/seen', '/seen'],
  ['where there is no list', undefined, '/seen', '/seen'],
])('%s', (_what, navigation, referrer, path) =>
  expect(viewsOf([[1, 'a']], navigation, ORIGIN + referrer)).toEqual([path]),
);

test.each<[what: string, navigation: unknown]>([
  ['a menu', { entries: [{ title: 'Home', url: '/' }] }],
  ['a list of names', ['Home', 'About']],
  ['a text', 'main'],
  ['nothing', null],
  ['a list of what is no entry', { entries: () => [null, 'a', { id: 'a', url: '/' }] }],
  [
    'what throws',
    {
      entries() {
        throw new Error('mine');
      },
    },
  ],
])("the page's own `navigation` is %s: nobody knows", (_what, navigation) =>
  expect(viewsOf([[1, 'a']], navigation)).toEqual([undefined]),
);

test('an image has taken the name `referrer`: nobody knows', () =>
  expect(viewsOf([[1, '']], undefined, {})).toEqual([undefined]));

test.each<[what: string, left: unknown]>([
  ['a number', 5],
  ['an object', {}],
  ['views that are none', [null, 5, 'x', {}, { 0: 5 }, [], ['1', 'a'], [null]]],
])('%s in the place of views is no view', (_what, left) => expect(viewsOf(left, undefined)).toEqual([]));
