// The nodes of a question, in the order in which they are read; everything is text or an attribute.

import type { ReadQuestion } from '../../grammar/read-question.ts';
import { make } from '../block/build-frame.ts';
import { on } from '../block/on.ts';
import { setAttribute } from '../native.ts';
import type { OwnWords } from './words.ts';

/** The visitor's view opens by it, wherever it stands. */
const VIEW = '#selvedge-privacy';

export type Given = string | number | string[];

function add(into: Element, name: string, className = '', text = ''): HTMLElement {
  const element = make(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  into.append(element);
  return element;
}

function addButton(into: Element, className: string, text: string, act: () => void): HTMLElement {
  const button = add(into, 'button', className, text);
  setAttribute(button, 'type', 'button');
  on(button, 'click', act);
  return button;
}

/** One tap answers, or of several a last one. */
function addChoices(
  into: Element,
  { choices, isMany, ends }: ReadQuestion,
  done: string,
  answer: (given: Given) => void,
) {
  const list = add(into, 'div', ends ? 'n' : 'o');
  const chosen = new Set<string>();
  const buttons = choices.map(({ value, label }) => {
    const button = addButton(list, '', label, () => {
      if (!isMany) return answer(value);
      const isOn = !chosen.delete(`${value}`);
      if (isOn) chosen.add(`${value}`);
      setAttribute(button, 'aria-pressed', `${isOn}`);
      if (last) last.toggleAttribute('disabled', chosen.size === 0);
    });
    if (isMany) setAttribute(button, 'aria-pressed', 'false');
    return button;
  });
  const last = isMany ? addButton(into, 'd', done, () => answer([...chosen])) : undefined;
  last?.toggleAttribute('disabled', true);
  if (!ends) return;
  ends.forEach((end, at) => {
    const number = choices.at(-at)?.label ?? '';
    const said = add(list, 'span', `e ${at ? 'h' : 'l'}`, `${number} ${end}`);
    setAttribute(buttons.at(-at) ?? said, 'aria-label', `${number}, ${end}`);
  });
}

export interface Built {
  frame: HTMLElement;
  /** The question, its answers, and where these stay. */
  body: HTMLElement;
  /** What is said after the answer: heard, because it is there before it says something. */
  status: HTMLElement;
  /** The way out: it is there before and after. */
  close: HTMLElement;
}

export function buildQuestion(
  read: ReadQuestion,
  words: OwnWords,
  { answer, close }: { answer(given: Given): void; close(): void },
): Built {
  const frame = make('section');
  setAttribute(frame, 'aria-label', read.ask);
  const body = add(frame, 'div', 'b');
  const group = add(add(body, 'div', 'g'), 'fieldset');
  add(group, 'legend', '', read.ask);
  if (read.purpose) {
    add(group, 'p', 'w', read.purpose).id = 'w';
    setAttribute(group, 'aria-describedby', 'w');
  }
  addChoices(group, read, words.done, answer);
  const foot = add(body, 'p', 'f', `${words.stays} `);
  setAttribute(add(foot, 'a', '', words.see), 'href', VIEW);
  const status = add(frame, 'p', 's');
  status.id = 's';
  setAttribute(status, 'role', 'status');
  const out = addButton(frame, 'x', '×', close);
  setAttribute(out, 'aria-label', words.close);
  // who answered by keys is at it then, and hears both
  setAttribute(out, 'aria-describedby', 's');
  return { frame, body, status, close: out };
}
