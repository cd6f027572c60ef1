// What an author sends to whoever looks after the server: a message, and the config that the report is read with.

import { ChevronRight, Download } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { formatHere } from '../draft/format-here.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { saveFile } from '../kit/save-file.ts';
import { host } from '../site/page.ts';
import { isCounted, wanted } from './counting-here.ts';
import { live } from './here.ts';
import { writeForReport } from './write-for-report.ts';

/** A tag holds its config in a form that no report is made with; one beside it lies on the site. */
function Attached() {
  if (formatHere() === 'json')
    return (
      <p class="tiny soft">{t`Send selvedge-measure.js along, if it is not beside the tag yet: Publish has it under “Files that belong beside the tag, once”.`}</p>
    );
  const config = live.value;
  if (!isCounted.value || !config)
    return (
      <p class="tiny soft">{t`Once you have published, a file to send along is offered here: selvedge.json.`}</p>
    );
  return (
    <>
      <div class="row">
        <button
          class="button"
          type="button"
          onClick={() =>
            saveFile(
              'selvedge.json',
              new Blob([`${JSON.stringify(config, null, 2)}\n`], { type: 'application/json' }),
            )
          }
        >
          <Download size={15} aria-hidden="true" /> {t`Save selvedge.json to send along`}
        </button>
      </div>
      <p class="tiny soft">{t`It is what visitors get now, and the report is read with it. Send it again when you have published.`}</p>
    </>
  );
}

export function AskForReport() {
  const text = writeForReport(host.value, formatHere(), wanted.value?.measure?.ping);
  return (
    <>
      <details class="small">
        <summary>
          <ChevronRight class="turn" size={15} aria-hidden="true" />
          <span class="grow">{t`Read the message`}</span>
        </summary>
        <pre class="letter">{text}</pre>
      </details>
      <div class="row">
        <CopyButton text={text} label={t`Copy for your developer`} />
      </div>
      <Attached />
    </>
  );
}
