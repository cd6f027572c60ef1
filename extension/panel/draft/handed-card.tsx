// A colleague's draft that waits in the page's address, and what becomes of it once the author opens it. Above every view,
// as it is about the page.

import { t } from '../../../shared/words/t.ts';
import { later } from '../kit/later.tsx';
import { Note } from '../kit/note.tsx';
import { close, opened, openLink, waiting } from './handed.ts';

const Inside = later(async () => (await import('./handed-inside.tsx')).HandedInside);

const NotNow = ({ words }: { words: string }) => (
  <button class="button" type="button" onClick={close}>
    {words}
  </button>
);

export function HandedCard() {
  const now = opened.value;
  if (now?.kind === 'ok') return <Inside />;
  if (now)
    return (
      <Note tone="bad">
        <span>{t`The colleague’s draft was not opened. ${now.why}`}</span>
        <NotNow words={t`Close`} />
      </Note>
    );
  if (waiting.value === undefined) return null;
  return (
    <Note>
      <strong>{t`A colleague’s draft came with this address.`}</strong>
      <span>{t`Opening it changes nothing: you see first what it would change.`}</span>
      <span class="row">
        <button class="button main" type="button" onClick={() => void openLink()}>{t`Open the draft`}</button>
        <NotNow words={t`Not now`} />
      </span>
    </Note>
  );
}
