// Runs inside the page: writes down what every painted frame shows, and what moved.
//
// When to look: animation frame callbacks run before layout and other callbacks may still change the page after
// ours, so we look in a ResizeObserver, the last script before paint
// (https://html.spec.whatwg.org/multipage/webappapis.html#update-the-rendering, steps 14 to 22). A probe of one or
// two invisible pixels changes its width each frame, so that it fires in each.
// What is painted: text that has boxes in the flat tree (so children hidden by a shadow root do not count) and
// is neither transparent nor invisible, generated content where asked for, and pictures that have arrived.
// Self-contained: it is sent to the page as text. Reports with console.debug, which outlives a navigation.

export interface SamplerOptions {
  /** first word of each report */
  mark: string;
  /** only elements that match are read, with their generated content; '' reads the body, without */
  watch: string;
}

export function sampleFrames({ mark, watch }: SamplerOptions): void {
  const { debug } = console;
  const probe = document.createElement('selvedge-test-probe');
  const places = new WeakMap<Element, { x: number; y: number }>();
  let frame = 0;
  let lastText: string | undefined;

  const say = (report: object) =>
    debug.call(console, mark + JSON.stringify({ path: location.pathname, ...report }));
  const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

  function isSeen(element: Element): boolean {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { color, webkitTextFillColor: fill } = getComputedStyle(element);
    return ![color, fill].some((value) => /^rgba\(.*, 0\)$|^transparent$/.test(value));
  }

  function readText(node: Text): string {
    const text = squeeze(node.data);
    const parent = node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
    if (!text || !parent || !isSeen(parent)) return '';
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some(({ width, height }) => width && height) ? text : '';
  }

  function readGenerated(element: Element, which: '::before' | '::after'): string {
    const { content } = getComputedStyle(element, which);
    return content.startsWith('"') && isSeen(element) ? content.slice(1, -1) : '';
  }

  /** The parts of the flat tree below this node: shadow content and slotted nodes instead of plain children. */
  function getParts(node: Node): Node[] {
    if (node instanceof HTMLSlotElement) {
      const assigned = node.assignedNodes();
      if (assigned.length) return assigned;
    }
    return [...((node as Element).shadowRoot ?? node).childNodes];
  }

  function read(node: Node, out: string[]): void {
    if (node instanceof Text) {
      out.push(readText(node));
      return;
    }
    if (!(node instanceof Element) || /^(script|style|template|noscript)$/.test(node.localName)) return;
    if (watch) out.push(readGenerated(node, '::before'));
    if (node instanceof HTMLImageElement && node.complete && node.naturalWidth && isSeen(node)) {
      out.push(`[image ${new URL(node.currentSrc || node.src).pathname}]`);
    }
    for (const part of getParts(node)) read(part, out);
    if (watch) out.push(readGenerated(node, '::after'));
  }

  function describe(element: Element): string {
    return (
      element.localName +
      (element.id && `#${element.id}`) +
      [...element.classList].map((name) => `.${name}`).join('')
    );
  }

  /** Boxes that moved by 3 CSS px or more since the last frame without scrolling, as in the Layout Instability spec. */
  function findMoves(): object[] {
    const moved = new Map<Element, string>();
    const moves: object[] = [];
    for (const element of document.querySelectorAll('body *')) {
      const { left, top, width, height, bottom } = element.getBoundingClientRect();
      const was = places.get(element);
      const now = { x: left + scrollX, y: top + scrollY };
      places.delete(element);
      if (!width || !height) continue;
      places.set(element, now);
      if (!was) continue;
      const by = { x: Math.round(now.x - was.x), y: Math.round(now.y - was.y) };
      const isNear = bottom > 0 && Math.min(top, was.y - scrollY) < innerHeight;
      if (!isNear || Math.max(Math.abs(by.x), Math.abs(by.y)) < 3) continue;
      moved.set(element, `${by.x} ${by.y}`);
      // what only went along with its parent is not news
      const parent = element.parentElement;
      if (!parent || moved.get(parent) !== moved.get(element))
        moves.push({ element: describe(element), ...by });
    }
    return moves;
  }

  function look(): void {
    frame++;
    const at = performance.now();
    const roots = watch ? [...document.querySelectorAll(watch)] : [document.body];
    const out: string[] = [];
    for (const root of roots) if (root) read(root, out);
    const text = squeeze(out.filter(Boolean).join(' '));
    if (text !== lastText) say({ kind: 'frame', frame, at, text });
    lastText = text;
    for (const move of findMoves()) say({ kind: 'move', frame, at, ...move });
  }

  function tick(): void {
    requestAnimationFrame(tick);
    const root = document.documentElement;
    if (!root) return;
    if (!probe.isConnected) root.append(probe);
    probe.style.width = frame % 2 ? '1px' : '2px';
  }

  for (const [name, value] of Object.entries({
    display: 'block',
    position: 'fixed',
    visibility: 'hidden',
    height: '1px',
    width: '1px',
    top: '0',
    left: '0',
  })) {
    probe.style.setProperty(name, value);
  }
  new ResizeObserver(look).observe(probe);
  requestAnimationFrame(tick);

  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        say({ kind: 'shift', value: (entry as PerformanceEntry & { value: number }).value });
    }).observe({ type: 'layout-shift', buffered: true });
  }

  const settle = async (token: string) => {
    // two more painted frames, then a task, in which the observers have delivered
    for (let left = 2; left; left--) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    say({ kind: 'settled', token, frames: frame });
  };
  Object.defineProperty(globalThis, Symbol.for('selvedge.test.settle'), { value: settle });
}
