// Publish: what will change for visitors, what is wrong with it, where it goes, and what became of it.

import { useSignal, useSignalEffect } from '@preact/signals';
import { Download, Send } from 'lucide-preact';
import { destinationOf, readToken } from '../../lib/publish/destination.ts';
import type { Format } from '../../lib/publish/prepare.ts';
import { isSameToPages } from '../../lib/publish/restore.ts';
import { pageConfig } from '../model/page.ts';
import { Note } from '../parts/note.tsx';
import { checked, differences, draft, origin, publishable } from './desk.ts';
import { Differences, Findings } from './findings.tsx';
import { isPublishing, type Order, publishByPut, publishToFile } from './publishing.ts';
import { Conflicts, Result } from './result.tsx';
import { Siblings } from './siblings.tsx';

export function Publish() {
  const isTag = pageConfig.value.kind !== 'ok' || pageConfig.value.from === 'tag';
  const format = useSignal<Format>(isTag ? 'js' : 'json');
  const url = useSignal('');
  const token = useSignal('');
  const scheme = useSignal<Order['scheme']>('bearer');
  const keep = useSignal<Order['keep']>('open');
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
        <Siblings />
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
                keep.value = currentTarget.checked ? 'device' : 'open';
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
