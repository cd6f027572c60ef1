// How a site gets the tag: what to do and what to copy, by what the site is made with; or a message to whoever does it.

import { useSignal } from '@preact/signals';
import { t } from '../../../shared/words/t.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { SelectField } from '../kit/select-field.tsx';
import { ConsentNote } from './consent-note.tsx';
import { INSTALL_WAYS, type InstallKind, writeToDeveloper } from './install-ways.ts';
import { host, look } from './page.ts';

type Choice = InstallKind | 'developer';

const OPTIONS: readonly (readonly [Choice, string])[] = [
  ['own', INSTALL_WAYS.own.name],
  ['wordpress', INSTALL_WAYS.wordpress.name],
  ['shopify', INSTALL_WAYS.shopify.name],
  ['webflow', INSTALL_WAYS.webflow.name],
  ['squarespace', INSTALL_WAYS.squarespace.name],
  ['tag-manager', INSTALL_WAYS['tag-manager'].name],
  ['developer', t`Send this to my developer`],
];

function Way({ kind }: { kind: InstallKind }) {
  const { steps, code, copy, note } = INSTALL_WAYS[kind];
  return (
    <>
      <ol class="steps small">
        {steps.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
      <pre>{code}</pre>
      <div class="row">
        <CopyButton key={kind} text={code} label={copy} />
      </div>
      {note && <p class="tiny soft">{note}</p>}
    </>
  );
}

function Developer() {
  const text = writeToDeveloper(host.value);
  return (
    <>
      <p class="small soft">{t`Save the files that publishing makes, and send them with this message:`}</p>
      <pre class="letter">{text}</pre>
      <div class="row">
        <CopyButton text={text} label={t`Copy the message`} />
      </div>
    </>
  );
}

export function Install() {
  const chosen = useSignal<Choice | undefined>(undefined);
  const found = look.value?.siteKind;
  const choice = chosen.value ?? found ?? 'own';
  return (
    <div class="make-form">
      <SelectField
        label={t`What is the site made with?`}
        value={choice}
        options={OPTIONS}
        set={(value) => {
          chosen.value = value;
        }}
      />
      {found === choice && (
        <p class="tiny soft">{t`This page looks like it. Choose another if it is not so.`}</p>
      )}
      {choice === 'developer' ? <Developer /> : <Way kind={choice} />}
      {choice !== 'developer' && <ConsentNote />}
    </div>
  );
}
