// Asks a question: one tap answers, × and Escape say no.
//
// Promises: it takes no focus, covers what has it never, moves nothing that is in view, and waits while somebody writes or a
// dialog is open; it is there once a page, and closed or answered it stays gone. Its element stays on the page then and
// shows nothing, so that whoever keeps the page as it should be has nothing to put back.

import { type ReadQuestion, readQuestion } from '../../grammar/read-question.ts';
import type { Question } from '../../schema/question.ts';
import type { PlacedAsk } from '../block/asked.ts';
import { make } from '../block/build-frame.ts';
import type { Draw } from '../block/draw.ts';
import { on } from '../block/on.ts';
import { onLanguage } from '../block/on-language.ts';
import { setAttribute } from '../native.ts';
import { readLanguage } from '../translated.ts';
import { type Built, buildQuestion, type Given } from './build-question.ts';
import { dressQuestion } from './dress-question.ts';
import { atMoment, isMoment, keepOffFocus } from './find-moment.ts';
import { keepWithin } from './keep-within.ts';
import { ownWords } from './words.ts';

/** What questions have to do with whoever remembers this visitor. */
export interface Memory {
  mayAsk(question: Question): Promise<boolean>;
  /** Nobody remembers anything: then it is shown at once, wherever it stands, and again when it says something else. */
  isPreview(): boolean;
  /** It is to be shown: whether it may still be, and that is remembered. */
  shown(question: Question): Promise<boolean>;
  closed(question: Question): void;
  answered(question: Question, answer: Given): Promise<void>;
}

/** So long (ms) the thanks stay in the corner, and as long again while somebody is at them. */
const THANKS = 6_000;

interface Life {
  answered(given: Given): void;
  closed(): void;
}

/** Puts what it says into the root; once it is answered, only the thanks. */
function fill(host: HTMLElement, root: ShadowRoot, read: ReadQuestion, { answered, closed }: Life): void {
  const words = ownWords(readLanguage());
  let isAnswered = false;
  /** By a finger: where that was stays hovered. */
  let isTouched = false;
  /** What had the focus before: it gets it back. */
  let before: EventTarget | null = null;
  const leave = () => {
    const isIn = root.activeElement;
    host.hidden = true;
    if (isIn && before instanceof HTMLElement) before.focus();
    if (!isAnswered) closed();
  };
  const thank = ({ frame, body, status, close }: Built) => {
    const isByKeys = !!root.activeElement?.matches(':focus-visible');
    const isOver = host.hasAttribute('data-at');
    // what stands in the page stays as high: nothing that is read moves
    if (!isOver) frame.style.minHeight = `${frame.getBoundingClientRect().height}px`;
    frame.className = 't';
    body.remove();
    status.textContent = read.thanks || words.thanks;
    if (isByKeys) close.focus();
    if (!isOver) return;
    const timer = setInterval(() => {
      if (root.activeElement || (!isTouched && host.matches(':hover'))) return;
      clearInterval(timer);
      // it may say something else by now
      if (frame.isConnected) host.hidden = true;
    }, THANKS);
  };
  const built = buildQuestion(read, words, {
    close: leave,
    answer(given) {
      if (isAnswered) return;
      isAnswered = true;
      thank(built);
      answered(given);
    },
  });
  on(built.frame, 'focusin', ({ relatedTarget }: FocusEvent) => {
    // from the page, not from one answer to the next
    if (relatedTarget && !root.contains(relatedTarget as Node)) before = relatedTarget;
  });
  on(built.frame, 'pointerdown', ({ pointerType }: PointerEvent) => {
    isTouched = pointerType === 'touch';
  });
  on(built.frame, 'keydown', (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  });
  root.replaceChildren(built.frame);
}

export function createAsk(memory: Memory): Draw<PlacedAsk> {
  /** Those that were closed or answered on this page. */
  const gone = new Set<string>();
  /** Those that were shown on it: what the page makes anew is not asked anew. */
  const told = new Set<string>();
  let current: Element | undefined;
  const build = ({ question, place }: PlacedAsk, first: ReadQuestion): HTMLElement => {
    const host = make('selvedge-ask');
    const isOver = typeof place !== 'object';
    const isPreview = memory.isPreview();
    if (isOver) setAttribute(host, 'data-at', 'corner');
    host.hidden = true;
    current = host;
    const root = dressQuestion(host, first.choices.length);
    const life: Life = {
      answered(given) {
        if (!isPreview) gone.add(question.id);
        void memory.answered(question, given).catch(() => {});
      },
      closed() {
        if (!isPreview) gone.add(question.id);
        memory.closed(question);
      },
    };
    const speak = () => {
      const read = readQuestion(question, readLanguage());
      if (read && !gone.has(question.id)) fill(host, root, read, life);
    };
    fill(host, root, first, life);
    const show = () => {
      told.add(question.id);
      host.hidden = false;
      if (isOver) keepOffFocus(host);
      else keepWithin(host, place.position);
      onLanguage(host, speak);
    };
    const ask = async () => {
      if (!(await memory.shown(question))) return;
      // it took a moment, in which a field may have got the focus
      if (isMoment(host, isOver)) show();
      else atMoment(host, isOver, show);
    };
    // once it is on the page
    queueMicrotask(() => {
      if (isPreview || told.has(question.id)) show();
      else atMoment(host, isOver, () => void ask().catch(() => {}));
    });
    return host;
  };
  return async (block, edit, _options, later) => {
    const { question } = block;
    const read = readQuestion(question, readLanguage());
    if (!read || !(await memory.mayAsk(question))) return;
    edit.html = make('div');
    edit.html.cloneNode = () => {
      const into = make('div');
      // one at a time
      if (!gone.has(question.id) && !current?.isConnected)
        into.append(build(block, readQuestion(question, readLanguage()) ?? read));
      return into;
    };
    later();
  };
}
