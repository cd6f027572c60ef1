// What became of a publish, with what can be done now; and what two authors both changed.

import { useSignal } from '@preact/signals';
import { t } from '../../../shared/words/t.ts';
import { config } from '../draft/desk.ts';
import { conflicts, keepOurs, mergeIn, takeTheirs } from '../draft/merging.ts';
import { isNew } from '../draft/next.ts';
import { sayDifferences } from '../draft/say-difference.ts';
import { Note } from '../kit/note.tsx';
import { isPage } from './outcome.ts';
import { forgetResult, result } from './outcome-here.ts';
import { sayActed } from './say-acted.ts';
import { sayOutcome } from './say-outcome.ts';

/** @param of the draft, or what was stopped or started again */
export function Result({ of }: { of: 'draft' | 'act' }) {
  const now = result.value;
  const trouble = useSignal('');
  if (!now || (now.act === undefined) !== (of === 'draft')) return null;
  const { outcome, place, act, again } = now;
  const isOut = outcome.kind === 'published' || outcome.kind === 'same';
  if (isOut && act === undefined && isNew())
    return (
      <p class="small soft" role="status">
        {t`Published before. The draft has changed since, so what stands above is not out yet.`}
      </p>
    );
  const said = sayOutcome(outcome, place);
  const { tone, title, text } = act === undefined ? said : sayActed(said, outcome, act);
  const merge = async (live: string) => {
    trouble.value = (await mergeIn(live, t`what is live`)) ?? '';
    if (!trouble.value) forgetResult();
  };
  return (
    <div
      class={`note ${tone === 'good' ? '' : tone}`}
      role={tone === 'bad' ? 'alert' : 'status'}
      data-outcome={outcome.kind}
    >
      <div>
        <strong>{title}</strong>
        <span>{text}</span>
        {trouble.value && <span>{trouble.value}</span>}
        {outcome.kind === 'changed' && (
          <span class="row">
            {!isPage(outcome.text) && (
              <button
                class="button"
                type="button"
                onClick={() => void merge(outcome.text)}
              >{t`Merge it into my draft`}</button>
            )}
            {act === undefined && (
              <button
                class="button bad"
                type="button"
                onClick={() => again({ overwrites: outcome.text })}
              >{t`Replace it with mine`}</button>
            )}
          </span>
        )}
        {outcome.kind === 'unguarded' && (
          <button
            class="button"
            type="button"
            onClick={() => again({ isBold: true })}
          >{t`Publish anyway`}</button>
        )}
      </div>
    </div>
  );
}

export function Conflicts() {
  const now = config.value;
  if (conflicts.value.length === 0 || !now) return null;
  return (
    <Note tone="warn">
      <strong>
        {conflicts.value.some((one) => one.takeTheirs)
          ? t`Both of you changed the same. Yours is in the draft now:`
          : t`Merged. To know:`}
      </strong>
      <ul class="list">
        {conflicts.value.map((one) => (
          <li key={one.what}>
            <span>{one.what}</span>
            {one.takeTheirs &&
              sayDifferences(now, one.takeTheirs(now)).map(({ text }) => (
                <span key={text} class="block tiny">{t`With theirs: ${text}`}</span>
              ))}
            <span class="row">
              <button class="button" type="button" onClick={() => keepOurs(one)}>
                {one.takeTheirs ? t`Keep mine` : t`All right`}
              </button>
              {one.takeTheirs && (
                <button
                  class="button"
                  type="button"
                  onClick={() => void takeTheirs(one)}
                >{t`Take theirs`}</button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Note>
  );
}
