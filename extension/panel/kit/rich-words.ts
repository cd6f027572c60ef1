// What is done to the words of one rich field: keys, buttons, links, pasting. The browser edits, by the commands that all
// of them have, so its own undo works in the field; what comes of it is said as clean markup (rich-text.ts).
//
// https://w3c.github.io/editing/docs/execCommand/

import { grow } from '../../../shared/dom/grow.ts';
import { mayLink } from '../../../shared/grammar/address.ts';
import type { Markup } from '../../../shared/grammar/markup.ts';
import { BASE } from '../../../shared/schema/url.ts';
import type { Undo } from '../../wire/browser.ts';
import { type Reading, readRich, toHtml } from './rich-text.ts';

/** What words may hold: no markup, all but links, or all. */
export type Takes = 'text' | 'words' | 'links';

/** Whether a link may lead there, from any page of the site: the panel's own address is none of it. */
export const mayLead = (href: string): boolean => mayLink(href, BASE);

const HELD: Reading = { mayLink: mayLead, isCollapsed: false, isDressed: true };
const PAGE: Reading = { ...HELD, isCollapsed: true };

/** Markup as what a rich field can hold; nothing of it runs or loads, as no document shows it. */
export const readHtml = (html: string, reading = PAGE): Markup[] =>
  readRich(new DOMParser().parseFromString(html, 'text/html').body, reading);

export interface RichWords {
  act(what: 'bold' | 'italic' | 'insertLineBreak'): void;
  /** Where the link at the caret leads; empty without one. */
  findHref(): string;
  /** Makes the chosen words a link, leads the one at the caret elsewhere, or takes it away (''). */
  link(href: string): void;
  /** To where the caret was. */
  focus(): void;
  /** Where the caret is or was; `selected` of it is chosen then. */
  insert(text: string, selected: string): void;
  /** In place of all. */
  write(text: string): void;
  remove: Undo;
}

interface How {
  given: string;
  takes: Takes;
  typed(nodes: Markup[]): void;
  /** told what the words at the caret look like */
  looked(look: { bold: boolean; italic: boolean }): void;
  /** Ctrl+K */
  wantsLink(): void;
}

const act = (name: string, value?: string): boolean => document.execCommand(name, false, value);
const choose = (from: Node, start: number, to: Node, end: number): void =>
  getSelection()?.setBaseAndExtent(from, start, to, end);

function readPasted(data: DataTransfer | null, takes: Takes): Markup[] {
  const text = data?.getData('text/plain') ?? '';
  const html = data?.getData('text/html');
  if (takes === 'text') return [text.replace(/\s+/g, ' ')];
  if (!html) return text.split(/\r?\n/).flatMap((line, at): Markup[] => (at ? [['br', 0], line] : [line]));
  const mayLinkHere = (href: string) => takes === 'links' && mayLead(href);
  return readHtml(html, { mayLink: mayLinkHere, isCollapsed: true, isDressed: false });
}

export function createRichWords(field: HTMLElement, how: How): RichWords {
  const over = new AbortController();
  const { signal } = over;
  const isText = how.takes === 'text';
  /** Where the caret is, or was last. */
  let caret: Range | undefined;

  const findLink = (): HTMLAnchorElement | null => {
    const at = getSelection()?.anchorNode;
    const link = (at instanceof Element ? at : at?.parentElement)?.closest('a');
    return link && field.contains(link) ? link : null;
  };
  const focus = () => {
    field.focus();
    if (caret) choose(caret.startContainer, caret.startOffset, caret.endContainer, caret.endOffset);
  };
  const look = () => {
    const chosen = getSelection();
    const range = chosen?.rangeCount ? chosen.getRangeAt(0) : undefined;
    if (!range || !field.contains(range.commonAncestorContainer)) return;
    caret = range.cloneRange();
    how.looked({
      bold: document.queryCommandState('bold'),
      italic: document.queryCommandState('italic'),
    });
  };
  const keys: Record<string, () => void> = {
    b: () => void act('bold'),
    i: () => void act('italic'),
    k: how.wantsLink,
    // no look that is not kept
    u: () => undefined,
  };
  const press = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const does = key === 'enter' ? () => void act('insertLineBreak') : isCommand && keys[key];
    if (!does || event.isComposing) return;
    event.preventDefault();
    if (isText) return;
    does();
    // at a mere caret no choice has changed
    look();
  };

  grow(field, readHtml(how.given), (text) => text);
  document.addEventListener('selectionchange', look, { signal });
  field.addEventListener('input', () => how.typed(readRich(field, HELD)), { signal });
  // of the editor that has the focus: elements, no styles
  field.addEventListener('focus', () => void act('styleWithCSS', 'false'), { signal });
  field.addEventListener('keydown', press, { signal });
  field.addEventListener(
    'paste',
    (event) => {
      event.preventDefault();
      const html = toHtml(readPasted(event.clipboardData, how.takes));
      // a picture alone: what is chosen stays
      if (html) act('insertHTML', html);
    },
    { signal },
  );
  field.addEventListener('drop', (event) => event.preventDefault(), { signal });

  return {
    act(what) {
      focus();
      act(what);
      look();
    },
    findHref: () => findLink()?.getAttribute('href') ?? '',
    link(href) {
      focus();
      const link = findLink();
      // all of it, wherever in it the caret is
      if (link && getSelection()?.isCollapsed) choose(link, 0, link, link.childNodes.length);
      if (!href) act('unlink');
      else if (getSelection()?.isCollapsed) act('insertHTML', toHtml([['a', { href }, href]]));
      else act('createLink', href);
    },
    focus,
    insert(text, selected) {
      if (!caret) {
        getSelection()?.selectAllChildren(field);
        getSelection()?.collapseToEnd();
        look();
      }
      focus();
      act('insertText', text);
      const { anchorNode: node = null, anchorOffset: end = 0 } = getSelection() ?? {};
      const from = end - text.length + text.indexOf(selected);
      if (node?.nodeType === Node.TEXT_NODE && from >= 0) choose(node, from, node, from + selected.length);
    },
    write(text) {
      field.focus();
      act('selectAll');
      act('insertText', text);
    },
    remove: () => over.abort(),
  };
}
