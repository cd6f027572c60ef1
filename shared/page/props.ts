// Makes what the page hands over fit to be remembered: plain values only, personal data out.
//
// GA4's `items` stay as JSON-safe objects, because rules reach into them (`items.price`).

import type { Props } from '../schema/props.ts';
import { isOfAmount, isOfPerson, isOfThing } from './names.ts';
import { isPersonal, THING } from './scrub.ts';

const MOST = 50;
/**
 * @param dropped called with the path of each value that was left out because it looks personal
 * @param isStated what the site or the visitor said on purpose: a name may be among it, an address not
 */
export function toProps(given: object, dropped: (path: string) => void, isStated?: boolean): Props {
  const clean = (value: unknown, key: string, path: string, depth: number): unknown => {
    // null takes a trait away
    if (typeof value === 'boolean' || (isStated && value === null)) return value;
    const isText = typeof value === 'string';
    const isLong = isOfThing(path) || (!isText && isOfAmount(key));
    const isTold = isText || Number.isInteger(value);
    if ((!isStated && isOfPerson(path)) || (isTold && isPersonal(String(value), isLong ? THING : undefined)))
      return dropped(path);
    if (isText) return value.slice(0, 500);
    if (Number.isFinite(value)) return value;
    if (!value || typeof value !== 'object' || depth > 2) return undefined;
    if (Array.isArray(value))
      return value
        .slice(0, MOST)
        .map((item) => clean(item, key, path, depth + 1))
        .filter((item) => item !== undefined);
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, MOST)
        .map(([name, item]) => {
          const isBad = isPersonal(name);
          const below = [path, isBad ? '[removed]' : name].filter(Boolean).join('.');
          if (isBad) dropped(below);
          return [name, isBad ? undefined : clean(item, name, below, depth + 1)];
        })
        .filter(([name, item]) => item !== undefined && name !== '__proto__'),
    );
  };
  return clean({ ...given }, '', '', 0) as Props;
}
