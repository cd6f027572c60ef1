// What a key means while an author picks elements on the page.

import type { Way } from './walk.ts';

const WAYS: Record<string, Way> = {
  ArrowUp: 'parent',
  ArrowDown: 'child',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
};
const SHIFTS: Record<string, -1 | 1> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/** What types, besides letters. */
const TYPED = ['Backspace', 'Delete', 'Dead', 'Process'];

export type KeyMeaning =
  /** `typed`: means nothing here, and nothing to the page either: the author meant a field that is not in the page */
  | { kind: 'escape' | 'undo' | 'redo' | 'write' | 'tools' | 'typed' }
  | { kind: 'step'; way: Way }
  | { kind: 'shift'; by: -1 | 1 };

/** @returns undefined for a key that is the browser's own, such as one that scrolls */
export function readKey({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): KeyMeaning | undefined {
  if (key === 'Escape') return { kind: 'escape' };
  const isCommand = ctrlKey || metaKey;
  if (isCommand && key.toLowerCase() === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
  if (isCommand || altKey) return undefined;
  const by = shiftKey ? SHIFTS[key] : undefined;
  if (by) return { kind: 'shift', by };
  const way = WAYS[key];
  if (way) return { kind: 'step', way };
  if (key === 'Tab' && !shiftKey) return { kind: 'tools' };
  if (key === 'Enter') return { kind: 'write' };
  return key.length === 1 || TYPED.includes(key) ? { kind: 'typed' } : undefined;
}

/** Picks in the page as it is now, with what is open under the pointer. */
export const isHoldKey = ({
  type,
  code,
  altKey,
  ctrlKey,
  metaKey,
  shiftKey,
  repeat,
}: KeyboardEvent): boolean =>
  type === 'keydown' && code === 'KeyH' && altKey && !ctrlKey && !metaKey && !shiftKey && !repeat;

/** Whether it needs something picked. */
export const isForChosen = ({ kind }: KeyMeaning): boolean => kind === 'shift' || kind === 'tools';
