// What a visitor sees of elements, and a page's HTML as it is compared with the control's.

/** In the page: what is painted of each of these, through shadow roots and with generated content. */
export const readSeen = (selectors) => {
  const generated = (element, which) => {
    const { content } = getComputedStyle(element, which);
    return /^"/.test(content) ? JSON.parse(content) : '';
  };
  const walk = (node) => {
    if (node.nodeType === 3) {
      const parent = node.parentElement ?? node.getRootNode().host;
      const range = document.createRange();
      range.selectNodeContents(node);
      const hasBoxes = [...range.getClientRects()].some(({ width, height }) => width && height);
      return parent && hasBoxes ? node.data : '';
    }
    if (node.nodeType !== 1) return '';
    const assigned = node.localName === 'slot' ? node.assignedNodes() : [];
    const parts = assigned.length ? assigned : (node.shadowRoot ?? node).childNodes;
    return generated(node, '::before') + [...parts].map(walk).join('') + generated(node, '::after');
  };
  return Object.fromEntries(
    selectors.map((css) => {
      const element = document.querySelector(css);
      return [css, element ? walk(element).replace(/\s+/g, ' ').trim() : null];
    }),
  );
};

/** In the page: its body in pieces, one for each tag and text; what scripts hold is left out. */
export const readBody = () =>
  document.body.outerHTML
    .replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1')
    .split(/(?=<)/)
    .map((piece) => piece.trim())
    .filter(Boolean);

/** Where two loads of the same page differ (random ids, hashes, times), digits and letters do not count. */
export const compareBodies = (one, other, body) => {
  const loose = new Set();
  one.forEach((piece, i) => {
    if (piece !== other[i]) loose.add(i);
  });
  if (one.length !== other.length) return { isRandom: true };
  const at = one.findIndex((piece, i) => !loose.has(i) && piece !== body[i]);
  if (at < 0 && one.length === body.length) return {};
  const place = at < 0 ? Math.min(one.length, body.length) : at;
  return { wanted: one.slice(place, place + 3).join(''), got: body.slice(place, place + 3).join('') };
};
