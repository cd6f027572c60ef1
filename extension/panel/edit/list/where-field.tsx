// Which items may stand in a list: of some groups alone, and at what price.

import { X } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import { openItems } from '../../../../shared/items/open-items.ts';
import { unpackItems } from '../../../../shared/items/unpack-items.ts';
import type { Where } from '../../../../shared/schema/predicate.ts';
import { t } from '../../../../shared/words/t.ts';
import { itemsHere } from '../../draft/items-kept.ts';
import { Entry } from '../../kit/entry.tsx';
import { sayWhere } from '../../kit/say-test.ts';
import { readWhere, type WhereParts, writeWhere } from './where-parts.ts';

interface WhereProps {
  where: Where | undefined;
  set(where: Where | undefined): void;
}

type Parts = WhereParts & { put(change: Partial<WhereParts>): void };

/** The groups of the file of items that is kept with the draft, in the order in which its items are wanted. */
function findGroups(text: string | undefined): string[] {
  const items = text === undefined ? undefined : openItems(unpackItems(text));
  const groups = new Set<string>();
  for (let rank = 0; items && rank < items.count; rank++) groups.add(items.item(rank).group);
  groups.delete('');
  return [...groups];
}

function Groups({ groups, put }: Parts) {
  const text = itemsHere.value?.text;
  const known = useMemo(() => findGroups(text), [text]);
  return (
    <>
      {groups.length > 0 && (
        <ul class="list" aria-label={t`Groups`}>
          {groups.map((one) => (
            <li key={one} class="row small">
              <span class="grow">{one}</span>
              <button
                class="icon-button"
                type="button"
                aria-label={t`Not only: ${one}`}
                onClick={() => put({ groups: groups.filter((other) => other !== one) })}
              >
                <X size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="field">
        <span>{groups.length > 0 ? t`Or of the group` : t`Of the group`}</span>
        <Entry
          // empty again for the next one
          key={groups.join('\n')}
          placeholder={groups.length > 0 ? '' : t`any`}
          list="list-groups"
          value=""
          keep={(typed) => {
            const group = typed.trim();
            if (group && !groups.includes(group)) put({ groups: [...groups, group] });
          }}
        />
        <datalist id="list-groups">
          {known
            .filter((one) => !groups.includes(one))
            .map((one) => (
              <option key={one} value={one} />
            ))}
        </datalist>
      </label>
    </>
  );
}

function PriceField({
  label,
  value,
  set,
}: {
  label: string;
  value: number | undefined;
  set(value: number | undefined): void;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        min="0"
        step="any"
        placeholder={t`any`}
        value={value ?? ''}
        onInput={({ currentTarget: { value: typed } }) => {
          const number = Number(typed);
          if (typed === '') set(undefined);
          else if (Number.isFinite(number) && number >= 0) set(number);
        }}
      />
    </label>
  );
}

export function WhereField({ where, set }: WhereProps) {
  const parts = readWhere(where);
  const { least, most, rest } = parts;
  const put = (change: Partial<WhereParts>) => set(writeWhere({ ...parts, ...change }));
  const others = sayWhere(rest).trim();
  return (
    <fieldset class="options">
      <legend class="small">{t`Only these items`}</legend>
      <Groups {...parts} put={put} />
      <div class="grid">
        <PriceField label={t`Price at least`} value={least} set={(next) => put({ least: next })} />
        <PriceField label={t`Price at most`} value={most} set={(next) => put({ most: next })} />
      </div>
      {others && (
        <p class="row small">
          <span class="grow">{t`And, as the config has it, only ${others}.`}</span>
          <button
            class="icon-button"
            type="button"
            aria-label={t`Without what else the config asks`}
            onClick={() => put({ rest: {} })}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </p>
      )}
    </fieldset>
  );
}
