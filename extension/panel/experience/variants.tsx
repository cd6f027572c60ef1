// The variants of an experience, in order: show this to those. The order is changed by drag and by keys.

import { MousePointerClick, Plus, Trash2 } from 'lucide-preact';
import type { Experience, Variant } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { createId } from '../draft/create-id.ts';
import { config, editExperience, place } from '../draft/desk.ts';
import { moveItem } from '../draft/move-item.ts';
import { putItem } from '../draft/put-item.ts';
import { SegmentField } from '../draft/segment-field.tsx';
import { TextEntry } from '../draft/text-entry.tsx';
import { readWeight } from '../draft/texts.ts';
import { Grip, useDrag } from '../kit/drag.tsx';
import { Order } from '../kit/order.tsx';

/** Show this, to those, and how often where others share them. */
function VariantFields({ id, variant, isSplit }: { id: string; variant: Variant; isSplit: boolean }) {
  const name = variant.name || variant.id;
  return (
    <div class="grid">
      <label class="field">
        <span>{t`Show`}</span>
        <TextEntry
          spot={{ of: 'variant', experience: id, id: variant.id, field: 'name' }}
          what={t`Name of a variant`}
          value={variant.name}
          aria-label={t`Name of the variant`}
        />
      </label>
      <SegmentField
        at={{ experience: id, id: variant.id }}
        value={variant.segment}
        label={t`Segment of ${name}`}
        word={t`to whom`}
      />
      {isSplit && (
        <label class="field">
          <span>{t`weight`}</span>
          <TextEntry
            spot={{ of: 'variant', experience: id, id: variant.id, field: 'weight' }}
            what={t`Weight`}
            type="number"
            min="0"
            step="any"
            value={String(variant.weight ?? 1)}
            say={(text) => String(readWeight(text))}
          />
        </label>
      )}
    </div>
  );
}

function Row({
  experience: { id, variants },
  variant,
  at,
}: {
  experience: Experience;
  variant: Variant;
  at: number;
}) {
  const { item, handle } = useDrag<HTMLLIElement>({
    list: 'variants',
    path: [at],
    drop: ([from = 0], [to = 0]) =>
      void editExperience(id, t`Order of variants`, (one) =>
        putItem(one.variants, variants, [from, to], (a, b) => a.id === b.id),
      ),
  });
  const isSplit = [variants[at - 1], variants[at + 1]].some((one) => one?.segment === variant.segment);
  const name = variant.name || variant.id;
  /** Where it stands by now: the panel shows what was stored before the last press. */
  const placeIn = (one: Experience) => one.variants.findIndex((each) => each.id === variant.id);
  return (
    <li ref={item} class="card">
      <VariantFields id={id} variant={variant} isSplit={isSplit} />
      <div class="row">
        <Grip handle={handle} isAlone={variants.length < 2} />
        <button
          class="button main grow"
          type="button"
          onClick={() => {
            place.value = { kind: 'variant', experience: id, id: variant.id };
          }}
        >
          <MousePointerClick size={15} aria-hidden="true" /> {t`Edit on the page`}
          <span class="tiny">({variant.changes.length})</span>
        </button>
        {variants.length > 1 && (
          <Order
            name={name}
            at={at}
            count={variants.length}
            move={(by) =>
              void editExperience(id, t`Order of variants`, (one) => moveItem(one.variants, placeIn(one), by))
            }
          />
        )}
        {variants.length > 1 && (
          <button
            class="icon-button"
            type="button"
            aria-label={t`Remove ${name}`}
            onClick={() =>
              void editExperience(id, t`Variant removed`, (one) => {
                // pressed twice, it is gone already
                const place = placeIn(one);
                if (place >= 0) one.variants.splice(place, 1);
              })
            }
          >
            <Trash2 size={14} aria-hidden="true" />
          </button>
        )}
      </div>
    </li>
  );
}

export function Variants({ experience }: { experience: Experience }) {
  const { id, variants } = experience;
  const add = () => {
    void editExperience(id, t`New variant`, ({ variants: own }) => {
      const taken = new Set(own.map(({ segment }) => segment));
      const free = config.value?.segments.find((one) => !taken.has(one.id))?.id ?? 'everyone';
      const name = t`Variant ${String.fromCharCode(65 + (own.length % 26))}`;
      own.push({ id: createId(name, own, 'variant'), name, segment: free, changes: [] });
    });
  };
  return (
    <ol class="make-variants">
      {variants.map((variant, at) => (
        <Row key={variant.id} experience={experience} variant={variant} at={at} />
      ))}
      <li>
        <button class="button" type="button" onClick={add}>
          <Plus size={15} aria-hidden="true" /> {t`Another variant`}
        </button>
      </li>
    </ol>
  );
}
