// The changes of one variant in plain words: order, on and off, name, copy to another variant, pick anew, remove.

import { useSignal } from '@preact/signals';
import { ArrowDown, ArrowUp, CircleAlert, ListChecks, Trash2 } from 'lucide-preact';
import type { Change } from '../../../shared/schema/change.ts';
import type { Variant } from '../../../shared/schema/experience.ts';
import type { Target } from '../../../shared/schema/target.ts';
import type { Found } from '../../lib/draft/edit-shapes.ts';
import { isOff, noteName, noteOff, readName } from '../../lib/draft/notes.ts';
import { sayChange } from '../../lib/draft/say-change.ts';
import { CodeField } from '../parts/code-field.tsx';
import { config, edit, editVariant, moveItem, type Place } from './desk.ts';
import { found, point, repicking, retarget, startPicking } from './on-page.ts';

type At = Extract<Place, { kind: 'variant' }>;

function Trouble({ change, here, index }: { change: Change; here: Found | undefined; index: number }) {
  if (!here || !('target' in change) || isOff(change)) return null;
  const { count, isDrifted, again } = here;
  if (count === 1 && !isDrifted) return null;
  if (count > 1)
    return (
      <p class="tiny make-warn">
        <CircleAlert size={13} aria-hidden="true" /> It means {count} elements of this page at once.
      </p>
    );
  return (
    <div class="tiny make-warn">
      <CircleAlert size={13} aria-hidden="true" />
      {count === 0 ? ' Its element is not on this page. ' : ' What it finds is hardly what was picked. '}
      {again && (
        <>
          Is it “{again.says.slice(0, 60)}” now? ({Math.round(again.confidence * 100)} % sure){' '}
          <button class="button" type="button" onClick={() => retarget(index, again.target as Target)}>
            Yes, use that
          </button>
        </>
      )}
    </div>
  );
}

function CopyTo({ at, change }: { at: At; change: Change }) {
  const others = (config.value?.experiences ?? []).flatMap(({ id, name, variants }) =>
    variants
      .filter((variant) => !(id === at.experience && variant.id === at.id))
      .map((variant) => ({
        value: JSON.stringify([id, variant.id]),
        label: `${name || id}: ${variant.name || variant.id}`,
      })),
  );
  if (!others.length) return null;
  return (
    <label class="field">
      <span>Copy to another variant</span>
      <select
        value=""
        onChange={({ currentTarget }) => {
          if (!currentTarget.value) return;
          const [experience, id] = JSON.parse(currentTarget.value) as [string, string];
          void editVariant({ experience, id }, 'Change copied', (variant) => {
            variant.changes.push(structuredClone(change));
          });
          currentTarget.value = '';
        }}
      >
        <option value="">Choose one …</option>
        {others.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Item({ at, change, index, count }: { at: At; change: Change; index: number; count: number }) {
  const isOpen = useSignal(false);
  const here = found.value[index];
  const off = isOff(change);
  const words = readName(change) ?? sayChange(change);
  const set = (what: string, act: (changes: Change[]) => void) =>
    void editVariant({ experience: at.experience, id: at.id }, what, (variant) => act(variant.changes));
  const look = (on: boolean) => () => {
    if ('target' in change) void point(on ? change.target : undefined);
  };
  return (
    <li data-change={index} onPointerEnter={look(true)} onPointerLeave={look(false)}>
      <div class="row">
        <label class="make-change grow">
          <input
            type="checkbox"
            checked={!off}
            aria-label={`On: ${words}`}
            onChange={({ currentTarget: { checked } }) =>
              set(checked ? 'Change turned on' : 'Change turned off', (all) => {
                const one = all[index];
                if (one) noteOff(one, !checked);
              })
            }
          />
          <span class={`small ${off ? 'soft off' : ''}`}>{words}.</span>
        </label>
        <button
          class="button plain"
          type="button"
          aria-expanded={isOpen.value}
          aria-label={`More about: ${words}`}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          …
        </button>
      </div>
      <Trouble change={change} here={here} index={index} />
      {isOpen.value && (
        <div class="make-form">
          <label class="field">
            <span>Name</span>
            <input
              type="text"
              placeholder={sayChange(change)}
              value={readName(change) ?? ''}
              onChange={({ currentTarget }) =>
                set('Change renamed', (all) => {
                  const one = all[index];
                  if (one) noteName(one, currentTarget.value.trim());
                })
              }
            />
          </label>
          {change.kind === 'text' && (
            <label class="field">
              <span>Text</span>
              <textarea
                rows={3}
                value={change.value}
                onChange={({ currentTarget: { value } }) =>
                  set('Text', (all) => {
                    const one = all[index];
                    if (one?.kind === 'text') one.value = value;
                  })
                }
              />
            </label>
          )}
          {(change.kind === 'html' || change.kind === 'insert') && (
            <CodeField
              label="HTML"
              language="html"
              value={change.kind === 'insert' ? change.html : change.value}
              left={(value) =>
                set('HTML', (all) => {
                  const one = all[index];
                  if (one?.kind === 'insert') one.html = value;
                  else if (one?.kind === 'html') one.value = value;
                })
              }
            />
          )}
          <CopyTo at={at} change={change} />
          <div class="row">
            <button
              class="icon-button"
              type="button"
              aria-label="Earlier"
              disabled={index === 0}
              onClick={() => set('Order of changes', (all) => moveItem(all, index, index - 1))}
            >
              <ArrowUp size={15} aria-hidden="true" />
            </button>
            <button
              class="icon-button"
              type="button"
              aria-label="Later"
              disabled={index === count - 1}
              onClick={() => set('Order of changes', (all) => moveItem(all, index, index + 1))}
            >
              <ArrowDown size={15} aria-hidden="true" />
            </button>
            {'target' in change && (
              <button
                class="button"
                type="button"
                onClick={() => {
                  repicking.value = index;
                  void startPicking();
                }}
              >
                Pick anew
              </button>
            )}
            <button
              class="button bad"
              type="button"
              onClick={() => {
                look(false)();
                set('Change removed', (all) => void all.splice(index, 1));
              }}
            >
              <Trash2 size={14} aria-hidden="true" /> Remove
            </button>
          </div>
        </div>
      )}
    </li>
  );
}

export function ChangeList({ at, variant }: { at: At; variant: Variant }) {
  const { changes } = variant;
  if (changes.length === 0) return null;
  return (
    <section class="card" aria-label="Changes">
      <h2>
        <ListChecks size={15} aria-hidden="true" /> Changes <span class="count">{changes.length}</span>
      </h2>
      <ol class="list">
        {changes.map((change, index) => (
          <Item
            key={`${index} ${changes.length}`}
            at={at}
            change={change}
            index={index}
            count={changes.length}
          />
        ))}
      </ol>
      <button
        class="button plain"
        type="button"
        onClick={() =>
          void edit('All changes turned off', (next) => {
            const found = next.experiences
              .find(({ id }) => id === at.experience)
              ?.variants.find(({ id }) => id === at.id);
            const isOn = found?.changes.some((one) => !isOff(one)) ?? false;
            for (const one of found?.changes ?? []) noteOff(one, isOn);
          })
        }
      >
        {changes.some((one) => !isOff(one)) ? 'Turn all off' : 'Turn all on'}
      </button>
    </section>
  );
}
