// Our rules in force: one adopted stylesheet for each document or shadow root, which strict policies allow.
// https://drafts.csswg.org/cssom/#dom-documentorshadowroot-adoptedstylesheets
//
// A rule survives re-rendering. A page can still take our sheet out of its list, switch it off or empty it, without
// touching the tree, but only through that list: so we look whenever the page has asked for the list or set it, before
// anything can be painted, and from then on now and then, as it may have kept what it got. A page that never asks
// costs nothing.
import { BASE } from './base-rules.ts';
import { type Edit, isTooMuch, type Rounds } from './claim.ts';
import { CSSStyleSheet, wait } from './native.ts';
import { hasSheets } from './scratch.ts';

export type Root = Document | ShadowRoot;

/** How often (ms) to look again at a list that the page has held in its hands. */
const PAUSE = 200;

interface Worn extends Rounds {
  sheet: CSSStyleSheet;
  /** The edits whose rules it holds; the earliest comes last and wins. */
  edits: Edit[];
  /** Those that say so for the next `flush`. */
  next: Edit[];
  css: string;
  /** The same as the browser reads it. */
  text: string;
}

const sheets = new Map<Root, Worn>();
const NAME = 'adoptedStyleSheets';
type List = Root['adoptedStyleSheets'];
const prototypes = [Document.prototype, ShadowRoot.prototype];
/** The browser's own way to the list, whatever a page's form calls itself. */
const lists = prototypes.map((of) => Object.getOwnPropertyDescriptor(of, NAME));

/** Lets the rules of an edit (`edit.css`) count in this root until the next `flush`; the earliest edit first. */
export function dress(root: Root, edit: Edit): void {
  if (!hasSheets()) return;
  const at = sheets.get(root) ?? {
    sheet: new CSSStyleSheet(),
    edits: [],
    next: [],
    css: '',
    text: '',
    rounds: 0,
    since: 0,
  };
  sheets.set(root, at);
  at.next.unshift(edit);
}

/** Whether the page has asked for a list of ours. */
let isWatching = false;

const print = ({ cssRules }: CSSStyleSheet): string => [...cssRules].map(({ cssText }) => cssText).join('');

/** Puts in force what is not. @returns whether the page had taken it out of force */
function enforce(root: Root, at: Worn, css: string): boolean {
  const { sheet } = at;
  const { disabled, media } = sheet;
  // only who has had the list in its hands can have done that
  const isOff = isWatching && (disabled || !!media.mediaText || print(sheet) !== at.text);
  if (isOff || css !== at.css) {
    sheet.disabled = false;
    media.mediaText = '';
    sheet.replaceSync(css);
    at.css = css;
    at.text = print(sheet);
  }
  const own = lists[root === document ? 0 : 1];
  const list: List = own?.get?.call(root);
  if (!css || list.includes(sheet)) return isOff;
  own?.set?.call(root, [...list, sheet]);
  return true;
}

/** Brings all sheets up to date, and back where the page replaced its list of sheets. */
export function flush(): void {
  for (const [root, at] of sheets) {
    at.edits = at.next;
    at.next = [];
    enforce(root, at, at.edits[0] ? BASE + at.edits.map((edit) => edit.css).join('') : '');
    if (!root.isConnected) sheets.delete(root);
  }
}

/** Takes a sheet of somebody else's out of force. */
export function takeOff(root: Root, sheet: CSSStyleSheet): void {
  const own = lists[root === document ? 0 : 1];
  const list: List = own?.get?.call(root) ?? [];
  if (list.includes(sheet))
    own?.set?.call(
      root,
      list.filter((other) => other !== sheet),
    );
}

/** Puts back what the page took out of force; a page that goes on doing so gets its original. */
function restore(): void {
  for (const [root, at] of sheets)
    if (at.css && enforce(root, at, at.css) && isTooMuch(at, 40, 1e4))
      for (const edit of at.edits) if (edit.css) edit.giveUp();
}

/** The page has its hand on a list of ours: what it does with it is seen to when it is done, and now and then after. */
function touched(root: Root): void {
  if (!sheets.get(root)?.css) return;
  queueMicrotask(restore);
  if (isWatching) return;
  isWatching = true;
  const again = () => {
    restore();
    wait(again, PAUSE);
  };
  wait(again, PAUSE);
}

let isNoticing = false;

/** Begins to notice when the page asks for a list of sheets, or sets it; what it gets is the browser's own. */
export function watchLists(): void {
  if (isNoticing) return;
  isNoticing = true;
  lists.forEach((own, index) => {
    if (!own?.get || !own.set) return;
    const { get, set } = own;
    Object.defineProperty(prototypes[index], NAME, {
      ...own,
      get(this: Root) {
        const list = get.call(this);
        touched(this);
        return list;
      },
      set(this: Root, list: List) {
        set.call(this, list);
        touched(this);
      },
    });
  });
}
