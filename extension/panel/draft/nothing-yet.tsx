// What a view says when it has nothing to show: what it would show, and the ways on. A draft that cannot be shown
// says what has to be put right first.

import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { t } from '../../../shared/words/t.ts';
import { Empty } from '../kit/empty.tsx';
import { FileButton } from '../kit/file-button.tsx';
import { Note } from '../kit/note.tsx';
import { OfferTour } from '../site/offer-tour.tsx';
import { openConfigFile } from '../site/open-config-file.ts';
import { shown, side } from '../site/page.ts';
import { goToPlace } from './desk.ts';
import { ProblemLine } from './problem-line.tsx';
import { StartChange } from './start-change.tsx';

const MOST = 3;

/** Nothing, where the views show something else or the draft can be shown. */
export function DraftTrouble() {
  const found = shown.value;
  if (side.value !== 'draft' || found.kind !== 'bad') return null;
  return (
    <Note tone="warn">
      <span>{t`Your draft can be shown when this is put right:`}</span>
      <ul class="list">
        {found.problems
          .filter(({ severity }) => severity === 'error')
          .slice(0, MOST)
          .map((one) => (
            <ProblemLine key={one.path + one.problem} {...one} />
          ))}
      </ul>
      <button
        class="button"
        type="button"
        onClick={() => goToPlace({ kind: 'home' })}
      >{t`Open my draft`}</button>
    </Note>
  );
}

/** What one can do about it. */
export const WaysOn = () => (
  <div class="stack">
    <StartChange />
    <FileButton label={t`Open a config file`} accept=".json,application/json" open={openConfigFile} />
    <OfferTour />
  </div>
);

export function NothingYet({
  icon,
  title,
  children,
}: {
  icon: LucideIcon;
  title: string;
  children: ComponentChildren;
}) {
  if (side.value === 'draft') return <DraftTrouble />;
  return (
    <Empty icon={icon} title={title}>
      <p class="soft small">{children}</p>
      <WaysOn />
    </Empty>
  );
}
