// Results: did it help? The site's last report, experience by experience.

import { ChartNoAxesColumn, ChevronRight, Download, X } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { t } from '../../../shared/words/t.ts';
import { Empty } from '../kit/empty.tsx';
import { Note } from '../kit/note.tsx';
import { sayMoment } from '../kit/say-moment.ts';
import type { KeptReport } from '../site/kept-report.ts';
import { AskForReport } from './ask-for-report.tsx';
import { isCounted, isWanted } from './counting-here.ts';
import { findMisfits } from './find-misfits.ts';
import { live, resultsHere } from './here.ts';
import { OpenReport } from './open-report.tsx';
import { OwnVisits } from './own-visits.tsx';
import { ResultCard } from './result-card.tsx';
import { sayDay, saySource } from './say-report.ts';
import { SwitchCounting } from './switch-counting.tsx';
import { WayToResults } from './way-to-results.tsx';

const { kept, isRead, trouble, address, isFetching, openReport, fetchReport, dropReport } = resultsHere;

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
          <p class="soft small">{t`Ask whoever looks after the site for one.`}</p>
          <AskForReport />
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
      <>
        <Empty icon={ChartNoAxesColumn} title={t`No report yet`}>
          <p class="soft small">{t`Here you will read of each thing you made whether it helps: how many visitors reached the goal with it, and how many without. Four steps lead there.`}</p>
        </Empty>
        <WayToResults />
      </>
    );
  return (
    <>
      <About {...now} />
      {!(isCounted.value && isWanted.value) && (
        <section class="card" aria-label={t`Counting`}>
          <h2>{isCounted.value ? t`Counting` : t`Nothing is counted now`}</h2>
          <SwitchCounting />
        </section>
      )}
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
