// A click on a link to the visitor's own view opens it, whatever the page has named its fields.

import { afterAll, expect, test, vi } from 'vitest';

afterAll(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('a link around a form that holds a field named closest opens the view, and nothing is said', async () => {
  vi.resetModules();
  const warn = vi.fn();
  class Element {
    around: unknown;
    closest(): unknown {
      return this.around;
    }
  }
  class Anchor extends Element {
    hash = '#selvedge-privacy';
  }
  const document = Object.assign(new EventTarget(), { readyState: 'loading' });
  vi.stubGlobal(
    'window',
    Object.assign(new EventTarget(), { setTimeout: () => 0, clearTimeout() {}, console: { warn } }),
  );
  vi.stubGlobal('document', document);
  vi.stubGlobal('location', { hash: '', origin: 'https://shop.example' });
  vi.stubGlobal('Element', Element);
  vi.stubGlobal('HTMLAnchorElement', Anchor);
  const { watchLinks } = await import('../../../snippet/open-mirror.ts');
  const open = vi.fn();
  watchLinks(open);
  const clickOn = (clicked: unknown) => {
    const event = Object.assign(new Event('click', { cancelable: true }), { composedPath: () => [clicked] });
    document.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const form = (around: unknown) => Object.assign(new Element(), { around, closest: new Element() });
  expect(clickOn(form(new Anchor()))).toBe(true);
  expect(open).toHaveBeenCalledTimes(1);
  expect(clickOn(form(null))).toBe(false);
  expect(open).toHaveBeenCalledTimes(1);
  warn.mockClear();
  expect(clickOn(form(undefined))).toBe(false);
  expect(warn).not.toHaveBeenCalled();
});
