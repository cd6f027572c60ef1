// What became of a publish, with what can be done now; and what two authors both changed.

import { useSignal } from '@preact/signals';
import { sayOutcome } from '../../lib/publish/say-outcome.ts';
import { Note } from '../parts/note.tsx';
import { conflicts, keepOurs, mergeIn, type Order, outcome, publishByPut, takeTheirs } from './publishing.ts';

export function Result({ order }: { order: Order }) {
  const now = outcome.value;
  const trouble = useSignal('');
  if (!now) return null;
  let host = order.url;
  try {
    host = new URL(order.url).host;
  } catch {
    // said as it was typed
  }
  const { tone, title, text } = sayOutcome(now, host);
  return (
    <div
      class={`note ${tone === 'good' ? '' : tone}`}
      role={tone === 'bad' ? 'alert' : 'status'}
      data-outcome={now.kind}
    >
      <div>
        <strong>{title}</strong>
        <span>{text}</span>
        {trouble.value && <span>{trouble.value}</span>}
        {now.kind === 'changed' && (
          <span class="row">
            <button
              class="button"
              type="button"
              onClick={async () => {
                trouble.value = (await mergeIn(now.text, 'what is live')) ?? '';
              }}
            >
              Merge it into my draft
            </button>
            <button
              class="button bad"
              type="button"
              onClick={() => void publishByPut(order, { overwrites: now.text })}
            >
              Replace it with mine
            </button>
          </span>
        )}
        {now.kind === 'unguarded' && (
          <button class="button" type="button" onClick={() => void publishByPut(order, { isBold: true })}>
            Publish anyway
          </button>
        )}
      </div>
    </div>
  );
}

export function Conflicts() {
  if (conflicts.value.length === 0) return null;
  return (
    <Note tone="warn">
      <strong>Both of you changed the same. Yours is in the draft now:</strong>
      <ul class="list">
        {conflicts.value.map((one) => (
          <li key={one.what}>
            <span>{one.what}</span>
            <span class="row">
              <button class="button" type="button" onClick={() => keepOurs(one)}>
                Keep mine
              </button>
              <button class="button" type="button" onClick={() => void takeTheirs(one)}>
                Take theirs
              </button>
            </span>
          </li>
        ))}
      </ul>
    </Note>
  );
}
