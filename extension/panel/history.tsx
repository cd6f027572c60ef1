// The draft's history: versions to go back to, files in and out, and the end of it.

import { useSignal } from '@preact/signals';
import { Download } from 'lucide-preact';
import { t } from '../../shared/words/t.ts';
import { readAuthor } from './draft/author.ts';
import { changeDraft, draft, origin, publishable, throwDraftAway } from './draft/desk.ts';
import { type Draft, nameVersion } from './draft/draft.ts';
import { giveNames } from './draft/give-names.ts';
import { mergeIn } from './draft/merging.ts';
import { openText } from './draft/open-text.ts';
import { sayDifferences } from './draft/say-difference.ts';
import { CopyText } from './draft/share.tsx';
import { replaceConfig } from './draft/steps.ts';
import { writeConfig } from './draft/write-config.ts';
import { Ask } from './kit/ask.tsx';
import { FileButton } from './kit/file-button.tsx';
import { Note } from './kit/note.tsx';
import { saveFile } from './kit/save-file.ts';
import { sayMoment } from './kit/say-moment.ts';
import { sayProblem } from './kit/say-problem.ts';
import { Conflicts } from './publish/result.tsx';

function Versions({ current }: { current: Draft }) {
  const name = useSignal('');
  return (
    <section class="card">
      <h2>
        {t`Versions`} <span class="count">{current.versions.length}</span>
      </h2>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          // read now: the draft is changed when its turn comes, and the field is empty by then
          const called = name.value.trim() || t`Version`;
          const at = origin.value;
          void readAuthor().then((by) =>
            changeDraft((before, now) => nameVersion(before, called, now, by ? { by } : {}), at),
          );
          name.value = '';
        }}
      >
        <label class="field make-name">
          <span class="unseen">{t`Name of the version`}</span>
          <input
            type="text"
            placeholder={t`Before the sale`}
            value={name.value}
            onInput={({ currentTarget }) => {
              name.value = currentTarget.value;
            }}
          />
        </label>
        <button class="button" type="submit">{t`Keep a version`}</button>
      </form>
      <ol class="list">
        {current.versions.map(({ name: called, at, config, by, note }) => {
          const count = sayDifferences(config, current.config).length;
          return (
            <li key={at} class="row">
              <span class="grow small">
                <strong>{called}</strong>
                {note && <span class="block">{note}</span>}
                <span class="tiny soft block">
                  {by ? t`By ${by}, ${sayMoment(at)}` : sayMoment(at)};{' '}
                  {count === 0
                    ? t`same as now`
                    : count === 1
                      ? t`1 point differs`
                      : t`${count} points differ`}
                </span>
              </span>
              <button
                class="button"
                type="button"
                disabled={count === 0}
                onClick={() =>
                  void changeDraft((before, now) => replaceConfig(before, t`Back to ${called}`, config, now))
                }
              >{t`Go back`}</button>
            </li>
          );
        })}
      </ol>
      <p class="tiny soft">{t`Every change is saved at once. Undo reaches back a hundred steps, after a restart too.`}</p>
    </section>
  );
}

function Files() {
  const trouble = useSignal('');
  const done = useSignal('');
  return (
    <section class="card">
      <h2>{t`Files`}</h2>
      {trouble.value && (
        <Note tone="bad">
          <span>{trouble.value}</span>
        </Note>
      )}
      {done.value && (
        <p class="small" role="status">
          {done.value}
        </p>
      )}
      <Conflicts />
      <div class="row">
        <button
          class="button"
          type="button"
          onClick={() => {
            if (publishable.value)
              saveFile(
                'selvedge.json',
                new Blob([writeConfig(publishable.value)], { type: 'application/json' }),
              );
          }}
        >
          <Download size={15} aria-hidden="true" /> {t`Save the draft`}
        </button>
        <FileButton
          label={t`Open another file`}
          accept=".json,.js"
          open={async (file, text) => {
            const at = origin.value;
            const read = await openText(text);
            trouble.value =
              read.kind === 'bad'
                ? t`${file} was not opened, the draft is as it was. ${read.problems.slice(0, 3).map(sayProblem).join(' ')}`
                : '';
            done.value = '';
            if (read.kind !== 'ok') return;
            void changeDraft(
              (before, now) => replaceConfig(before, t`Opened ${file}`, giveNames(read.config), now),
              at,
            );
            done.value = t`${file} is the draft now. Undo goes back.`;
          }}
        />
        <FileButton
          label={t`Merge a file in`}
          accept=".json,.js"
          open={async (file, text) => {
            const problem = await mergeIn(text, file);
            trouble.value = problem ? t`${file} was not merged, the draft is as it was. ${problem}` : '';
            done.value = problem ? '' : t`${file} is merged into the draft. Undo goes back.`;
          }}
        />
        <CopyText />
      </div>
    </section>
  );
}

export function History() {
  const current = draft.value;
  if (!current) return null;
  return (
    <>
      <Versions current={current} />
      <Files />
      <Ask
        label={t`Throw this draft away`}
        question={t`Throw the draft and its history away? What is live stays as it is. Until you begin another, it can be brought back.`}
        yes={t`Throw it away`}
        act={throwDraftAway}
      />
    </>
  );
}
