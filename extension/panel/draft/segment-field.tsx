// Who gets a variant: everyone, a segment of the draft, or one that is made now.

import { t } from '../../../shared/words/t.ts';
import { sayMade } from '../kit/say-made.ts';
import { config, editVariant, goToPlace, place } from './desk.ts';
import type { Place } from './places.ts';

type At = Pick<Extract<Place, { kind: 'variant' }>, 'experience' | 'id'>;

/** @param label what it is called where its word is not enough */
export function SegmentField({
  at,
  value,
  word,
  label = word,
}: {
  at: At;
  value: string;
  word: string;
  label?: string;
}) {
  const choose = (next: string) => {
    const { experience, id } = at;
    const from = place.value;
    if (next === '+') {
      const back = from.kind === 'experience' ? from : ({ kind: 'variant', experience, id } as const);
      goToPlace({ kind: 'gallery', whom: { experience, id, back } });
    } else
      void editVariant(at, t`Segment of a variant`, (one) => {
        one.segment = next;
      });
  };
  return (
    <label class="field">
      <span>{word}</span>
      <select value={value} aria-label={label} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="everyone">{t`everyone`}</option>
        {(config.value?.segments ?? []).map(({ id, name }) => (
          <option key={id} value={id}>
            {sayMade(name) || id}
          </option>
        ))}
        <option value="+">{t`a new segment …`}</option>
      </select>
    </label>
  );
}
