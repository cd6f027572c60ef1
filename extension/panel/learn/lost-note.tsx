// Says what a new file of items knows less of than the one in the draft: taken over, lists would show less, or nothing.

import type { Lost } from '../../../shared/items/find-lost.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { Note } from '../kit/note.tsx';

function say({ fact, ...numbers }: Lost): string {
  const [had, of, has, ofNow] = [numbers.had, numbers.of, numbers.has, numbers.ofNow].map((number) =>
    sayNumber(number),
  );
  switch (fact) {
    case 'named':
      return t`A name and an address: then ${had} of ${of}, now ${has} of ${ofNow}.`;
    case 'image':
      return t`A picture: then ${had} of ${of}, now ${has} of ${ofNow}.`;
    case 'price':
      return t`A price: then ${had} of ${of}, now ${has} of ${ofNow}.`;
    case 'group':
      return t`A group: then ${had} of ${of}, now ${has} of ${ofNow}.`;
  }
}

export function LostNote({ lost }: { lost: readonly Lost[] }) {
  if (lost.length === 0) return null;
  return (
    <Note tone="warn">
      <span>
        {t`This file knows less of items than the one in your draft.`} {lost.map(say).join(' ')}{' '}
        {t`Lists show no item without a name and an address. Add a catalog and learn again, or leave this part as it is.`}
      </span>
    </Note>
  );
}
