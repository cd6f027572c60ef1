// Makes what the page hands over fit to be remembered: plain values only, personal data out.
//
// GA4's `items` stay as JSON-safe objects, because rules reach into them (`items.price`).

import type { Props } from '../../shared/schema/props.ts';
import { scrub } from './scrub.ts';

const MOST = 50;
/** Numbers that name a thing, not a person: shops write them with nine digits and more. */
const NAMES_A_THING = /^(transaction|item|order|product)_id$/;

/** @param dropped called with the path of each value that was left out because it looks personal */
export function toProps(given: object, dropped: (path: string) => void): Props {
  const clean = (value: unknown, key: string, path: string, depth: number): unknown => {
    if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
    if (typeof value === 'boolean') return value;
    if (typeof value === 'string') {
      if (scrub(value) === value || (NAMES_A_THING.test(key) && /^\d+$/.test(value)))
        return value.slice(0, 500);
      dropped(path);
      return undefined;
    }
    if (!value || typeof value !== 'object' || depth > 2) return undefined;
    if (Array.isArray(value))
      return value
        .slice(0, MOST)
        .map((item) => clean(item, key, path, depth + 1))
        .filter((item) => item !== undefined);
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, MOST)
        .map(([name, item]) => [name, clean(item, name, path ? `${path}.${name}` : name, depth + 1)])
        .filter(([name, item]) => item !== undefined && name !== '__proto__'),
    );
  };
  return clean({ ...given }, '', '', 0) as Props;
}
