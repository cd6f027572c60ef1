// Checks: what would go wrong with the variants of this page, each with what to do.

import { CircleAlert, CircleCheck, ShieldCheck, TriangleAlert } from 'lucide-preact';
import type { Finding } from '../../lib/calls.ts';
import { checked, runChecks } from '../model/checks.ts';
import { config, experiences, isLooking, look } from '../model/page.ts';
import { Chip } from '../parts/chip.tsx';
import { Empty } from '../parts/empty.tsx';
import { Note } from '../parts/note.tsx';
import { toName } from '../words/to-name.ts';

const KINDS: Record<Finding['kind'], string> = {
  missing: 'Not found',
  many: 'Too many',
  drift: 'Something else',
  collision: 'Collision',
  overflow: 'Does not fit',
  contrast: 'Hard to read',
  alt: 'No words',
  shift: 'Page moves',
  refused: 'Refused',
  a11y: 'Accessibility',
};

function nameOf({ experience: id, variant }: Finding): string {
  const found = config.value?.config.experiences.find((one) => one.id === id);
  const arm = found?.variants.find((one) => one.id === variant);
  return `${found?.name || toName(id)}: ${arm?.name || toName(variant)}`;
}

function Found({ finding }: { finding: Finding }) {
  const isError = finding.severity === 'error';
  const Icon = isError ? CircleAlert : TriangleAlert;
  const text = finding.what.charAt(0).toUpperCase() + finding.what.slice(1);
  return (
    <li>
      <div class="row">
        <Chip tone={isError ? 'bad' : 'warn'}>
          <Icon size={12} aria-hidden="true" /> {KINDS[finding.kind]}
        </Chip>
        {finding.change !== undefined && <span class="tiny soft">change {finding.change + 1}</span>}
      </div>
      <p class="small">{text}.</p>
      <p class="small soft">{finding.remedy}</p>
    </li>
  );
}

export function ChecksView() {
  const state = checked.value;
  if (!look.value) return isLooking.value ? <p class="soft small">Looking at the page …</p> : <span />;
  if (!config.value)
    return (
      <Empty icon={ShieldCheck} title="There is nothing to check yet">
        <p class="soft small">Checks look at the variants of a config. Open a config file under “Here”.</p>
      </Empty>
    );
  const groups = new Map<string, Finding[]>();
  if (state.kind === 'done')
    for (const finding of state.findings)
      groups.set(nameOf(finding), [...(groups.get(nameOf(finding)) ?? []), finding]);
  return (
    <>
      <section class="card">
        <h2>
          <ShieldCheck size={15} aria-hidden="true" /> Check this page
        </h2>
        <p class="small soft">
          Shows each variant for a moment and looks: targets, collisions, text that does not fit, contrast,
          words for pictures, movement, accessibility.
        </p>
        <button
          class="button main"
          type="button"
          disabled={state.kind === 'running' || experiences.value.length === 0}
          onClick={() => void runChecks()}
        >
          {state.kind === 'running' ? 'Checking …' : state.kind === 'done' ? 'Check again' : 'Check'}
        </button>
        {experiences.value.length === 0 && <p class="small soft">No experience concerns this page.</p>}
      </section>
      <div aria-live="polite" class="shots">
        {state.kind === 'failed' && (
          <Note tone="bad">
            <span>The checks did not run: {state.why}. Reload the page and try again.</span>
          </Note>
        )}
        {state.kind === 'done' && state.url !== look.value.url && (
          <Note>
            <span>These are the findings of another page: {new URL(state.url).pathname}</span>
          </Note>
        )}
        {state.kind === 'done' && groups.size === 0 && (
          <Empty icon={CircleCheck} title="Nothing found">
            <p class="soft small">All {state.variants} variants of this page do what they should.</p>
          </Empty>
        )}
        {[...groups].map(([name, findings]) => (
          <section key={name} class="card">
            <h2>{name}</h2>
            <ul class="list">
              {findings.map((finding, index) => (
                <Found key={index} finding={finding} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
