// From a page that an experience is not for back to one that it is for.

/**
 * @param last where it was edited last on one of its own pages
 * @returns that, else the first page that is named whole
 */
export function findWayBack(
  pages: readonly string[],
  url: string,
  last: string | undefined,
): string | undefined {
  const { origin } = new URL(url);
  const whole = pages.find((one) => !one.startsWith('!') && !one.includes('*'));
  return [last, whole]
    .flatMap((one) => (one === undefined ? [] : new URL(one, url)))
    .find((one) => one.origin === origin)?.href;
}
