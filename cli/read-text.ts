// The text of a config file, or what keeps it from being one. Nothing is read without end, whatever it is.

import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { MOST_CHARACTERS } from '../shared/schema/limits.ts';
import type { Problem } from '../shared/schema/problem.ts';
import { createPlaceAt, type PlacedProblem } from './place-problems.ts';

/** A character has at most three bytes, or two have four: what is longer has too many. */
const MOST_BYTES = 3 * MOST_CHARACTERS;

/**
 * @returns the text without its byte order mark, or the problem of the whole file
 * @throws the file system's error
 */
export function readText(path: string): string | PlacedProblem {
  const bytes = readBytes(path);
  if (bytes.length > MOST_BYTES)
    return refuse(
      `the file has more than ${MOST_BYTES / 1e6} MB`,
      'A config has a few kilobytes: see that this is the right file.',
    );
  // a config begins with a sign that has one byte
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isMarked || (first === 0) !== (second === 0))
    return refuse(
      'this is UTF-16, as Notepad or PowerShell may write it',
      'Save the file as UTF-8: browsers read nothing else.',
    );
  const text = new TextDecoder().decode(bytes);
  return isUtf8(bytes)
    ? text
    : {
        ...refuse('what stands here is not UTF-8', 'Save the file as UTF-8: browsers read nothing else.'),
        // what cannot be read is decoded as this
        ...createPlaceAt(text)(text.indexOf('\ufffd')),
      };
}

const refuse = (problem: string, remedy: string): Problem => ({
  path: '',
  problem,
  remedy,
  severity: 'error',
});

/** One byte more than is read of a config, at most. */
function readBytes(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(MOST_BYTES + 1);
    let length = 0;
    let read: number;
    do {
      read = readSync(file, bytes, length, bytes.length - length, null);
      length += read;
    } while (read > 0);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
