// Lays the page out at another width, as a still picture of itself, for the contact sheet.
//
// A frame of the page itself would need the site's leave (frame-ancestors) and would run its scripts again. So the
// page as it stands is copied, node by node and shadow roots too, into an empty frame that inherits the page's policy:
// its styles and pictures load as before, media rules follow the frame's width, and nothing runs.

import { t } from '../../../shared/words/t.ts';
import type { Shot } from '../../wire/stage-shapes.ts';
import { bare } from '../xray.ts';
import { settleLoads } from './settle.ts';

const HEIGHTS: Record<number, number> = { 390: 844, 820: 1180, 1280: 900 };
const LEFT_OUT = /^(script|noscript|iframe|frame|object|embed|template)$/;

type Copies = Map<Element, Element>;
type Frame = Window & typeof globalThis;

const readSheets = (of: DocumentOrShadowRoot): string[] =>
  [...of.adoptedStyleSheets].map((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText).join('\n'));

function adopt(into: Document | ShadowRoot, frame: Frame, texts: string[]): void {
  const { CSSStyleSheet } = bare(frame);
  for (const text of texts) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    bare(into).adoptedStyleSheets.push(sheet);
  }
}

function copy(node: Node, into: Document, frame: Frame, copies: Copies): Node | undefined {
  if (node.nodeType === 3) return into.createTextNode(node.nodeValue ?? '');
  if (!(node instanceof Element) || LEFT_OUT.test(node.localName) || node === host) return undefined;
  const twin = into.importNode(node, false);
  copies.set(node, twin);
  if (node.shadowRoot) {
    const root = twin.attachShadow({ mode: 'open', slotAssignment: node.shadowRoot.slotAssignment });
    adopt(root, frame, readSheets(node.shadowRoot));
    for (const child of node.shadowRoot.childNodes) {
      const made = copy(child, into, frame, copies);
      if (made) root.append(made);
    }
  }
  if (node instanceof HTMLImageElement) twin.setAttribute('loading', 'eager');
  for (const child of node.childNodes) {
    const made = copy(child, into, frame, copies);
    if (made) twin.append(made);
  }
  return twin;
}

let host: HTMLElement | undefined;
let stand: HTMLElement | undefined;

/** A floor over the page that only we see: a closed root, no attribute on the page's own elements. */
function openStand(): HTMLElement {
  if (stand?.isConnected) return stand;
  host = document.createElement('selvedge-sheet');
  const root = host.attachShadow({ mode: 'closed' });
  stand = document.createElement('div');
  Object.assign(stand.style, {
    position: 'fixed',
    inset: '0',
    zIndex: '2147483647',
    background: '#d9d6cd',
    overflow: 'hidden',
  });
  root.append(stand);
  document.documentElement.append(host);
  return stand;
}

export function clearStand(): void {
  host?.remove();
  host = stand = undefined;
}

/** To the end of what fades or flies in: a picture of its middle shows nothing that anybody would see. */
function finish(animations: Animation[]): void {
  for (const one of animations)
    try {
      one.finish();
    } catch {
      // one without an end goes on
    }
}

/** @param touched elements of the page whose copies are outlined */
export async function layOut(width: number, touched: Element[]): Promise<Shot> {
  const floor = openStand();
  const height = HEIGHTS[width] ?? Math.round(width * 0.75);
  const scale = Math.min(1, innerWidth / width, innerHeight / height);
  const frame = document.createElement('iframe');
  frame.setAttribute('title', t`Selvedge contact sheet`);
  Object.assign(frame.style, {
    position: 'absolute',
    left: '0',
    top: '0',
    width: `${width}px`,
    height: `${height}px`,
    border: '0',
    background: '#fff',
    transform: `scale(${scale})`,
    transformOrigin: '0 0',
  });
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  // standards mode; about:srcdoc has the page's policy and its base address
  frame.srcdoc = '<!doctype html>';
  floor.replaceChildren(frame);
  await loaded;
  const inner = frame.contentDocument;
  const view = inner?.defaultView;
  if (!inner || !view) throw new Error(t`the page does not let itself be laid out`);
  const copies: Copies = new Map();
  const made = copy(document.documentElement, inner, view, copies);
  if (made) inner.replaceChild(made, inner.documentElement);
  adopt(inner, view, readSheets(document));
  await settleLoads(inner);
  finish(inner.getAnimations());
  await new Promise((resolve) => setTimeout(resolve, 60));
  finish(inner.getAnimations());
  const marks = touched.flatMap((element) => {
    const box = copies.get(element)?.getBoundingClientRect();
    if (!box?.width || !box.height || box.top > height) return [];
    return [{ x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale }];
  });
  const box = { x: 0, y: 0, width: width * scale, height: height * scale };
  return { label: `${width}`, box, marks, unseen: touched.length - marks.length };
}
