// Checks: what would go wrong with the variants of this page, each with what to do.

import { CircleCheck, ShieldCheck } from 'lucide-preact';
import { readPath } from '../../../shared/engine/address.ts';
import { t } from '../../../shared/words/t.ts';
import { DraftFindings } from '../draft/draft-findings.tsx';
import { isSame } from '../draft/is-same.ts';
import { NothingYet } from '../draft/nothing-yet.tsx';
import { UnfinishedRules } from '../draft/unfinished-rules.tsx';
import { Empty } from '../kit/empty.tsx';
import { FindingGroups } from '../kit/finding-groups.tsx';
import { Note } from '../kit/note.tsx';
import { config, experiences, isLooking, look, side } from '../site/page.ts';
import { checked, runChecks } from './checks.ts';

function Start() {
  const { kind } = checked.value;
  const isIdle = experiences.value.length === 0;
  return (
    <section class="card">
      <h2>
        <ShieldCheck size={15} aria-hidden="true" /> {t`Check this page`}
      </h2>
      <p class="small soft">{t`Shows each variant on the page for a moment and looks for what goes wrong: something to change that is not there, two changes of the same thing, text that does not fit or is hard to read, pictures without a description, and a page that jumps.`}</p>
      <div class="row">
        <button
          class="button main"
          type="button"
          disabled={kind === 'running' || isIdle}
          onClick={() => void runChecks()}
        >
          {kind === 'running' ? t`Checking …` : kind === 'done' ? t`Check again` : t`Check`}
        </button>
      </div>
      {isIdle && <p class="small soft">{t`No experience concerns this page.`}</p>}
    </section>
  );
}

export function ChecksView() {
  const state = checked.value;
  const Findings = state.kind === 'done' && state.side === 'draft' ? DraftFindings : FindingGroups;
  if (!look.value) return isLooking.value ? <p class="soft small">{t`Looking at the page …`}</p> : <span />;
  if (!config.value)
    return (
      <NothingYet
        icon={ShieldCheck}
        title={t`There is nothing to check yet`}
      >{t`Checks look at what visitors get here and find what would go wrong. Nobody gets anything here yet.`}</NothingYet>
    );
  return (
    <>
      <Start />
      {side.value === 'draft' && <UnfinishedRules />}
      <div aria-live="polite" class="shots">
        {state.kind === 'failed' && (
          <Note tone="bad">
            <span>{t`The checks did not run: ${state.why}. Reload the page and try again.`}</span>
          </Note>
        )}
        {state.kind === 'done' && state.side !== side.value && (
          <Note>
            <span>
              {state.side === 'draft'
                ? t`These are the findings of your draft.`
                : t`These are not the findings of what is shown now. Check again.`}
            </span>
          </Note>
        )}
        {state.kind === 'done' && state.side === side.value && !isSame(state.of, config.value.config) && (
          <Note tone="warn">
            <span>
              {state.side === 'draft'
                ? t`The draft has changed since. Check again.`
                : t`What is live has changed since. Check again.`}
            </span>
          </Note>
        )}
        {state.kind === 'done' && state.url !== look.value.url && (
          <Note>
            <span>{t`These are the findings of another page: ${readPath(new URL(state.url))}`}</span>
          </Note>
        )}
        {state.kind === 'done' && state.findings.length === 0 && (
          <Empty icon={CircleCheck} title={t`Nothing found`}>
            <p class="small soft">
              {state.variants === 1
                ? t`The one variant of this page does what it should.`
                : t`All ${state.variants} variants of this page do what they should.`}
            </p>
          </Empty>
        )}
        {state.kind === 'done' && <Findings findings={state.findings} config={state.of} />}
      </div>
    </>
  );
}
