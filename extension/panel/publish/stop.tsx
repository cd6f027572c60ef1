// Stop everything: one click and a question, and what visitors get is paused; and the way back.

import { useSignal, useSignalEffect } from '@preact/signals';
import { t } from '../../../shared/words/t.ts';
import { changeDraft, draft, origin } from '../draft/desk.ts';
import { type Act, act, findConcerned } from '../draft/stop.ts';
import { Ask } from '../kit/ask.tsx';
import { isPublishing } from './outcome-here.ts';
import { Result } from './result.tsx';
import { SaveFiles } from './save-files.tsx';
import { Sending } from './sending.tsx';
import { publishThere, readWay, type Way } from './way.ts';

const WORDS = {
  stop: {
    label: t`Stop everything`,
    yes: t`Stop everything now`,
    no: t`Let it run`,
    goes: t`What is live goes out now, paused: your other changes do not.`,
    back: t`You can start it again.`,
    files: t`Nothing is stopped until these are on your site, and a page that is open goes on until it is left.`,
  },
  start: {
    label: t`Start it again`,
    yes: t`Start it again now`,
    no: t`Leave it stopped`,
    goes: t`What is live goes out now with them running: your other changes do not.`,
    back: t`You can stop it again.`,
    files: t`Nothing runs again until these are on your site.`,
  },
} as const;

function sayWay(way: Way): string {
  if (way.kind === 'put') return t`It is published at once, to ${way.order.url}.`;
  if (way.kind === 'folder')
    return t`It is written at once into the folder ${way.folder.name}. If that is not your site’s own, upload it from there.`;
  return t`You save the files here and bring them to your site, where they take effect.`;
}

function sayConcerned(kind: Act, ids: string[]): string {
  const names = ids.map((id) => draft.value?.base?.experiences.find((one) => one.id === id)?.name || id);
  const first = names.slice(0, 5).join(', ');
  const list = names.length > 5 ? t`${first} and ${names.length - 5} more` : first;
  return kind === 'stop'
    ? t`Pauses what visitors get now: ${list}. They see your pages as they are.`
    : t`Runs again what was stopped: ${list}.`;
}

export function Stop() {
  const way = useSignal<Way>({ kind: 'files', format: 'js' });
  /** what is to be saved and brought there */
  const saving = useSignal<Act | undefined>(undefined);
  useSignalEffect(() => {
    const at = origin.value;
    saving.value = undefined;
    if (at === undefined || isPublishing.value) return;
    void readWay(at).then((found) => {
      if (origin.peek() === at) way.value = found;
    });
  });
  const now = draft.value;
  if (!now) return null;
  const kinds = (['stop', 'start'] as const).filter((kind) => findConcerned(now, kind).length > 0);
  if (kinds.length === 0) return null;
  const there = way.value;
  return (
    <section class="card" aria-label={t`Stop everything`}>
      <h2>{kinds.includes('stop') ? t`Something wrong?` : t`Everything is stopped`}</h2>
      {kinds.map((kind) => {
        const words = WORDS[kind];
        const concerned = sayConcerned(kind, findConcerned(now, kind));
        return (
          <Ask
            key={kind}
            label={words.label}
            question={`${concerned} ${words.goes} ${sayWay(there)} ${words.back}`}
            yes={words.yes}
            no={words.no}
            act={async () => {
              saving.value = undefined;
              if (there.kind !== 'files') return await publishThere(there, { act: kind });
              await changeDraft((before, at) => act(before, kind, at));
              saving.value = kind;
            }}
          />
        );
      })}
      {saving.value && there.kind === 'files' && (
        <div class="make-form">
          <p
            class="small make-warn"
            role="status"
          >{t`${WORDS[saving.value].files} Your draft has it already.`}</p>
          <SaveFiles format={there.format} isFit={true} act={saving.value} />
        </div>
      )}
      {there.kind === 'put' && <Sending />}
      <Result of="act" />
    </section>
  );
}
