// The first paint stands where the whole table of consent would: every combination of what it can know.
import { expect, test } from 'vitest';
import { createConsent } from '../../../../snippet/consent/consent.ts';
import { stand } from '../../../../snippet/now/stand.ts';
import type { OnFile } from '../../../../snippet/remember/grant.ts';

const attributes = [undefined, 'required', 'implied', 'granted', 'denied', 'other'];
const files: OnFile[] = [
  {},
  { consent: 'implied' },
  { consent: 'granted' },
  { consent: 'granted', isOwn: true },
  { consent: 'denied' },
  { consent: 'denied', isOwn: true },
];

test('stands as all words together do', () => {
  let asked = 0;
  for (const attribute of attributes)
    for (const consent of [undefined, 'implied'] as const)
      for (const gpc of [undefined, 'local', 'ignore'] as const)
        for (const signal of [undefined, true])
          for (const file of files) {
            const privacy = { ...(consent && { consent }), ...(gpc && { gpc }) };
            const whole = createConsent(privacy, attribute, signal, () => file);
            asked++;
            expect(
              stand({ rules: '', ...privacy }, attribute, signal, file),
              JSON.stringify({ attribute, privacy, signal, file }),
            ).toBe(whole.standing());
          }
  expect(asked).toBe(432);
});
