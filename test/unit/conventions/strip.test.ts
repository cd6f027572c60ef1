// What the checks see of a file: code, with comments and literals blanked out in place.

import { expect, test } from 'vitest';
import { stripComments, stripLiterals } from './strip.ts';

const open = '$' + '{';

/** Samples mark with « » what must be blank. */
const plain = (sample: string) => sample.replace(/[«»]/g, '');
const blanked = (sample: string) =>
  sample.replace(/«([^»]*)»/g, (_all, text: string) => ' '.repeat(text.length));

test.each([
  ['a comment', 'a(); «// any»\nb();'],
  ['a string with an escape', "a(«'it\\'s'», any)"],
  ['a template with nested code', `a(«\`x${open}b(\`y\`)} any\`», c)`],
  ['a regular expression', 'a = «/any[/"]/g»; b'],
  ['a regular expression after a comment', 'a = [\n  «/x/», «// one»\n  «/, any/»,\n]'],
  ['no division', 'a / any / b'],
])('literals: %s is blanked, and only that', (_name, sample) =>
  expect(stripLiterals(plain(sample))).toBe(blanked(sample)),
);

test('comments go and strings stay', () => {
  const sample = "import a from './a.ts'; «// b»";
  expect(stripComments(plain(sample))).toBe(blanked(sample));
});
