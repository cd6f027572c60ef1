// A length of time is shown in words and read back as the config writes it.

import { describe, expect, test, vi } from 'vitest';
import german from '../../../../../extension/_locales/de/messages.json' with { type: 'json' };
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

describe('in German', async () => {
  // words are looked up once, as a module is read
  vi.resetModules();
  const { speak } = await import('../../../../../shared/words/messages.ts');
  const catalog: Record<string, { message: string }> = german;
  speak({ getMessage: (key) => catalog[key]?.message ?? '', getUILanguage: () => 'de' });
  const spans = await import('../../../../../extension/panel/kit/read-span.ts');

  test.each([
    ['7 Tage', '7d'],
    ['1 tag', '1d'],
    ['in 7 Tagen', 'in 7 Tagen'],
    ['12 Stunden', '12h'],
    ['2 Std.', '2h'],
    ['90 Min.', '90m'],
    ['1,5 Stunden', '1.5h'],
    ['3 Wochen', '3w'],
    ['10 Sekunden', '10s'],
    ['3d', '3d'],
    ['1 Monat', '1 Monat'],
  ])('an author writes “%s”: %s', (written, span) => expect(spans.readSpan(written)).toBe(span));

  test.each([
    ['55d', '55 Tage'],
    ['1d', '1 Tag'],
    ['12h', '12 Stunden'],
    ['36h', '36h'],
  ])('%s is shown as “%s”', (span, words) => expect(spans.writeSpan(span)).toBe(words));
});
