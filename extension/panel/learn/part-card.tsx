// The frame of one learned part: what it says, how sure it is, and taking it over, or why not.

import { CircleCheck, type LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { LearnedConfig } from '../../../shared/learn/learn.ts';
import { t } from '../../../shared/words/t.ts';
import { Note } from '../kit/note.tsx';
import { isTaken, takeOver } from './here.ts';

interface PartProps {
  icon: LucideIcon;
  title: string;
  /** in one sentence */
  says: string;
  /** how far it may be believed; '' where nothing is known of that */
  sure: string;
  /** why it was not learned, in sentences; undefined where it was */
  whyNot?: string[] | undefined;
  learned: LearnedConfig | undefined;
  /** what of it goes into the draft, and what that step is called */
  fields: readonly (keyof LearnedConfig)[];
  step: string;
  children?: ComponentChildren;
}

function Take({ learned, fields, step }: { learned: LearnedConfig } & Pick<PartProps, 'fields' | 'step'>) {
  return isTaken(learned, fields) ? (
    <p class="small row learn-taken">
      <CircleCheck size={15} aria-hidden="true" /> {t`In your draft`}
    </p>
  ) : (
    <button
      class="button"
      type="button"
      aria-label={t`Take over: ${step}`}
      onClick={() => void takeOver(step, learned, ['learned', ...fields])}
    >{t`Take over`}</button>
  );
}

export function PartCard({
  icon: Icon,
  title,
  says,
  sure,
  whyNot,
  learned,
  fields,
  step,
  children,
}: PartProps) {
  return (
    <section class="card learn-part" aria-label={title}>
      <h2>
        <Icon size={15} aria-hidden="true" /> {title}
      </h2>
      {whyNot ? (
        <Note tone="warn">
          <span>{t`Not learned: ${whyNot.join(' ')}`}</span>
        </Note>
      ) : (
        <p class="lead">{says}</p>
      )}
      {sure && <p class="small soft">{sure}</p>}
      {children}
      {!whyNot && learned && (
        <div class="row" aria-live="polite">
          <Take learned={learned} fields={fields} step={step} />
        </div>
      )}
    </section>
  );
}
