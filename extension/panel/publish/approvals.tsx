// Whether a colleague has to approve what is published from here: who, and what they have said of the draft as it is now.

import { useSignal } from '@preact/signals';
import { ChevronRight, CircleCheck, CircleDashed } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { isKey } from '../draft/approval.ts';
import { Ask } from '../kit/ask.tsx';
import { FileButton } from '../kit/file-button.tsx';
import { Note } from '../kit/note.tsx';
import { sayMoment } from '../kit/say-moment.ts';
import { addApprover, approvals, openApproval, removeApprover, standing } from './approval-here.ts';

/** An approval is a small file. */
const MOST = 10_000;

function AddForm() {
  const [name, key, trouble] = [useSignal(''), useSignal(''), useSignal('')];
  const add = async (event: Event) => {
    event.preventDefault();
    const [who, what] = [name.value.trim(), key.value.trim()];
    trouble.value = !who
      ? t`Write down who it is.`
      : (await isKey(what))
        ? ''
        : t`This is no approval key. Your colleague copies it in their Selvedge, after approving a draft.`;
    if (trouble.value) return;
    await addApprover({ name: who, key: what });
    name.value = key.value = '';
  };
  return (
    <form class="make-form" onSubmit={(event) => void add(event)}>
      <label class="field">
        <span>{t`Who approves`}</span>
        <input
          type="text"
          maxLength={60}
          value={name.value}
          onInput={({ currentTarget }) => {
            name.value = currentTarget.value;
          }}
        />
      </label>
      <label class="field">
        <span>{t`Their approval key`}</span>
        <input
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={key.value}
          onInput={({ currentTarget }) => {
            key.value = currentTarget.value;
          }}
        />
      </label>
      {trouble.value && (
        <Note tone="bad">
          <span>{trouble.value}</span>
        </Note>
      )}
      <button class="button" type="submit">{t`Ask for their approval from now on`}</button>
      <p class="tiny soft">{t`This holds whoever publishes with this panel, as a reminder does: it can be taken off here, and who may write to your server can publish without it. Get the key from your colleague in person.`}</p>
    </form>
  );
}

function State() {
  const now = standing.value;
  switch (now.kind) {
    case 'free':
      return <p class="small soft">{t`There is nothing new to approve.`}</p>;
    case 'approved':
      return (
        <p class="small row said">
          <CircleCheck size={15} class="yes" aria-hidden="true" />
          <span class="grow">{t`${now.by} approved the draft as it is now, ${sayMoment(now.at)}.`}</span>
        </p>
      );
    case 'missing':
    case 'refused':
      return (
        <>
          <p class="small row said">
            <CircleDashed size={15} class="maybe" aria-hidden="true" />
            <span class="grow">
              {now.kind === 'missing' ? t`The draft has still to be approved.` : now.why}
            </span>
          </p>
          <p class="tiny soft">{t`Hand it to them below. They look at it, press “Approve”, and send back a file that you open here.`}</p>
        </>
      );
  }
}

export function ApprovalCard() {
  const { approvers } = approvals.value;
  return (
    <section class="card" aria-label={t`A colleague’s approval`}>
      <h2>{t`A colleague’s approval`}</h2>
      {approvers.length === 0 ? (
        <p class="small soft">{t`Nobody has to approve what you publish.`}</p>
      ) : (
        <>
          <State />
          <FileButton
            label={t`Open an approval`}
            accept=".json"
            open={(_name, text) => openApproval(text.slice(0, MOST + 1))}
          />
          <ul class="list">
            {approvers.map(({ name, key }) => (
              <li key={key} class="make-form">
                <span class="small">
                  <strong>{name}</strong> <code class="tiny soft">{`${key.slice(0, 10)}…`}</code>
                </span>
                <Ask
                  label={t`Stop asking ${name}`}
                  question={t`Publish without ${name}’s approval from now on?`}
                  yes={t`Stop asking`}
                  no={t`Go on asking`}
                  act={() => removeApprover(key)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <details class="small">
        <summary>
          <ChevronRight class="turn" size={15} aria-hidden="true" />
          <span class="grow">
            {approvers.length === 0 ? t`Ask for an approval first` : t`Somebody else, too`}
          </span>
        </summary>
        <AddForm />
      </details>
    </section>
  );
}
