// Files are UTF-8 or Windows-1252, however they come in pieces; what may be either is none.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDecoder } from '../../../../shared/learn/decode-text.ts';
import { draws } from '../../../support/draws.ts';

/** By the code page of Windows: what lies between 0x80 and 0x9f is none of ISO 8859-1. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const toWestern = (text: string): Uint8Array =>
  Uint8Array.from([...text], (letter) => {
    const place = WINDOWS.indexOf(letter);
    return place < 0 ? letter.charCodeAt(0) : 0x80 + place;
  });
const toUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(bytes: Uint8Array, cuts: number[] = []) {
  const decoder = createDecoder();
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  let text = '';
  for (const [i, place] of places.slice(1).entries()) {
    const piece = decoder.push(bytes.slice(places[i], place));
    if (piece === undefined) return undefined;
    text += piece;
  }
  const last = decoder.end();
  return last === undefined ? undefined : { text: text + last, isWestern: decoder.isWestern };
}
const everyCut = (bytes: Uint8Array) => Array.from(bytes, (_, i) => read(bytes, [i]));

const cuts = fc.array(fc.nat(), { maxLength: 6 });

describe('UTF-8', () => {
  test('is read whole, whatever it holds and wherever it is cut', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), cuts, (text, at) => {
        const said = text.replace(/^\ufeff/, '').replace(/\r(?!\n)/g, '\n');
        expect(read(toUtf8(said), at)).toEqual({ text: said, isWestern: false });
      }),
      { numRuns: draws(20_000) },
    ));

  test.each(['\ufeffid;Größe', '\ufeff', 'a \ufffd', '\ufeff\ufffd', '', 'a\ufeffb'])(
    'with marks that say so, and marks for what others could not read: %j',
    (text) => {
      for (const all of everyCut(toUtf8(text)))
        expect(all).toEqual({ text: text.replace(/^\ufeff/, ''), isWestern: false });
    },
  );
});

describe('a carriage return', () => {
  test.each([
    ['alone ends a line', 'a;b\r1;2\r', 'a;b\n1;2\n'],
    ['before a line feed stays', 'a;b\r\n1;2\r\n', 'a;b\r\n1;2\r\n'],
    ['in a file of all kinds', 'ü\r\r\nb\n\r\rc', 'ü\n\r\nb\n\n\nc'],
  ])('%s, wherever the file is cut', (_, text, said) => {
    for (const all of everyCut(toUtf8(text))) expect(all).toEqual({ text: said, isWestern: false });
  });

  test('is the same in Windows-1252', () => {
    for (const all of everyCut(toWestern('ü\rö\r\n')))
      expect(all).toEqual({ text: 'ü\nö\r\n', isWestern: true });
  });
});

describe('Windows-1252', () => {
  test.each(['Mütze', 'ü', 'Preis 5 €', '„Fuß“ – „Öl“', 'déjà vu', 'MENÜ', 'à l’été', 'Ärger ß'])(
    'is read where nothing else fits, wherever it is cut: %s',
    (text) => {
      for (const all of everyCut(toWestern(text))) expect(all).toEqual({ text, isWestern: true });
    },
  );

  test('also where its first letter beyond ASCII comes late', () => {
    const before = 'b1;2026-01-02;5\n'.repeat(9000);
    expect(read(toWestern(`${before}Müller;2026-01-02;5\n`), [70_000, 144_001])).toEqual({
      text: `${before}Müller;2026-01-02;5\n`,
      isWestern: true,
    });
  });

  test('in any row of words', () => {
    const words = fc.constantFrom('Müller', '5 €', 'l’été', 'ÄÖÜ', '„Größe“', 'Çà', 'x', '12');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 9 }), cuts, (all, at) => {
        const text = all.join(';');
        expect(read(toWestern(text), at)?.text).toBe(text);
      }),
      { numRuns: draws(20_000) },
    );
  });
});

describe('neither is', () => {
  test.each([
    ['UTF-8 that is cut', toUtf8('Größe und Gewicht ü').slice(0, -1)],
    ['UTF-8 with one byte that is broken', Uint8Array.from([...toUtf8('Größe '), 0xff, 0x61])],
    ['UTF-8 behind one byte that is broken', Uint8Array.from([0xff, 0x20, ...toUtf8('Größe')])],
    ['UTF-8 of a spreadsheet, broken', Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0xe4, 0x61])],
    ['a byte that no letter has', Uint8Array.from([0x61, 0x81, 0x20])],
  ])('%s', (_, bytes) => {
    for (const all of everyCut(bytes)) expect(all).toBeUndefined();
  });
});
