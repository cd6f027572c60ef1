// A storage is slow or it hangs, and only time tells which: a slow one is waited for.

import { expect, test, vi } from 'vitest';

test('storage that answers after four seconds is not given up, one that does not after five is', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { setTimeout, clearTimeout });
  const { limit } = await import('../../../../snippet/remember/limit.ts');
  const late = vi.fn();
  const answered = limit(late);
  vi.advanceTimersByTime(4000);
  answered();
  vi.advanceTimersByTime(60_000);
  expect(late).not.toHaveBeenCalled();
  limit(late);
  vi.advanceTimersByTime(5001);
  expect(late).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
