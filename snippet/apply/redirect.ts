// The one change that leaves the page: same origin, at most once a visit and experience, never in a circle.

const KEY = 'selvedge:redirected';

/**
 * Goes to `url` in place of this page.
 * @param once says which experience and visit this is, so that it happens once; undefined where nothing may be
 *   stored: then only an arrival from another site is redirected, which cannot go in a circle either
 * @returns whether the page is being left
 */
export function redirect(url: string, once: string | undefined): boolean {
  const to = new URL(url, location.href);
  if (to.origin !== location.origin || to.pathname === location.pathname) return false;
  try {
    if (once === undefined) {
      if (document.referrer.startsWith(`${location.origin}/`)) return false;
    } else {
      const done = sessionStorage.getItem(KEY) ?? '';
      if (done.split('\n').includes(once)) return false;
      sessionStorage.setItem(KEY, `${done}\n${once}`);
    }
  } catch {
    return false; // without memory there is no promise against circles
  }
  for (const [name, value] of new URLSearchParams(location.search))
    if (!to.searchParams.has(name)) to.searchParams.append(name, value);
  to.hash ||= location.hash;
  location.replace(to);
  return true;
}
