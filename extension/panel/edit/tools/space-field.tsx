// The space inside or around an element: on all sides at once, or each by itself, as it is dragged on the page.

import { ChevronRight } from 'lucide-preact';
import { t } from '../../../../shared/words/t.ts';
import { readSides, readSpace, SIDES, type Space, splitSpace } from '../../../wire/sizes.ts';
import type { OwnStep } from '../../../wire/survey-shapes.ts';
import { LengthField } from './style-field.tsx';

type Properties = Readonly<Record<string, string>>;

export function SpaceField({
  space,
  label,
  now,
  properties,
  steps,
  write,
}: {
  space: Space;
  label: string;
  /** what it is without us */
  now: string;
  properties: Properties;
  steps: readonly OwnStep[];
  write(next: Record<string, string>): void;
}) {
  const sides = SIDES.map((side) => `${space}-${side}`);
  const isEach = sides.some((name) => name in properties);
  const own = readSides(now);
  const each = splitSpace(properties, space);
  const setAll = (value: string) => {
    const rest = Object.fromEntries(
      Object.entries(properties).filter(([name]) => name !== space && !sides.includes(name)),
    );
    write(value ? { ...rest, [space]: value } : rest);
  };
  return (
    <div class="field">
      <LengthField
        style={{ name: space, label, kind: 'length', hint: '12px' }}
        now={isEach && readSpace(properties, space) === undefined ? t`by side` : now}
        value={readSpace(properties, space)}
        set={setAll}
        steps={steps}
      />
      <details open={isEach}>
        <summary class="tiny">
          <ChevronRight class="turn" size={13} aria-hidden="true" /> <span class="grow">{t`Each side`}</span>
        </summary>
        <div class="make-sides">
          {SIDES.map((side) => (
            <LengthField
              key={side}
              style={{ name: `${space}-${side}`, label: `${label}, ${side}`, kind: 'length', hint: '12px' }}
              now={own?.[side] ?? ''}
              value={each[`${space}-${side}`]}
              set={(value) => {
                const { [`${space}-${side}`]: _old, ...rest } = each;
                write(value ? { ...rest, [`${space}-${side}`]: value } : rest);
              }}
              steps={steps}
            />
          ))}
        </div>
      </details>
    </div>
  );
}
