// The variants of an experience, in order: show this to those.

import { ArrowDown, ArrowUp, MousePointerClick, Plus, Trash2 } from 'lucide-preact';
import type { Experience } from '../../../shared/schema/experience.ts';
import { config, createId, editExperience, moveItem, place } from './desk.ts';

export function Variants({ experience }: { experience: Experience }) {
  const segments = config.value?.segments ?? [];
  const { id, variants } = experience;
  const isSplit = (at: number) =>
    [variants[at - 1], variants[at + 1]].some(
      (one) => one !== undefined && one.segment === variants[at]?.segment,
    );
  const add = () => {
    const taken = new Set(variants.map(({ segment }) => segment));
    const free = segments.find((one) => !taken.has(one.id))?.id ?? 'everyone';
    const name = `Variant ${String.fromCharCode(65 + (variants.length % 26))}`;
    void editExperience(id, 'New variant', (one) => {
      one.variants.push({ id: createId(name, variants, 'variant'), name, segment: free, changes: [] });
    });
  };
  return (
    <ol class="make-variants">
      {variants.map((variant, at) => {
        const set = (what: string, change: (one: (typeof variants)[0]) => void) =>
          void editExperience(id, what, (one) => {
            const found = one.variants[at];
            if (found) change(found);
          });
        const name = variant.name || variant.id;
        return (
          <li key={variant.id} class="card">
            <div class="grid">
              <label class="field">
                <span>Show</span>
                <input
                  type="text"
                  value={variant.name}
                  aria-label="Name of the variant"
                  onChange={({ currentTarget }) =>
                    set('Name of a variant', (one) => {
                      one.name = currentTarget.value;
                    })
                  }
                />
              </label>
              <label class="field">
                <span>to</span>
                <select
                  value={variant.segment}
                  aria-label={`Segment of ${name}`}
                  onChange={({ currentTarget: { value } }) => {
                    if (value === '+')
                      place.value = { kind: 'gallery', variant: { experience: id, variant: variant.id } };
                    else
                      set('Segment of a variant', (one) => {
                        one.segment = value;
                      });
                  }}
                >
                  <option value="everyone">everyone</option>
                  {segments.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name || one.id}
                    </option>
                  ))}
                  <option value="+">a new segment …</option>
                </select>
              </label>
              {isSplit(at) && (
                <label class="field">
                  <span>weight</span>
                  <input
                    type="number"
                    min="0"
                    step="any"
                    value={variant.weight ?? 1}
                    onChange={({ currentTarget }) =>
                      set('Weight', (one) => {
                        one.weight = Math.max(0, Number(currentTarget.value) || 0);
                      })
                    }
                  />
                </label>
              )}
            </div>
            <div class="row">
              <button
                class="button main grow"
                type="button"
                onClick={() => {
                  place.value = { kind: 'variant', experience: id, id: variant.id };
                }}
              >
                <MousePointerClick size={15} aria-hidden="true" /> Edit on the page
                <span class="tiny">({variant.changes.length})</span>
              </button>
              <button
                class="icon-button"
                type="button"
                aria-label={`Move ${name} up`}
                disabled={at === 0}
                onClick={() =>
                  void editExperience(id, 'Order of variants', (one) => moveItem(one.variants, at, at - 1))
                }
              >
                <ArrowUp size={14} aria-hidden="true" />
              </button>
              <button
                class="icon-button"
                type="button"
                aria-label={`Move ${name} down`}
                disabled={at === variants.length - 1}
                onClick={() =>
                  void editExperience(id, 'Order of variants', (one) => moveItem(one.variants, at, at + 1))
                }
              >
                <ArrowDown size={14} aria-hidden="true" />
              </button>
              {variants.length > 1 && (
                <button
                  class="icon-button"
                  type="button"
                  aria-label={`Remove ${name}`}
                  onClick={() =>
                    void editExperience(id, 'Variant removed', (one) => {
                      one.variants.splice(at, 1);
                    })
                  }
                >
                  <Trash2 size={14} aria-hidden="true" />
                </button>
              )}
            </div>
          </li>
        );
      })}
      <li>
        <button class="button" type="button" onClick={add}>
          <Plus size={15} aria-hidden="true" /> Another variant
        </button>
      </li>
    </ol>
  );
}
