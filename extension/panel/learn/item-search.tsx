// An item is looked up in the file of items: what is looked at and bought with it.

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { type Item, type Items, openItems } from '../../../shared/items/open-items.ts';
import { unpackItems } from '../../../shared/items/unpack-items.ts';
import { t } from '../../../shared/words/t.ts';

/** So many are offered, and so many neighbours are shown. */
const [OFFERED, SHOWN] = [8, 20];

const nameOf = ({ id, name }: Item): string => (name && name !== id ? `${name} (${id})` : id);

/** Those that hold what is typed, the most frequent first. */
function findItems(items: Items, typed: string): Item[] {
  const words = typed.trim().toLowerCase();
  const found: Item[] = [];
  for (let rank = 0; rank < items.count && found.length < OFFERED; rank++) {
    const item = items.item(rank);
    if (nameOf(item).toLowerCase().includes(words)) found.push(item);
  }
  return found;
}

function Row({ title, ranks, items }: { title: string; ranks: number[]; items: Items }) {
  if (ranks.length === 0) return null;
  return (
    <>
      <h3 class="small">{title}</h3>
      <ol class="learn-row small">
        {ranks.slice(0, SHOWN).map((rank) => (
          <li key={rank}>{nameOf(items.item(rank))}</li>
        ))}
      </ol>
    </>
  );
}

function Around({ item, items }: { item: Item; items: Items }) {
  const [similar, together] = [items.similar(item.rank), items.together(item.rank)];
  if (similar.length + together.length === 0)
    return <p class="small soft">{t`Nothing goes with it often enough.`}</p>;
  return (
    <>
      <Row title={t`Looked at with it`} ranks={similar} items={items} />
      <Row title={t`Bought with it`} ranks={together} items={items} />
    </>
  );
}

/** @param text of the file */
export function ItemSearch({ text }: { text: string }) {
  const typed = useSignal('');
  const chosen = useSignal<number | undefined>(undefined);
  const items = useMemo(() => openItems(unpackItems(text)), [text]);
  if (!items) return null;
  const found = typed.value.trim() ? findItems(items, typed.value) : [];
  const item =
    chosen.value !== undefined && chosen.value < items.count ? items.item(chosen.value) : undefined;
  return (
    <div class="learn-search">
      <label class="field">
        <span>{t`Search an item`}</span>
        <input
          type="search"
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
            chosen.value = undefined;
          }}
        />
      </label>
      {!item && typed.value.trim() && found.length === 0 && (
        <p class="small soft" role="status">{t`No item of the file is called so.`}</p>
      )}
      {!item && found.length > 0 && (
        <ul class="learn-found">
          {found.map((one) => (
            <li key={one.id}>
              <button
                class="button"
                type="button"
                onClick={() => {
                  chosen.value = one.rank;
                }}
              >
                {nameOf(one)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {item && (
        <section aria-label={nameOf(item)} aria-live="polite">
          <p class="small">
            <strong>{nameOf(item)}</strong>
          </p>
          <Around item={item} items={items} />
        </section>
      )}
    </div>
  );
}
