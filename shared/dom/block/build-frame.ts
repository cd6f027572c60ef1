// The nodes of a block: what it says and holds, in the order in which it is read; everything is text or an attribute.
import { setAttribute } from '../native.ts';
import { copyCode } from './copy-code.ts';
import type { PlacedBlock } from './placed-block.ts';
import type { Held } from './read-fields.ts';
import type { OwnWords } from './words.ts';

const { createElement } = Document.prototype;
/** Made in the page's own document: a sheet of one document dresses nothing of another. */
export const make = (name: string): HTMLElement => createElement.call(document, name);

function add(into: Element, name: string, className = '', text = ''): HTMLElement {
  const element = make(name);
  element.textContent = text;
  if (className) element.className = className;
  into.append(element);
  return element;
}

function addButton(into: Element, className: string, text: string): HTMLElement {
  const button = add(into, 'button', className, text);
  setAttribute(button, 'type', 'button');
  return button;
}

function addCode(frame: Element, code: string, words: OwnWords): void {
  const holder = add(frame, 'div', 'code');
  const shown = add(holder, 'code', '', code);
  const button = addButton(holder, 'copy', words.copy);
  const status = add(holder, 'span');
  setAttribute(status, 'role', 'status');
  copyCode(shown, button, status, words);
}

export interface Frame {
  /** A dialog where it comes over the page and wants an answer, else a region with a name. */
  frame: HTMLElement;
  link?: HTMLElement;
  digits?: HTMLElement;
  close?: HTMLElement;
}

/** @param isClosable with a button that closes it */
export function buildFrame(
  { shape, place }: Pick<PlacedBlock, 'shape' | 'place'>,
  held: Held,
  words: OwnWords,
  hasAccent: boolean,
  isClosable: boolean,
): Frame {
  const { title, text, src, alt, label, href, code } = held;
  const isPopup = shape === 'popup';
  const frame = make(isPopup ? 'dialog' : 'div');
  const built: Frame = { frame };
  frame.className = `b ${shape}`;
  if (!isPopup) setAttribute(frame, 'role', shape === 'note' ? 'note' : 'region');
  setAttribute(frame, 'aria-label', title || text.slice(0, 120));
  if (typeof place === 'string') setAttribute(frame, 'data-over', '');
  if (src) {
    const image = add(frame, 'img');
    setAttribute(image, 'alt', alt);
    setAttribute(image, 'src', src);
  }
  const said = add(frame, 'div', 't');
  if (isPopup) {
    // read from its beginning, and no button is pressed by whoever was about to press another
    said.tabIndex = -1;
    said.autofocus = true;
  }
  if (title) add(said, 'h2', '', title);
  if (text) add(said, 'p', '', text);
  if (shape === 'countdown') {
    built.digits = add(frame, 'div');
    setAttribute(built.digits, 'role', 'timer');
  }
  if (code) addCode(frame, code, words);
  if (label) {
    built.link = add(frame, 'a', hasAccent ? 'on' : '', label);
    setAttribute(built.link, 'href', href);
  }
  if (isClosable) {
    built.close = addButton(frame, 'x', '×');
    setAttribute(built.close, 'aria-label', words.close);
  }
  return built;
}
