// Publish: what will change for visitors, what is wrong with it, where it goes, and what became of it.

import { useSignal } from '@preact/signals';
import { checked } from '../draft/desk.ts';
import { Differences, Findings } from '../draft/findings.tsx';
import type { Format } from '../draft/prepare.ts';
import { Share } from '../draft/share.tsx';
import { SelectField } from '../kit/select-field.tsx';
import { Install } from '../site/install.tsx';
import { isInstalled, pageConfig } from '../site/page.ts';
import { FolderForm } from './folder-form.tsx';
import { pageCheck } from './page-check.ts';
import { isNew } from './publishing.ts';
import { PutForm } from './put-form.tsx';
import { Conflicts, Result } from './result.tsx';
import { SaveFiles } from './save-files.tsx';
import { Siblings } from './siblings.tsx';
import { TryOut } from './try-out.tsx';

const FORMATS = [
  ['js', 'selvedge.js, with the tag'],
  ['json', 'selvedge.json, config only'],
] as const;

export function Publish() {
  const isTag = pageConfig.value.kind !== 'ok' || pageConfig.value.from === 'tag';
  const format = useSignal<Format>(isTag ? 'js' : 'json');
  const isFit = checked.value?.config !== undefined;
  const isDoubtful =
    checked.value?.problems.some(({ severity }) => severity === 'warning') ||
    (pageCheck.value.kind === 'done' && pageCheck.value.findings.length > 0);
  const how = { format: format.value, verb: isDoubtful ? 'Publish anyway' : 'Publish' };
  return (
    <>
      <section class="card">
        <h2>What changes for visitors</h2>
        <Differences />
        <Findings />
        <Conflicts />
      </section>
      <TryOut />
      <section class="card">
        <h2>Where it goes</h2>
        <SelectField
          label="As"
          value={format.value}
          options={FORMATS}
          set={(value) => {
            format.value = value;
          }}
        />
        <SaveFiles format={format.value} isFit={isFit} />
        <Siblings format={format.value} />
        <FolderForm {...how} isReady={isFit} />
        <hr />
        <PutForm
          {...how}
          isReady={isFit && isNew()}
          setFormat={(saved) => {
            format.value = saved;
          }}
        />
        <Result />
      </section>
      {!isInstalled.value && (
        <section class="card">
          <h2>Put it on your site</h2>
          <p class="small soft">Selvedge is not on this page yet. Once, for the whole site:</p>
          <Install />
        </section>
      )}
      <Share />
    </>
  );
}
