// A colleague's draft that the author has opened: what it would change, and what can be done with it.

import { useSignal } from '@preact/signals';
import { Inbox, Stamp } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import type { Handed } from '../../reader/read-handed.ts';
import { messageOf } from '../../wire/message-of.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { Note } from '../kit/note.tsx';
import { saveFile } from '../kit/save-file.ts';
import { sayMoment } from '../kit/say-moment.ts';
import { pageConfig } from '../site/page.ts';
import { approve, writeKey } from './approval.ts';
import { getApprovalKey } from './approval-key.ts';
import { draft } from './desk.ts';
import { DifferenceList } from './difference-list.tsx';
import { giveNames } from './give-names.ts';
import { close, lookAtIt, opened, take } from './handed.ts';
import { sayDifferences } from './say-difference.ts';

/** What visitors get now, as far as the panel knows. */
function findLive() {
  const live = pageConfig.value;
  return live.kind === 'ok' ? giveNames(live.config) : draft.value?.base;
}

/** A word for whoever handed it over, signed. */
function Approve({ handed }: { handed: Handed }) {
  const key = useSignal('');
  const trouble = useSignal('');
  const give = async () => {
    try {
      const pair = await getApprovalKey();
      const text = await approve(handed.config, handed.origin, pair, Date.now());
      saveFile('selvedge-approval.json', new Blob([text], { type: 'application/json' }));
      key.value = await writeKey(pair.publicKey);
    } catch (error) {
      trouble.value = t`It was not approved (${messageOf(error)}). Try again in a window that is not private.`;
    }
  };
  if (key.value)
    return (
      <div class="note" role="status">
        <div>
          <strong>{t`Approved, exactly as it is.`}</strong>
          <span>{t`Send selvedge-approval.json back to your colleague, who opens it under Publish.`}</span>
          <span class="tiny soft">{t`The first time they also need your approval key, to know that it is you:`}</span>
          <span class="row">
            <CopyButton text={key.value} label={t`Copy my approval key`} />
          </span>
        </div>
      </div>
    );
  return (
    <>
      {trouble.value && (
        <Note tone="bad">
          <span>{trouble.value}</span>
        </Note>
      )}
      <button class="button" type="button" onClick={() => void give()}>
        <Stamp size={15} aria-hidden="true" /> {t`Approve`}
      </button>
    </>
  );
}

export function HandedInside() {
  if (opened.value?.kind !== 'ok') return null;
  const { handed } = opened.value;
  const { by, note, at, versions } = handed;
  const isOwn = draft.value !== undefined;
  return (
    <section class="card" aria-label={t`A colleague’s draft`}>
      <h2>
        <Inbox size={15} aria-hidden="true" /> {by ? t`A draft from ${by}` : t`A colleague’s draft`}
      </h2>
      {note && <p class="small">{note}</p>}
      <p class="tiny soft">
        {t`Handed over ${sayMoment(at)}.`} {by && t`The name is what the draft says; anybody can write one.`}{' '}
        {versions.length === 1 && t`With one version of its history.`}
        {versions.length > 1 && t`With ${versions.length} versions of its history.`}
      </p>
      <h3 class="small">{t`What it would change for visitors`}</h3>
      <DifferenceList all={sayDifferences(findLive(), giveNames(handed.config))} />
      <div class="row">
        <button class="button main" type="button" onClick={() => void take(handed)}>
          {isOwn ? t`Take it, keep mine as a version` : t`Take it as my draft`}
        </button>
        <button
          class="button"
          type="button"
          onClick={() => void lookAtIt(handed)}
        >{t`See it on the page`}</button>
        <button class="button" type="button" onClick={close}>{t`Close`}</button>
      </div>
      <Approve key={at} handed={handed} />
      <p class="tiny soft">
        {isOwn
          ? t`Yours stays under History, and Undo goes back. Nothing reaches visitors before you publish.`
          : t`Nothing reaches visitors before you publish.`}
      </p>
    </section>
  );
}
