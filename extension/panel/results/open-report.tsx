// The ways in for a report: a file, or its text pasted. A file may be dropped anywhere on the view, too.

import { FileButton } from '../kit/file-button.tsx';
import { resultsHere } from './here.ts';

const PASTED = 'What you pasted';

export const OpenReport = () => (
  <div class="stack">
    <FileButton label="Open a report" accept=".json,application/json" open={resultsHere.openReport} />
    <label class="field">
      <span>Or paste it here</span>
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
  </div>
);
