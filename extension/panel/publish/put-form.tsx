// Publish by HTTP PUT: the address of the file and what signs in there.

import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { Send } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { origin } from '../draft/desk.ts';
import { isNew } from '../draft/next.ts';
import type { Format } from '../draft/prepare.ts';
import { findAddressFault } from '../kit/find-address-fault.ts';
import { Note } from '../kit/note.tsx';
import { SelectField } from '../kit/select-field.tsx';
import { host } from '../site/page.ts';
import { destinationOf, readToken } from './destination.ts';
import { isPublishing } from './outcome-here.ts';
import { type Order, publishByPut } from './publishing.ts';
import { Sending } from './sending.tsx';

const SCHEMES = [
  ['bearer', t`a token`],
  ['basic', 'name:password'],
] as const;

/** Why it cannot go out now, where nothing else says so. */
function sayObstacle(isFit: boolean, url: string): string | undefined {
  if (!isFit) return t`First put right what stands above.`;
  if (!isNew()) return t`Nothing differs from what is live, so there is nothing to publish.`;
  return url ? undefined : t`Give the address of the file first.`;
}

/** What is wrong with the address, and what to write; undefined where it may be sent to. @param example of one */
function sayFault(url: string, example: string): string | undefined {
  switch (findAddressFault(url)) {
    case 'bare':
      return t`An address begins with https://. Did you mean https://${url}?`;
    case 'broken':
      return t`This is no address of a file on the web. Write it whole, as in ${example}`;
    case 'plain':
      return t`Give an https address: over plain http anybody on the way could read the token.`;
    case undefined:
      return new URL(url).pathname.endsWith('/')
        ? t`This is a folder. Add the file’s name, as in ${example}`
        : undefined;
  }
}

interface Credentials {
  scheme: Signal<Order['scheme']>;
  token: Signal<string>;
  keep: Signal<Order['keep']>;
}

function SignIn({ scheme, token, keep }: Credentials) {
  return (
    <>
      <div class="grid">
        <SelectField
          label={t`Signs in with`}
          value={scheme.value}
          options={SCHEMES}
          set={(value) => {
            scheme.value = value;
          }}
        />
        <label class="field">
          <span>{scheme.value === 'bearer' ? t`Token` : 'Name:password'}</span>
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
      <label class="row said small">
        <input
          type="checkbox"
          checked={keep.value === 'device'}
          onChange={({ currentTarget }) => {
            keep.value = currentTarget.checked ? 'device' : 'open';
          }}
        />
        <span class="grow">{t`Keep it on this device. Otherwise it is forgotten when the browser closes.`}</span>
      </label>
    </>
  );
}

export function PutForm({
  format,
  remember,
  isFit,
  verb,
}: {
  format: Format;
  /** this way was used here last time, in this format */
  remember(format: Format): void;
  isFit: boolean;
  verb: string;
}) {
  const url = useSignal('');
  const token = useSignal('');
  const scheme = useSignal<Order['scheme']>('bearer');
  const keep = useSignal<Order['keep']>('open');
  useSignalEffect(() => {
    const at = origin.value;
    if (at === undefined) return;
    void Promise.all([destinationOf(at).read(), readToken(at)]).then(([saved, kept]) => {
      // what the author has written by now stays
      if (url.peek() || token.peek() || origin.peek() !== at) return;
      if (saved) {
        url.value = saved.url;
        scheme.value = saved.scheme;
        keep.value = saved.keep;
        remember(saved.format);
      }
      token.value = kept;
    });
  });
  const order: Order = {
    url: url.value.trim(),
    format,
    scheme: scheme.value,
    token: token.value.trim(),
    keep: keep.value,
  };
  const file = `selvedge.${format}`;
  const example = `https://${host.value || 'shop.example'}/${file}`;
  const fault = order.url ? sayFault(order.url, example) : undefined;
  const obstacle = sayObstacle(isFit, order.url);
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        void publishByPut(order);
      }}
    >
      <label class="field">
        <span>{t`Put it on the server, address of the file`}</span>
        <input
          type="url"
          required
          placeholder={example}
          value={url.value}
          onInput={({ currentTarget }) => {
            url.value = currentTarget.value;
          }}
          {...(fault !== undefined && { 'aria-invalid': true, 'aria-describedby': 'put-fault' })}
        />
      </label>
      {fault !== undefined && (
        <Note tone="warn">
          <span id="put-fault">{fault}</span>
        </Note>
      )}
      <p class="tiny soft">
        {format === 'js'
          ? t`With it goes all that it asks for, into the same folder, and it goes last. What lies there already is not sent again.`
          : t`The config goes there alone. Files of the tag that asks for it are not sent: they are under “Files that belong beside the tag”.`}
      </p>
      <SignIn scheme={scheme} token={token} keep={keep} />
      <button
        class={`button ${order.url ? 'main' : ''}`}
        type="submit"
        disabled={obstacle !== undefined || fault !== undefined || isPublishing.value}
        aria-describedby="put-obstacle"
      >
        <Send size={15} aria-hidden="true" /> {isPublishing.value ? t`Publishing …` : verb}
      </button>
      <Sending />
      <p id="put-obstacle" class="tiny soft" hidden={obstacle === undefined}>
        {obstacle}
      </p>
    </form>
  );
}
