// The history's methods where there is no Navigation API: wrapped, they are still the page's own.

import { afterEach, expect, test, vi } from 'vitest';
import { watchViews } from '../../../../shared/page/watch-views.ts';

afterEach(() => void vi.unstubAllGlobals());

test('what pushState and replaceState answer, the page gets, also of a router that put its own there', () => {
  class History {
    pushState(...given: unknown[]): unknown {
      return ['push', ...given];
    }
    replaceState(...given: unknown[]): unknown {
      return ['replace', ...given];
    }
  }
  const history = Object.assign(new History(), { replaceState: () => 'the router’s' });
  vi.stubGlobal('window', {});
  vi.stubGlobal('History', History);
  vi.stubGlobal('history', history);
  vi.stubGlobal('location', { href: 'https://shop.example/' });
  const { pushState } = History.prototype;
  watchViews(
    { listen() {}, quiet: (fn) => fn },
    () => {},
    () => {},
  );
  expect(History.prototype.pushState).not.toBe(pushState);
  expect(history.pushState(1, '', '/')).toEqual(['push', 1, '', '/']);
  expect(history.replaceState()).toBe('the router’s');
});
