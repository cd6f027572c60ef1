// One experience as a sentence: show a variant to a segment on pages, when, how often; measure a goal; keep a holdout.

import { ArrowDown, ArrowUp, MousePointerClick, Plus, Trash2 } from 'lucide-preact';
import { matchesPages } from '../../../shared/engine/pattern.ts';
import type { Experience, Trigger } from '../../../shared/schema/experience.ts';
import { look } from '../model/page.ts';
import { Ask } from '../parts/ask.tsx';
import { Note } from '../parts/note.tsx';
import { config, createId, edit, editExperience, findExperience, moveItem, place } from './desk.ts';

const TRIGGERS: Record<string, { label: string; make(): Trigger | undefined }> = {
  load: { label: 'at once', make: () => undefined },
  scroll: { label: 'when they scrolled half the page', make: () => ({ kind: 'scroll', share: 0.5 }) },
  time: { label: 'after a while on the page', make: () => ({ kind: 'time', after: '10s' }) },
  idle: { label: 'when they do nothing for a while', make: () => ({ kind: 'idle', after: '30s' }) },
  exit: { label: 'when the pointer leaves to the top', make: () => ({ kind: 'exit' }) },
  event: { label: 'when an event happens', make: () => ({ kind: 'event', event: 'add_to_cart' }) },
};
const OFTEN: Record<string, { label: string; value: Experience['frequency'] }> = {
  always: { label: 'every time', value: undefined },
  visit: { label: 'once a visit', value: { times: 1, per: 'visit' } },
  day: { label: 'once a day', value: { times: 1, per: '1d' } },
  week: { label: 'once a week', value: { times: 1, per: '7d' } },
  visitor: { label: 'once ever', value: { times: 1, per: 'visitor' } },
};
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function Pages({ experience }: { experience: Experience }) {
  const url = look.value?.url;
  const isHere = url !== undefined && matchesPages(experience.pages, url);
  return (
    <label class="field">
      <span>on pages</span>
      <input
        type="text"
        value={experience.pages.join(', ')}
        aria-describedby="pages-help"
        onChange={({ currentTarget: { value } }) =>
          void editExperience(experience.id, 'Pages', (next) => {
            next.pages = value
              .split(',')
              .map((one) => one.trim())
              .filter(Boolean);
          })
        }
      />
      <span id="pages-help" class="tiny soft plain">
        <code>/shoes/*</code> is all below, <code>*</code> every page, <code>!/cart</code> leaves one out.{' '}
        {isHere ? 'This page is one of them.' : 'This page is not one of them.'}
      </span>
    </label>
  );
}

function When({ experience: { id, trigger, frequency } }: { experience: Experience }) {
  const kind = trigger?.kind ?? 'load';
  const often = Object.entries(OFTEN).find(([, { value }]) => isSame(value, frequency))?.[0] ?? 'other';
  const setTrigger = (next: Trigger | undefined) =>
    void editExperience(id, 'Moment', (one) => {
      if (next) one.trigger = next;
      else delete one.trigger;
    });
  return (
    <div class="grid">
      <label class="field">
        <span>when</span>
        <select
          value={kind}
          onChange={({ currentTarget }) => setTrigger(TRIGGERS[currentTarget.value]?.make())}
        >
          {Object.entries(TRIGGERS).map(([value, { label }]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {trigger && 'after' in trigger && (
        <label class="field">
          <span>how long (10s, 2m)</span>
          <input
            type="text"
            value={trigger.after}
            onChange={({ currentTarget }) => setTrigger({ ...trigger, after: currentTarget.value })}
          />
        </label>
      )}
      {trigger?.kind === 'event' && (
        <label class="field">
          <span>event</span>
          <input
            type="text"
            value={trigger.event}
            onChange={({ currentTarget }) => setTrigger({ kind: 'event', event: currentTarget.value })}
          />
        </label>
      )}
      {trigger?.kind === 'scroll' && (
        <label class="field">
          <span>scrolled, %</span>
          <input
            type="number"
            min="1"
            max="100"
            value={Math.round(trigger.share * 100)}
            onChange={({ currentTarget }) =>
              setTrigger({ kind: 'scroll', share: Number(currentTarget.value) / 100 })
            }
          />
        </label>
      )}
      <label class="field">
        <span>how often</span>
        <select
          value={often}
          onChange={({ currentTarget }) =>
            void editExperience(id, 'How often', (one) => {
              const value = OFTEN[currentTarget.value]?.value;
              if (value) one.frequency = value;
              else delete one.frequency;
            })
          }
        >
          {often === 'other' && (
            <option value="other">{`${frequency?.times} times per ${frequency?.per}`}</option>
          )}
          {Object.entries(OFTEN).map(([value, { label }]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Measure({ experience: { id, goal, holdout } }: { experience: Experience }) {
  const goals = config.value?.goals ?? [];
  const addGoal = () =>
    void edit('New goal', (next) => {
      const taken = next.goals ?? [];
      const made = {
        id: createId('purchase', taken, 'goal'),
        name: 'Purchase',
        event: 'purchase',
        value: 'value',
      };
      next.goals = [...taken, made];
      const one = next.experiences.find((experience) => experience.id === id);
      if (one) one.goal = made.id;
    });
  return (
    <div class="grid">
      <label class="field">
        <span>measure</span>
        <select
          value={goal ?? ''}
          onChange={({ currentTarget: { value } }) => {
            if (value === '+') addGoal();
            else
              void editExperience(id, 'Goal', (one) => {
                if (value) one.goal = value;
                else delete one.goal;
              });
          }}
        >
          <option value="">nothing</option>
          {goals.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name || one.id}
            </option>
          ))}
          <option value="+">a new goal: purchase</option>
        </select>
      </label>
      <label class="field">
        <span>keep as holdout, %</span>
        <input
          type="number"
          min="0"
          max="100"
          value={Math.round((holdout ?? 0) * 100)}
          onChange={({ currentTarget }) =>
            void editExperience(id, 'Holdout', (one) => {
              const share = Math.min(100, Math.max(0, Number(currentTarget.value) || 0)) / 100;
              if (share) one.holdout = share;
              else delete one.holdout;
            })
          }
        />
      </label>
    </div>
  );
}

function Variants({ experience }: { experience: Experience }) {
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

export function ExperiencePage({ id }: { id: string }) {
  const experience = findExperience(id);
  if (!experience)
    return (
      <Note tone="warn">
        <span>This experience is gone from the draft. Undo brings it back.</span>
      </Note>
    );
  return (
    <>
      <div class="grid">
        <label class="field">
          <span>Name</span>
          <input
            type="text"
            value={experience.name}
            onChange={({ currentTarget }) =>
              void editExperience(id, 'Name of an experience', (one) => {
                one.name = currentTarget.value;
              })
            }
          />
        </label>
        <label class="field">
          <span>Status</span>
          <select
            value={experience.status}
            onChange={({ currentTarget }) =>
              void editExperience(id, 'Status', (one) => {
                one.status = currentTarget.value as Experience['status'];
              })
            }
          >
            <option value="live">Live once published</option>
            <option value="draft">Draft: nobody sees it</option>
            <option value="paused">Paused</option>
          </select>
        </label>
      </div>
      <Variants experience={experience} />
      <section class="card">
        <Pages experience={experience} />
        <When experience={experience} />
        <Measure experience={experience} />
      </section>
      <Ask
        label="Remove this experience"
        question={`Remove ${experience.name || id} from the draft? Undo brings it back.`}
        yes="Remove it"
        act={async () => {
          place.value = { kind: 'home' };
          await edit('Experience removed', (next) => {
            next.experiences = next.experiences.filter((one) => one.id !== id);
          });
        }}
      />
    </>
  );
}
