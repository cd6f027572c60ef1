// Publish: what will change for visitors, what is wrong with it, where it goes, and what became of it.

import { useSignal } from '@preact/signals';
import { ChevronRight } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { checked, fit } from '../draft/desk.ts';
import { Differences, Findings } from '../draft/findings.tsx';
import { formatHere } from '../draft/format-here.ts';
import { HandOver } from '../draft/hand-over.tsx';
import { HistoryNote } from '../draft/history-note.tsx';
import type { Format } from '../draft/prepare.ts';
import { Share } from '../draft/share.tsx';
import { isAllFilled } from '../draft/unfinished-rules.tsx';
import { SelectField } from '../kit/select-field.tsx';
import { Install } from '../site/install.tsx';
import { isInstalled, isTour } from '../site/page.ts';
import { approvals, isFree } from './approval-here.ts';
import { ApprovalCard } from './approvals.tsx';
import { FolderForm } from './folder-form.tsx';
import { ItemsNote } from './items-note.tsx';
import { Launches } from './launches.tsx';
import { pageCheck } from './page-check.ts';
import { PlanCard } from './plan-card.tsx';
import { canPickFolder } from './publish-folder.ts';
import { PutForm } from './put-form.tsx';
import { Conflicts, Result } from './result.tsx';
import { SaveFiles } from './save-files.tsx';
import { Siblings } from './siblings.tsx';
import { Stop } from './stop.tsx';
import { TryOut } from './try-out.tsx';
import { isWritten, UnwrittenTexts, unwritten } from './unwritten.tsx';

const FORMATS = [
  ['js', t`selvedge.js, with the tag`],
  ['json', t`selvedge.json, config only`],
] as const;

/** One way stands first: a folder where the browser can write one, else files. The others are folded away. */
function Where({ isFit, verb }: { isFit: boolean; verb: string }) {
  const format = useSignal<Format>(formatHere());
  const isOpen = useSignal(false);
  const how = { format: format.value, verb };
  const files = (
    <>
      <SaveFiles format={format.value} isFit={isFit} />
      <Siblings format={format.value} />
    </>
  );
  return (
    <section class="card">
      <h2>{t`Where it goes`}</h2>
      {!isFit && (
        <p class="small make-warn">{t`First put right what stands above; until then nothing goes out.`}</p>
      )}
      <ItemsNote />
      {canPickFolder() ? <FolderForm {...how} isReady={isFit} /> : files}
      <details
        class="ways"
        open={isOpen.value}
        onToggle={({ currentTarget }) => {
          isOpen.value = currentTarget.open;
        }}
      >
        <summary>
          <ChevronRight class="turn" size={15} aria-hidden="true" />
          <span class="grow">{t`Other ways`}</span>
        </summary>
        <div class="make-form">
          <SelectField
            label={t`Which file`}
            value={format.value}
            options={FORMATS}
            set={(value) => {
              format.value = value;
            }}
          />
          {canPickFolder() && (
            <>
              {files}
              <hr />
            </>
          )}
          <PutForm
            {...how}
            isFit={isFit}
            remember={(saved) => {
              format.value = saved;
              isOpen.value = true;
            }}
          />
        </div>
      </details>
      <Result of="draft" />
    </section>
  );
}

/** The tour's shop takes its config as a file, and nothing else is made for it. */
function ToTour() {
  return (
    <section class="card">
      <h2>{t`Where it goes`}</h2>
      <p class="small soft">{t`This shop works by one file. Save it, and the shop takes it. Your own site may be published into a folder or to an address, too.`}</p>
      <SaveFiles format="json" isFit={fit.value !== undefined && isWritten.value} />
    </section>
  );
}

/** All that Publish has for a site. */
function ToSite() {
  const isAsked = approvals.value.approvers.length > 0;
  const isDoubtful =
    !isAllFilled.value ||
    checked.value?.problems.some(({ severity }) => severity === 'warning') ||
    (pageCheck.value.kind === 'done' && pageCheck.value.findings.length > 0);
  return (
    <>
      <HistoryNote />
      {isAsked && <ApprovalCard />}
      <Where
        isFit={fit.value !== undefined && isFree.value && isWritten.value}
        verb={isDoubtful ? t`Publish anyway` : t`Publish`}
      />
      {!isInstalled.value && (
        <section class="card">
          <h2>{t`Put it on your site`}</h2>
          <p class="small soft">{t`Selvedge is not on this page yet. Once, for the whole site:`}</p>
          <Install />
        </section>
      )}
      <HandOver />
      {!isAsked && <ApprovalCard />}
      <Share />
      <Stop />
    </>
  );
}

export function Publish() {
  const { value: tried } = pageCheck;
  const isWrongHere = tried.kind === 'done' && tried.findings.some(({ severity }) => severity === 'error');
  return (
    <>
      <section class="card">
        <h2>{t`What changes for visitors`}</h2>
        <Launches />
        <Differences />
        <Findings isGood={unwritten.value.length === 0 && !isWrongHere} />
        <UnwrittenTexts />
        <Conflicts />
      </section>
      {!isTour.value && <PlanCard />}
      <TryOut />
      {isTour.value ? <ToTour /> : <ToSite />}
    </>
  );
}
