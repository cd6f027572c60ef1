// What is around, inside, beside and beneath the element that was picked, with the ways there; and whether it lasts.

import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import type { Picked } from '../../wire/edit-shapes.ts';
import { isLasting } from '../../wire/is-lasting.ts';
import { Chip } from '../kit/chip.tsx';
import { climb, dive, step } from './on-page.ts';

type Choice = Picked['choices'][0];

function sayStability(choice: Choice): { tone: 'good' | 'warn'; text: string } {
  if (isLasting(choice)) return { tone: 'good', text: t`found by something lasting` };
  const isPlaced = choice.target.css.includes(':nth-');
  return {
    tone: 'warn',
    text: isPlaced
      ? t`found by its place: may break with a redesign`
      : t`the only one of its kind here: another one like it would end that`,
  };
}

export function Around({ now, best }: { now: Picked; best: Choice | undefined }) {
  const stability = best && sayStability(best);
  return (
    <>
      <nav class="make-path" aria-label={t`Around it`}>
        {now.path.slice(-4).map((label, index, shown) => {
          const place = now.path.length - shown.length + index;
          const isLast = index === shown.length - 1;
          return (
            <button
              key={place}
              class="button plain"
              type="button"
              aria-current={isLast ? 'true' : undefined}
              disabled={isLast}
              onClick={() => void climb(place)}
            >
              {label}
            </button>
          );
        })}
      </nav>
      <div class="row make-steps">
        {(
          [
            ['parent', ArrowUp, t`The element around it`],
            ['child', ArrowDown, t`The first element inside it`],
            ['previous', ArrowLeft, t`The element before it`],
            ['next', ArrowRight, t`The element after it`],
          ] as const
        ).map(([to, Icon, label]) => (
          <button
            key={to}
            class="icon-button"
            type="button"
            aria-label={label}
            title={label}
            onClick={() => void step(to)}
          >
            <Icon size={15} aria-hidden="true" />
          </button>
        ))}
        {stability && <Chip tone={stability.tone}>{stability.text}</Chip>}
      </div>
      {now.beneath.length > 0 && (
        <nav class="make-path" aria-label={t`Also here`}>
          <span class="soft">{t`Also here:`}</span>
          {now.beneath.map((label, index) => (
            <button key={index} class="button plain" type="button" onClick={() => void dive(index)}>
              {label}
            </button>
          ))}
        </nav>
      )}
    </>
  );
}
