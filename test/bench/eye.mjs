// Runs inside the page: what each painted frame showed of the five changes, and Chromium's own figures.
//
// When it looks: in a ResizeObserver, the last script before paint, which a probe in a shadow root sets off in
// each frame (nobody else's MutationObserver sees it). Headline, ribbon, line and link are read from what is
// rendered. The photo is not: while a new src loads, Chromium goes on painting the old picture but answers for
// the new one, so its paints are taken from Element Timing (the page's <img> carries `elementtiming`).
// Self-contained: it is sent to the page as text.

/** @param {{ original: object, variant: object }} wanted */
export function watchPage({ original, variant }) {
  const eye = { frames: [], photos: [], shift: 0, largest: 0, first: 0, blocked: 0, longTasks: [] };
  globalThis.__eye = eye;
  const host = document.createElement('div');
  const probe = document.createElement('div');
  host.attachShadow({ mode: 'closed' }).append(probe);
  host.style.cssText = 'position:fixed;visibility:hidden;width:2px;height:1px;top:0;left:0;contain:strict';
  let count = 0;

  const isSeen = (element) =>
    !!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getClientRects().length > 0;
  function readText(node) {
    if (node instanceof Text) return node.data;
    const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    return [...(slotted.length ? slotted : (node.shadowRoot ?? node).childNodes)].map(readText).join('');
  }
  function look() {
    const title = document.querySelector('#hero-title');
    const lead = document.querySelector('#hero-lead');
    const button = document.querySelector('#hero-cta');
    if (!title) return;
    // the parser has not come this far: nothing of it is shown yet
    const seen = (element, is) => (isSeen(element) ? (is ? 'v' : 'o') : '-');
    const text = readText(title).trim();
    const state =
      seen(title, text !== original.headline) +
      seen(lead, isSeen(document.querySelector('.bench-line'))) +
      (isSeen(document.querySelector('.ribbon')) ? 'o' : isSeen(title) ? 'v' : '-') +
      seen(button, button?.getAttribute('href') === variant.link);
    const photo = document.querySelector('#hero-image');
    // a new element in its place: what it shows is what was fetched for it
    if (photo && !photo.hasAttribute('elementtiming') && photo.complete && photo.naturalWidth) {
      const { pathname } = new URL(photo.currentSrc);
      if (eye.photos.at(-1)?.[1] !== pathname) eye.photos.push([performance.now(), pathname]);
    }
    const isBlank = !isSeen(document.querySelector('.brand')) && !isSeen(title);
    eye.frames.push([performance.now(), isBlank ? 'blank' : state]);
  }
  new ResizeObserver(look).observe(probe);
  function tick() {
    requestAnimationFrame(tick);
    if (!document.documentElement) return;
    if (!host.isConnected) document.documentElement.append(host);
    probe.style.width = count++ % 2 ? '1px' : '2px';
  }
  requestAnimationFrame(tick);

  const observe = (type, see) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
  observe('element', ({ renderTime, loadTime, url }) =>
    eye.photos.push([renderTime || loadTime, new URL(url).pathname]),
  );
  observe('layout-shift', ({ value }) => {
    eye.shift += value;
  });
  observe('largest-contentful-paint', ({ startTime }) => {
    eye.largest = startTime;
  });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') eye.first = startTime;
  });
  observe('longtask', ({ duration }) => {
    eye.blocked += Math.max(0, duration - 50);
    eye.longTasks.push(Math.round(duration));
  });
  /** Bytes of the page and what it loads but for its own pictures and styles: what its paint waits for by the
   * browser's word, and all that it had asked for by then. */
  eye.countBytes = () => {
    const [page] = performance.getEntriesByType('navigation');
    const files = performance
      .getEntriesByType('resource')
      .filter(({ name }) => !new URL(name).pathname.startsWith('/assets/'));
    const sum = (list) =>
      list.reduce((total, { encodedBodySize }) => total + encodedBodySize, page.encodedBodySize);
    return {
      blocking: sum(files.filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking')),
      early: sum(files.filter(({ startTime }) => startTime < eye.first)),
      all: sum(files),
    };
  };
  /** Every target is as it should be, for three frames, and the page and its modules have been loaded for so long (ms). */
  eye.isSettled = ([isVariant, quiet, modules]) => {
    const { loadEventEnd } = performance.getEntriesByType('navigation')[0];
    const files = performance.getEntriesByType('resource');
    const ends = modules.map(
      (module) => files.find(({ name }) => new URL(name).pathname === `/${module}`)?.responseEnd || Infinity,
    );
    const photo = isVariant ? variant.photo : original.photo;
    const last = eye.frames.slice(-3);
    return (
      loadEventEnd > 0 &&
      performance.now() > Math.max(loadEventEnd, ...ends) + quiet &&
      last.length === 3 &&
      last.every(([, state]) => state === (isVariant ? 'vvvv' : 'oooo')) &&
      eye.photos.some(([, path]) => path === photo)
    );
  };
}

/** In a page: whether its headline reads so. @param {string} text */
export function isHeadline(text) {
  const title = document.querySelector('#hero-title');
  return (title?.shadowRoot ?? title)?.textContent.trim() === text;
}

/**
 * @param {{ frames: [number, string][], photos: [number, string][] }} eye what the page's eye saw
 * @param {{ original: { photo: string }, variant: { photo: string } }} wanted
 * @returns ms: `variantAt` since navigation began, `flicker` painted with something of the original, `blank` painted
 *   with nothing; `photoAt` when the variant's photo was painted
 */
export function judge({ frames, photos }, { original, variant }) {
  const spans = frames.map(([at, state], index) => ({ from: at, to: frames[index + 1]?.[0] ?? at, state }));
  const find = (path) => photos.find(([, of]) => of === path)?.[0];
  const photoAt = find(variant.photo);
  const wrongPhotoAt = find(original.photo);
  const last = spans.at(-1)?.to ?? 0;
  const wrong = spans.filter(({ state }) => state.includes('o'));
  if (wrongPhotoAt !== undefined)
    wrong.push({ from: wrongPhotoAt, to: Math.max(photoAt ?? last, wrongPhotoAt) });
  const whole = spans.find(({ state }) => state === 'vvvv');
  return {
    flicker: union(wrong),
    blank: union(spans.filter(({ state }) => state === 'blank')),
    photoAt,
    variantAt: whole && photoAt !== undefined ? Math.max(whole.from, photoAt) : undefined,
  };
}

/** Length of time covered by at least one span (ms). */
function union(spans) {
  let sum = 0;
  let until = -Infinity;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return sum;
}
