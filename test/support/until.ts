// Waits for a state in a unit test, as long as a loaded machine may need.
//
// Without a word of its own `vi.waitFor` gives it one second, which such a machine may not give a thread in all.

import { vi } from 'vitest';

/** @param holds throws, as `expect` does, for as long as it is not so */
export const until = <Answer>(holds: () => Answer | Promise<Answer>): Promise<Answer> =>
  vi.waitFor(holds, { timeout: 20_000 });
