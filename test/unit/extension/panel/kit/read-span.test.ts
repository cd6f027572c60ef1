// A length of time is shown in words and read back as the config writes it.

import { expect, test } from 'vitest';
import { readSpan, writeSpan } from '../../../../../extension/panel/kit/read-span.ts';

test.each([
  ['3 days', '3d'],
  ['1 day', '1d'],
  ['90 minutes', '90m'],
  ['90min', '90m'],
  ['1.5 hours', '1.5h'],
  [' 2 W ', '2w'],
  ['7d', '7d'],
  ['1,5 hours', '1.5h'],
  // not for us to guess
  ['1,500 minutes', '1,500 minutes'],
  // no minute, and not for us to guess
  ['1 month', '1 month'],
  ['soon', 'soon'],
  ['', ''],
])('an author writes “%s”: %s', (written, span) => expect(readSpan(written)).toBe(span));

test.each([
  ['3d', '3 days'],
  ['1h', '1 hour'],
  ['2w', '14 days'],
  ['1440m', '1 day'],
  // two units could not be read back
  ['36h', '36h'],
  ['soon', 'soon'],
  ['', ''],
])('%s is shown as “%s”', (span, words) => expect(writeSpan(span)).toBe(words));
