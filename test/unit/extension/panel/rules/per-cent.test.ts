// Chances as authors write them, and as a config holds them: no digit comes or goes on the way.

import { expect, test } from 'vitest';
import { fromPerCent, toPerCent } from '../../../../../extension/panel/rules/per-cent.ts';

test('each tenth of a per cent is the same there and back', () => {
  expect([0.07, 0.29, 0.125, 1].map(toPerCent)).toEqual([7, 29, 12.5, 100]);
  for (let tenths = 0; tenths <= 1000; tenths++) {
    const shown = String(toPerCent(tenths / 1000));
    expect(shown).toBe(String(Number(`${tenths}e-1`)));
    expect(fromPerCent(Number(shown))).toBe(tenths / 1000);
  }
});
