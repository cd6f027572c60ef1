// What a file begins with that is no text as it is read: UTF-16 with a mark or without, and what is no text at all.

import { describe, expect, it } from 'vitest';
import { findForeign } from '../../../../shared/learn/foreign.ts';

const LINES = 'order;customer;date;value\n1;anna@example.org;2026-01-02;19,90\n'.repeat(20);

/** As spreadsheets write it: with its mark, or without. */
function encode(text: string, isBig: boolean, hasMark: boolean): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(`${hasMark ? '\ufeff' : ''}${text}`, 'utf16le'));
  return isBig ? Uint8Array.from(bytes, (_byte, at) => bytes[at ^ 1]!) : bytes;
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('findForeign', () => {
  it.each([
    ['little, with its mark', encode(LINES, false, true)],
    ['big, with its mark', encode(LINES, true, true)],
    ['little, without one', encode(LINES, false, false)],
    ['big, without one', encode(LINES, true, false)],
    ['with names in other letters', encode(LINES.replaceAll('anna', 'Анна Петровна Каренина'), false, false)],
    [
      'with letters that have a zero on the other side',
      encode(LINES.replace('anna', '\u3000Ā'), false, false),
    ],
    ['of an odd length', encode(LINES, false, false).subarray(0, -1)],
  ])('knows UTF-16, %s', (_name, bytes) => {
    expect(findForeign(bytes)).toEqual({ kind: 'UTF-16' });
  });

  it.each([
    ['a picture', new Uint8Array(2000).map((_zero, at) => (at * 37) % 251)],
    ['text with one zero', utf8(`${LINES}\0${LINES}`)],
    ['zeros', new Uint8Array(100)],
  ])('%s is no text', (_name, bytes) => {
    expect(findForeign(bytes)).toEqual({ kind: 'no text' });
  });

  it.each([
    ['lines', utf8(LINES)],
    ['other letters', utf8('Ängström, Анна, 東京')],
    ['nothing', new Uint8Array()],
  ])('%s may be text', (_name, bytes) => {
    expect(findForeign(bytes)).toBeUndefined();
  });
});
