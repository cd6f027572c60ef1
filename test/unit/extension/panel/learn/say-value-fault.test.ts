// Why what to expect of buyers is refused, in words that say what to do.
import { expect, test } from 'vitest';
import { sayValueFault } from '../../../../../extension/panel/learn/say-value-fault.ts';

test('where too little is remembered it is said for how long, and what would be enough', () => {
  const said = sayValueFault({
    kind: 'forgotten',
    remembered: 0.7,
    needed: 0.95,
    retention: '90d',
    enough: 400,
  });
  expect(said).toContain('they forget after 90 days');
  expect(said).toContain('400 days would be enough');
  // the panel does it
  expect(said).not.toMatch(/selvedge\.json|privacy\.retention/);
  // an owner is whom it would be asked of
  expect(said).not.toMatch(/\bask\b/);
});
