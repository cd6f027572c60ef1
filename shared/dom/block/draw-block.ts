// Draws a block: banner, bar, popup, slide, note, card, coupon, countdown, in a root of our own.
//
// Promises: what lies over the page can be closed, by Escape too, and gives the focus back; a pop-up waits while somebody
// types; of pop-ups and slide-ins a page view shows at most one; what was closed stays closed while the page is open; what
// has ended is gone, and moves nothing. Closed, its element stays on the page and shows nothing, so that whoever keeps the
// page as it should be has nothing to put back.
import type { Edit } from '../claim.ts';
import { setAttribute } from '../native.ts';
import { readLanguage } from '../translated.ts';
import { buildFrame, make } from './build-frame.ts';
import { countDown, createDigits } from './count-down.ts';
import type { BlockEvent, Draw } from './draw.ts';
import { dressBlock } from './dress-block.ts';
import { keepOrder } from './keep-order.ts';
import { letClose, openDialog } from './let-close.ts';
import { isLoud, mayShow, type Remembered } from './may-show.ts';
import { on } from './on.ts';
import { forgetLanguage, onLanguage } from './on-language.ts';
import type { PlacedBlock } from './placed-block.ts';
import { type Held, readFields } from './read-fields.ts';
import { ownWords } from './words.ts';

/** What blocks have to do with whoever remembers this visitor. */
export interface Memory {
  tell(event: BlockEvent, experience: string): void;
  /** What is remembered; undefined where nobody remembers anything. */
  recall(): Promise<Remembered | undefined>;
}

/** The pop-up or slide-in of this page view, and of which experience it is: its element stays to the end of that. */
let loud: { host: Element; of: string } | undefined;
const isLoudOf = (experience: string): boolean => !!loud?.host.isConnected && loud.of === experience;

/** What happens to it, in order. */
interface Life {
  /** It is on the page. */
  placed(): void;
  shown(): void;
  closed(): void;
  followed(): void;
}

/**
 * @param isStill it was there a moment ago, otherwise: it does not come in anew
 * @param read what it holds on this page by now
 */
function build(
  block: PlacedBlock,
  held: Held,
  isStill: boolean,
  life: Life,
  read: () => Held | undefined,
): HTMLElement {
  const { shape, place, dress, close } = block;
  const isOver = typeof place === 'string';
  const host = make('selvedge-block');
  const { root, hasAccent } = dressBlock(host, dress);
  if (isOver) setAttribute(host, 'data-at', place);
  if (isStill) setAttribute(host, 'data-still', '');
  let frame: HTMLElement | undefined;
  let tell: ((left: number) => void) | undefined;
  const hide = () => {
    host.hidden = true;
    if (frame instanceof HTMLDialogElement) frame.close();
  };
  const fill = (now: Held) => {
    const language = readLanguage();
    const built = buildFrame(block, now, ownWords(language), hasAccent, isOver || !!close);
    const { link, digits } = built;
    frame = built.frame;
    root.replaceChildren(frame);
    tell = digits && createDigits(digits, language, make);
    letClose(built, () => {
      if (host.hidden) return;
      host.hidden = true;
      life.closed();
    });
    if (link)
      on(link, 'click', () => {
        life.followed();
        if (isLoud(shape)) hide();
      });
  };
  const open = (opened: () => void) => {
    if (frame instanceof HTMLDialogElement) openDialog(frame, opened);
    else if (host.isConnected) opened();
  };
  fill(held);
  if (held.until)
    countDown(host, held.until, tell && ((left) => tell?.(left)), () => {
      // over the page nothing moves where it goes
      if (isOver) hide();
      else setAttribute(host, 'data-ended', '');
    });
  let said: Held | undefined = held;
  const speak = () => {
    const next = read();
    if (JSON.stringify(next) === JSON.stringify(said)) return;
    said = next;
    if (next) fill(next);
    else root.replaceChildren();
    if (next && !host.hidden) open(() => {});
  };
  // once it is on the page
  queueMicrotask(() => {
    try {
      life.placed();
      onLanguage(host, speak);
      open(life.shown);
    } catch {
      // not to be opened there
    }
  });
  return host;
}

/** How a change is told from others, with all that it says: what an author writes anew was never closed. */
const nameOf = ({ experience, index }: Pick<Edit, 'experience' | 'index'>, { fields }: PlacedBlock): string =>
  JSON.stringify([experience, index, fields]);

export function createDraw({ tell, recall }: Memory): Draw<PlacedBlock> {
  /** Names of those that were closed on this page, by whoever shows them. */
  const closed = new WeakMap<object, Set<string>>();
  const draw: Draw<PlacedBlock> = async (block, edit, options, later) => {
    const { experience } = edit;
    const { shape } = block;
    const read = () => readFields(block.fields, readLanguage(), options);
    const held = read();
    if (!held) {
      onLanguage(edit, () => {
        forgetLanguage(edit);
        draw(block, edit, options, later).catch(() => {});
      });
      return;
    }
    if (held.until <= Date.now()) return;
    const isOn = isLoudOf(experience);
    if (!isOn && !mayShow(shape, experience, await recall(), options)) return;
    const gone = closed.get(options) ?? new Set();
    closed.set(options, gone);
    const name = nameOf(edit, block);
    let isTold = isOn;
    const copy = () => {
      const into = make('div');
      if (gone.has(name)) return into;
      // one at a time
      if (isLoud(shape) && loud?.host.isConnected && loud.of !== experience) return into;
      const host = build(
        block,
        read() ?? held,
        isOn,
        {
          placed: () => keepOrder(host, edit, options.experiences),
          shown() {
            if (!isTold) tell('block_shown', experience);
            isTold = true;
          },
          closed() {
            gone.add(name);
            tell('block_closed', experience);
          },
          followed: () => tell('block_clicked', experience),
        },
        read,
      );
      if (isLoud(shape)) loud = { host, of: experience };
      into.append(host);
      return into;
    };
    // each time the page wants it anew it is drawn anew, with its listeners
    edit.html = make('div');
    edit.html.cloneNode = copy;
    later();
  };
  return draw;
}
