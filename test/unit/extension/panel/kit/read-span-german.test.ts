// A length of time in a German panel.

import { expect, test, vi } from 'vitest';
import german from '../../../../../extension/_locales/de/messages.json' with { type: 'json' };

const catalog: Record<string, { message: string }> = german;
vi.stubGlobal('chrome', {
  i18n: { getMessage: (key: string) => catalog[key]?.message ?? '', getUILanguage: () => 'de' },
});
// the words are looked up as it is imported
const { readSpan, writeSpan } = await import('../../../../../extension/panel/kit/read-span.ts');

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
])('an author writes “%s”: %s', (written, span) => expect(readSpan(written)).toBe(span));

test.each([
  ['55d', '55 Tage'],
  ['1d', '1 Tag'],
  ['12h', '12 Stunden'],
  ['36h', '36h'],
])('%s is shown as “%s”', (span, words) => expect(writeSpan(span)).toBe(words));
