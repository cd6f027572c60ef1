// Results: did it help? The site's last report, experience by experience.

import { ChartNoAxesColumn, ChevronRight, Download, X } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { t } from '../../../shared/words/t.ts';
import { Empty } from '../kit/empty.tsx';
import { Note } from '../kit/note.tsx';
import { sayMoment } from '../kit/say-moment.ts';
import { tJsx } from '../kit/t-jsx.ts';
import type { KeptReport } from '../site/kept-report.ts';
import { findMisfits } from './find-misfits.ts';
import { live, resultsHere } from './here.ts';
import { OpenReport } from './open-report.tsx';
import { OwnVisits } from './own-visits.tsx';
import { ResultCard } from './result-card.tsx';
import { sayDay, saySource } from './say-report.ts';

const { kept, isRead, trouble, address, isFetching, openReport, fetchReport, dropReport } = resultsHere;

const How = () => (
  <>
    <p class="soft small">{tJsx`What helps is counted in your web server’s own log, once the site’s owner has switched counting on (${<code>measure</code>} in the config). Ask whoever looks after the server for a report. This makes one of the log:`}</p>
    <pre>selvedge report access.log --config selvedge.json -o report.json</pre>
  </>
);

function About({ report, from, openedAt }: KeptReport) {
  const misfits = findMisfits(report, live.value);
  return (
    <section class="card" aria-label={t`The report`}>
      <h2>
        <span class="grow">{t`${sayDay(report.from)} to ${sayDay(report.until)}`}</span>
        <button
          class="icon-button"
          type="button"
          aria-label={t`Forget this report`}
          onClick={() => void dropReport()}
        >
          <X size={15} aria-hidden="true" />
        </button>
      </h2>
      <p class="small soft">{t`Made ${sayMoment(Date.parse(report.made))}; ${from}, opened ${sayMoment(openedAt)}. ${saySource(report)}`}</p>
      {misfits.length > 0 && (
        <Note tone="warn">
          <ul class="list">
            {misfits.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Note>
      )}
      {from === address.value && (
        <button
          class="button"
          type="button"
          disabled={isFetching.value}
          onClick={() => void fetchReport(from)}
        >
          <Download size={15} aria-hidden="true" /> {isFetching.value ? t`Reading …` : t`Read it again`}
        </button>
      )}
      <details class="small">
        <summary>
          <ChevronRight class="turn" size={15} aria-hidden="true" />
          <span class="grow">{t`Open a newer one`}</span>
        </summary>
        <div class="make-form">
          <How />
          <OpenReport />
        </div>
      </details>
    </section>
  );
}

function Inside() {
  const now = kept.value;
  if (!isRead.value) return <p class="soft small">{t`Opening the last report …`}</p>;
  if (!now)
    return (
      <Empty icon={ChartNoAxesColumn} title={t`No report yet`}>
        <How />
        <OpenReport />
        <p class="tiny soft">{t`Or drop the file here. It is read in this browser and goes nowhere.`}</p>
      </Empty>
    );
  return (
    <>
      <About {...now} />
      {now.report.experiences.length === 0 && (
        <p class="small soft">{t`Nobody was counted in these days for anything that its config has.`}</p>
      )}
      {now.report.experiences.map((experience) => (
        <ResultCard
          key={`${experience.id} ${experience.round}`}
          report={now.report}
          experience={experience}
        />
      ))}
    </>
  );
}

export function Results() {
  useEffect(() => {
    const life = new AbortController();
    resultsHere.start(life.signal);
    return () => life.abort();
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file is opened by a button as well
    <div
      class="results"
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        const [file] = event.dataTransfer?.files ?? [];
        if (!file) return;
        event.preventDefault();
        void file.text().then((text) => openReport(file.name, text));
      }}
    >
      {trouble.value && (
        <Note tone="bad">
          <span>{trouble.value}</span>
        </Note>
      )}
      <Inside />
      <OwnVisits />
    </div>
  );
}
