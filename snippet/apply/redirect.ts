// The one change that leaves the page: same origin, at most once a visit and experience, never in a circle. Of several
// the first one leads: what comes after it would replace it, and both would count.

import { readAddress } from '../../shared/grammar/address.ts';
import { REDIRECTED } from '../redirected.ts';

let isLed = false;

/**
 * Goes to `url` in place of this page.
 * @param once says which experience and visit this is, so that it happens once; undefined where nothing may be
 *   stored: then only an arrival from another site is redirected, which cannot go in a circle either
 * @param isDry only looks whether it would, and counts as having done it: the holdout is counted by the same test
 * @returns whether the page is being left, or would be; undefined where `url` is no address of this site
 */
export function redirect(url: unknown, once: string | undefined, isDry?: boolean): boolean | undefined {
  const to = readAddress(url, location.href);
  // the scheme before the origin: in a frame without one of its own "null" equals that of javascript: and data:
  if (!to || !/^https?:$/.test(to.protocol) || to.origin !== location.origin) return;
  if (isLed || to.pathname === location.pathname) return false;
  try {
    if (once === undefined) {
      if (document.referrer.startsWith(`${location.origin}/`)) return false;
    } else {
      const done = sessionStorage.getItem(REDIRECTED) ?? '';
      if (done.split('\n').includes(once)) return false;
      sessionStorage.setItem(REDIRECTED, `${done}\n${once}`);
    }
  } catch {
    return false; // without memory there is no promise against circles
  }
  if (isDry) return true;
  for (const [name, value] of new URLSearchParams(location.search))
    if (!to.searchParams.has(name)) to.searchParams.append(name, value);
  to.hash ||= location.hash;
  location.replace(to);
  isLed = true;
  return true;
}
