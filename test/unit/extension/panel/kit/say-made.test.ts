// Groups of buyers as authors read them. In English that is what the config holds, whether learning made it up or an author
// wrote it; in German it is another text (test/e2e/extension/german-groups.spec.ts).

import { expect, test } from 'vitest';
import { sayMade } from '../../../../../extension/panel/kit/say-made.ts';

test.each([
  'Bought once, today',
  'Bought once or twice, about 1 day ago',
  'Bought about 12 times, about 3 days ago, spent about 1,200',
  'Bought about 12 times, about 3 days ago (rule)',
  'Bought about 4 times, last about 5 weeks ago, spent about 1,200: 7 % of buyers',
  'Bought once, last today, spent about 0.5: 7 % of buyers; 41 % bought again in the test, of all 19 %',
  'Regulars',
  '',
])('"%s"', (text) => expect(sayMade(text)).toBe(text));
