// The switch under the site's name: whether the views show what visitors get, a file, or the author's draft.

import { t } from '../../../shared/words/t.ts';
import type { Side } from '../../wire/preview-state.ts';
import { isInstalled, look, openConfig, side, wantedSide } from '../site/page.ts';
import { differences, draft, goToPlace, openView, unpublished } from './desk.ts';

const NAMES: Record<Side, string> = { live: t`Live`, file: t`File`, draft: t`My draft` };

function saySide(now: Side): string {
  switch (now) {
    case 'live':
      return isInstalled.value ? t`what visitors get` : t`not installed here`;
    case 'file':
      return openConfig.value.kind === 'ok' ? openConfig.value.name : '';
    case 'draft':
      if (!draft.value) return t`not begun yet`;
      if (unpublished.value > 0) return t`only you see it`;
      return isInstalled.value && differences.value.length === 0
        ? t`the same as live`
        : t`nothing changed yet`;
  }
}

function choose(next: Side): void {
  // before there is one, this is where it begins
  if (next === 'draft' && !draft.value) {
    goToPlace({ kind: 'home' });
    return;
  }
  wantedSide.value = next;
  // the draft is all that is made there
  if (next !== 'draft' && openView.value === 'make') openView.value = 'here';
}

export function SideSwitch() {
  if (!look.value) return null;
  const now = openView.value === 'make' ? 'draft' : side.value;
  const all: Side[] = openConfig.value.kind === 'ok' ? ['live', 'file', 'draft'] : ['live', 'draft'];
  return (
    <div class="side">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a group of fields */}
      <div class="side-switch" role="group" aria-label={t`What the views show`}>
        {all.map((one) => (
          <button key={one} type="button" aria-pressed={now === one} onClick={() => choose(one)}>
            {NAMES[one]}
          </button>
        ))}
      </div>
      <span class="side-says" aria-live="polite">
        {saySide(now)}
      </span>
    </div>
  );
}
