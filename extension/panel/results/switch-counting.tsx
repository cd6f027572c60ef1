// Switches counting on, as one step of the draft, and says before that what it means for visitors: what is told, to whom, of whom.

import { ChevronRight } from 'lucide-preact';
import type { Config } from '../../../shared/schema/config.ts';
import { sayAny } from '../../../shared/words/lists.ts';
import { t } from '../../../shared/words/t.ts';
import { place } from '../draft/desk.ts';
import { findEndless } from './counting.ts';
import { canEdit, endCounting, isCounted, isWanted, startCounting, wanted } from './counting-here.ts';

const OF_WHOM = {
  required: t`Of whom: visitors who have agreed to be remembered, from then on.`,
  implied: t`Of whom: visitors who have not refused to be remembered.`,
};

/** By the level of the config. */
const WHAT_NOT = {
  coin: t`Not told: who they are, what they looked at, whether they are in a segment. Chance decides who keeps the original, and that is all a line says.`,
  private: t`Not told: who they are, what they looked at. With the goal goes an answer to whether it was shown to them, which is random now and then.`,
  exact: t`Not told: who they are, what they looked at. With the goal goes whether it was shown to them, and so whether they are in that segment.`,
};

function Meaning({ config }: { config: Config }) {
  const endless = findEndless(config).map(({ name, id }) => t`“${name || id}”`);
  const { consent = 'required', gpc = 'honour' } = config.privacy ?? {};
  return (
    <ul class="told-of small">
      <li>{t`What is told: “one more visitor with it” or “one more without”, and later “one of these has reached the goal”.`}</li>
      <li>{t`To whom: your own site, and nobody else. Its server writes a line into its log, as it does for each request anyway.`}</li>
      <li>{WHAT_NOT[config.measure?.ping?.level ?? 'coin']}</li>
      <li>
        {OF_WHOM[consent]}{' '}
        {gpc !== 'ignore' && t`Nobody whose browser asks not to be followed (Global Privacy Control).`}
      </li>
      <li>{t`A server’s log holds the network address of who asks, whatever is asked for. The message for your developer says how to keep it out of these lines.`}</li>
      <li>{t`Visitors see each line in their own view, and can switch it off. Whether your privacy notice has to say so, ask whoever advises you.`}</li>
      {endless.length > 0 && (
        <li>{t`Only how many reach ${sayAny(endless)} is counted, not what it is worth.`}</li>
      )}
    </ul>
  );
}

const ToPublish = () => (
  <button
    class="button main"
    type="button"
    onClick={() => {
      place.value = { kind: 'publish' };
    }}
  >{t`Check and publish`}</button>
);

const Off = () => (
  <button class="button plain" type="button" onClick={() => void endCounting()}>{t`Switch it off`}</button>
);

function sayState(): string {
  if (isCounted.value)
    return isWanted.value
      ? t`Visitors are counted.`
      : t`Switched off in your draft; until you publish, visitors are counted.`;
  return isWanted.value
    ? t`Switched on in your draft. Counting begins when you publish; who came before is not counted.`
    : '';
}

export function SwitchCounting() {
  const config = wanted.value;
  if (!config) return <p class="small soft">{t`There is nothing to count yet: begin with a variant.`}</p>;
  const on = isWanted.value;
  return (
    <>
      <p class="small" aria-live="polite">
        {sayState()}
      </p>
      {on ? (
        <details class="small">
          <summary>
            <ChevronRight class="turn" size={15} aria-hidden="true" />
            <span class="grow">{t`What that means for visitors`}</span>
          </summary>
          <Meaning config={config} />
        </details>
      ) : (
        <Meaning config={config} />
      )}
      {canEdit.value && (
        <div class="row">
          {on !== isCounted.value && <ToPublish />}
          {on ? (
            <Off />
          ) : (
            <button
              class={isCounted.value ? 'button' : 'button main'}
              type="button"
              onClick={() => void startCounting()}
            >{t`Switch counting on`}</button>
          )}
        </div>
      )}
      {!on && !isCounted.value && (
        <p class="tiny soft">{t`One step of your draft, which Undo takes back. Nobody is counted before you publish.`}</p>
      )}
    </>
  );
}
