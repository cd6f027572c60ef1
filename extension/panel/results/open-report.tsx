// The ways in for a report: a file, its text pasted, or an address of the owner's. A file may be dropped anywhere on the view,
// too.

import { Download } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { t } from '../../../shared/words/t.ts';
import { origin } from '../draft/desk.ts';
import { FileButton } from '../kit/file-button.tsx';
import { resultsHere } from './here.ts';

const PASTED = t`What you pasted`;

const { address, isFetching, fetchReport, forgetAddress } = resultsHere;

/** Nothing is asked for but by this button: what is read there is somebody's server. */
function FromAddress() {
  const [typed, setTyped] = useState<string>();
  const url = (typed ?? address.value).trim();
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        void fetchReport(url);
      }}
    >
      <label class="field">
        <span>{t`Or read it from an address of yours`}</span>
        <input
          type="url"
          required
          placeholder={`${origin.value ?? 'https://shop.example'}/report.json`}
          value={typed ?? address.value}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <div class="row">
        <button class="button" type="submit" disabled={!url || isFetching.value}>
          <Download size={15} aria-hidden="true" /> {isFetching.value ? t`Reading …` : t`Read it`}
        </button>
        {address.value && (
          <button
            class="button plain"
            type="button"
            onClick={() => {
              setTyped(undefined);
              void forgetAddress();
            }}
          >{t`Forget the address`}</button>
        )}
      </div>
    </form>
  );
}

export const OpenReport = () => (
  <div class="stack">
    <FileButton label={t`Open a report`} accept=".json,application/json" open={resultsHere.openReport} />
    <label class="field">
      <span>{t`Or paste it here`}</span>
      <textarea
        class="paste"
        rows={1}
        spellcheck={false}
        // what is pasted is opened, not kept in a field
        value=""
        onPaste={(event) => {
          event.preventDefault();
          void resultsHere.openReport(PASTED, event.clipboardData?.getData('text/plain') ?? '');
        }}
      />
    </label>
    <FromAddress />
  </div>
);
