// Publish: what will change for visitors, what is wrong with it, where it goes, and what became of it.

import { useSignal, useSignalEffect } from '@preact/signals';
import { CircleCheck, Download, Send } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import { lintConfig } from '../../../shared/lint/lint.ts';
import { destinationOf, readToken } from '../../lib/publish/destination.ts';
import { type Format, weighConfig } from '../../lib/publish/prepare.ts';
import { isSameToPages } from '../../lib/publish/restore.ts';
import { sayOutcome } from '../../lib/publish/say-outcome.ts';
import { pageConfig } from '../model/page.ts';
import { Note } from '../parts/note.tsx';
import { checked, differences, draft, origin, publishable } from './desk.ts';
import { sayProblem } from './home.tsx';
import {
  conflicts,
  isPublishing,
  keepOurs,
  mergeIn,
  type Order,
  outcome,
  publishByPut,
  publishToFile,
  takeTheirs,
} from './publishing.ts';

const MOST = 12;

export function Differences() {
  const all = differences.value;
  if (all.length === 0) return <p class="small soft">Nothing differs from what is live.</p>;
  const MARKS = { added: '+', removed: '−', changed: '~' } as const;
  return (
    <ul class="make-diff">
      {all.slice(0, MOST).map(({ kind, text }) => (
        <li key={text} data-kind={kind}>
          <span aria-hidden="true">{MARKS[kind]}</span> {text}
        </li>
      ))}
      {all.length > MOST && <li class="soft">and {all.length - MOST} more</li>}
    </ul>
  );
}

function Findings() {
  const result = checked.value;
  const fit = result?.config;
  const advice = useMemo(() => (fit ? lintConfig(fit) : []), [fit]);
  const errors = result?.problems.filter(({ severity }) => severity === 'error') ?? [];
  const warnings = [...(result?.problems.filter(({ severity }) => severity === 'warning') ?? []), ...advice];
  return (
    <>
      {errors.length > 0 && (
        <Note tone="bad">
          <strong>This cannot be published yet:</strong>
          <ul class="list">
            {errors.slice(0, MOST).map((one) => (
              <li key={one.path + one.problem}>{sayProblem(one)}</li>
            ))}
          </ul>
        </Note>
      )}
      {warnings.length > 0 && (
        <details class="small">
          <summary>
            {warnings.length === 1 ? 'One thing to think about' : `${warnings.length} things to think about`}
          </summary>
          <ul class="list">
            {warnings.slice(0, MOST).map((one) => (
              <li key={one.path + one.problem}>{sayProblem(one)}</li>
            ))}
          </ul>
        </details>
      )}
      {errors.length === 0 && (
        <p class="small row">
          <CircleCheck size={15} class="yes" aria-hidden="true" /> Nothing in it breaks the page.
          {fit && (
            <span class="soft">
              It weighs {(weighConfig(fit) / 1000).toFixed(1)} kB in the tag, before compression.
            </span>
          )}
        </p>
      )}
    </>
  );
}

function Result({ order }: { order: Order }) {
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

export function Publish() {
  const isTag = pageConfig.value.kind !== 'ok' || pageConfig.value.from === 'tag';
  const format = useSignal<Format>(isTag ? 'js' : 'json');
  const url = useSignal('');
  const token = useSignal('');
  const scheme = useSignal<Order['scheme']>('bearer');
  const keep = useSignal<Order['keep']>('session');
  useSignalEffect(() => {
    const at = origin.value;
    if (at === undefined) return;
    void Promise.all([destinationOf(at).read(), readToken(at)]).then(([saved, kept]) => {
      if (saved) {
        url.value = saved.url;
        format.value = saved.format;
        scheme.value = saved.scheme;
        keep.value = saved.keep;
      }
      token.value = kept;
    });
  });
  const isFit = checked.value?.config !== undefined;
  const now = publishable.value;
  const base = draft.value?.base;
  const isNew = !now || !base || !isSameToPages(now, base) || differences.value.length > 0;
  const order: Order = {
    url: url.value.trim(),
    format: format.value,
    scheme: scheme.value,
    token: token.value.trim(),
    keep: keep.value,
  };
  const isSafe = /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(order.url);
  return (
    <>
      <section class="card">
        <h2>What changes for visitors</h2>
        <Differences />
        <Findings />
        <Conflicts />
      </section>
      <section class="card">
        <h2>Where it goes</h2>
        <label class="field">
          <span>As</span>
          <select
            value={format.value}
            onChange={({ currentTarget }) => {
              format.value = currentTarget.value as Format;
            }}
          >
            <option value="js">selvedge.js: the tag with the config inside</option>
            <option value="json">selvedge.json: the config beside the tag</option>
          </select>
        </label>
        <button
          class="button"
          type="button"
          disabled={!isFit}
          onClick={() => void publishToFile(format.value)}
        >
          <Download size={15} aria-hidden="true" /> Save selvedge.{format.value} as a file
        </button>
        <hr />
        <form
          class="make-form"
          onSubmit={(event) => {
            event.preventDefault();
            void publishByPut(order);
          }}
        >
          <label class="field">
            <span>Or put it on the server, address of the file</span>
            <input
              type="url"
              required
              placeholder={`${origin.value ?? 'https://shop.example'}/selvedge.${format.value}`}
              value={url.value}
              onInput={({ currentTarget }) => {
                url.value = currentTarget.value;
              }}
            />
          </label>
          <div class="grid">
            <label class="field">
              <span>Signs in with</span>
              <select
                value={scheme.value}
                onChange={({ currentTarget }) => {
                  scheme.value = currentTarget.value as Order['scheme'];
                }}
              >
                <option value="bearer">a token</option>
                <option value="basic">name:password</option>
              </select>
            </label>
            <label class="field">
              <span>{scheme.value === 'bearer' ? 'Token' : 'Name:password'}</span>
              <input
                type="password"
                autocomplete="off"
                value={token.value}
                onInput={({ currentTarget }) => {
                  token.value = currentTarget.value;
                }}
              />
            </label>
          </div>
          <label class="row small">
            <input
              type="checkbox"
              checked={keep.value === 'device'}
              onChange={({ currentTarget }) => {
                keep.value = currentTarget.checked ? 'device' : 'session';
              }}
            />
            <span class="grow">
              Keep it on this device. Otherwise it is forgotten when the browser closes.
            </span>
          </label>
          {order.url && !isSafe && (
            <Note tone="warn">
              <span>Give an https address: over plain http anybody on the way could read the token.</span>
            </Note>
          )}
          <button
            class="button main"
            type="submit"
            disabled={!isFit || !isSafe || isPublishing.value || !isNew}
          >
            <Send size={15} aria-hidden="true" /> {isPublishing.value ? 'Publishing …' : 'Publish'}
          </button>
        </form>
        <Result order={order} />
      </section>
    </>
  );
}
