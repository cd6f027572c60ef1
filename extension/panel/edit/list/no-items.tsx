// Where nothing is known of items: what to do first.

import { t } from '../../../../shared/words/t.ts';
import { place } from '../../draft/desk.ts';
import { Note } from '../../kit/note.tsx';

export const NoItems = () => (
  <>
    <Note tone="warn">
      <span>{t`Nothing is known of your items yet, so the page keeps its own cards. Learn first what goes together, from your visits or orders, and take it over.`}</span>
    </Note>
    <button
      class="button"
      type="button"
      onClick={() => {
        place.value = { kind: 'learn' };
      }}
    >{t`Learn what goes together`}</button>
  </>
);
