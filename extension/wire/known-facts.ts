// Facts as they can be sent and kept: without those that nobody knows.
import type { Facts } from '../../shared/engine/view.ts';

export function knownFacts(facts: Facts): Record<string, NonNullable<Facts[string]>> {
  const known: Record<string, NonNullable<Facts[string]>> = {};
  for (const [name, value] of Object.entries(facts)) if (value !== undefined) known[name] = value;
  return known;
}
