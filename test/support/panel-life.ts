// The life of a panel's stores in a unit test: each test has one of its own, and the fake browser is as new after it.

import { afterEach, beforeEach, vi } from 'vitest';
import { fake } from './fake-browser.ts';
import { ReaderHere } from './reader-here.ts';

vi.stubGlobal('Worker', ReaderHere);

/** @returns how long it lasts; `abort` ends it before the test does */
export function usePanelLife(): Pick<AbortController, 'signal' | 'abort'> {
  let life = new AbortController();
  beforeEach(() => {
    life = new AbortController();
  });
  afterEach(() => {
    life.abort();
    fake.reset();
  });
  return {
    get signal() {
      return life.signal;
    },
    abort: () => life.abort(),
  };
}
