// Where the items of a list come from: one source after the other, until there are enough.

import { X } from 'lucide-preact';
import type { Source } from '../../../../shared/schema/recommend.ts';
import { t } from '../../../../shared/words/t.ts';
import { Order } from '../../kit/order.tsx';
import { SOURCES } from '../../kit/say-list.ts';

const NAMES: Source[] = ['similar', 'together', 'trending', 'viewed', 'again'];

const moved = (from: readonly Source[], at: number, to: number): Source[] => {
  const next = from.filter((_, i) => i !== at);
  next.splice(to, 0, ...from.slice(at, at + 1));
  return next;
};

export function SourcesField({ from, set }: { from: readonly Source[]; set(from: Source[]): void }) {
  const others = NAMES.filter((one) => !from.includes(one));
  return (
    <fieldset class="options">
      <legend class="small">{t`Where items come from, in this order until there are enough`}</legend>
      <ol class="list">
        {from.map((one, at) => (
          <li key={one} class="row small">
            <span class="grow">{SOURCES[one]}</span>
            <Order
              name={SOURCES[one]}
              at={at}
              count={from.length}
              move={(by) => set(moved(from, at, at + by))}
            />
            <button
              class="icon-button"
              type="button"
              aria-label={t`Without: ${SOURCES[one]}`}
              disabled={from.length === 1}
              onClick={() => set(from.filter((other) => other !== one))}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <label class="field">
          <span>{t`One more source`}</span>
          <select
            value=""
            onChange={({ currentTarget }) => {
              const next = others.find((one) => one === currentTarget.value);
              currentTarget.value = '';
              if (next) set([...from, next]);
            }}
          >
            <option value="">{t`choose one`}</option>
            {others.map((one) => (
              <option key={one} value={one}>
                {SOURCES[one]}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
}
