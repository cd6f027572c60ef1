// Why what to expect of buyers is refused, in words that say what to do.
import { expect, test } from 'vitest';
import { sayValueFault } from '../../../../../extension/panel/learn/say-value-fault.ts';

test('where too little is remembered it is said where that is set, how it stands and what would be enough', () => {
  const said = sayValueFault({
    kind: 'forgotten',
    remembered: 0.7,
    needed: 0.95,
    retention: '90d',
    enough: 400,
  });
  expect(said).toContain('in the config (selvedge.json) as privacy.retention, now 90d');
  expect(said).toContain('write "privacy": { "retention": "400d" } or more there, and learn again');
  // an owner is whom it would be asked of
  expect(said).not.toMatch(/\bask\b/);
});
