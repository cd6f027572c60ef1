// What an author has to know of a list: where the preview has its items from, and whether what stands below it will move.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ChangeOf } from '../../../../shared/schema/change.ts';
import { t } from '../../../../shared/words/t.ts';
import { callStage } from '../../../wire/calls.ts';
import { config } from '../../draft/desk.ts';
import { followItems, itemsHere } from '../../draft/items-kept.ts';
import { Note } from '../../kit/note.tsx';
import { tab } from '../../site/page.ts';
import { NoItems } from './no-items.tsx';

export function ItemsNote() {
  useEffect(() => {
    const life = new AbortController();
    followItems(life.signal);
    return () => life.abort();
  }, []);
  if (!config.value?.items) return <NoItems />;
  return (
    <p class="tiny soft">
      {itemsHere.value?.text === undefined
        ? t`Here it is filled by the file of items beside the tag, as for somebody who looked at what most want.`
        : t`Here it is filled by the file of items in your draft, as for somebody who looked at what most want.`}
    </p>
  );
}

/** Fewer or more cards than the page has move what stands below: whoever reads there loses their place. */
export function CountNote({ list: { target, card, count, least = count } }: { list: ChangeOf<'recommend'> }) {
  const own = useSignal<number | undefined>(undefined);
  const id = tab.value?.id;
  const css = `${target.css} :is(${card.item})`;
  useEffect(() => {
    own.value = undefined;
    if (id === undefined) return;
    void callStage(id, 'edit', { kind: 'find', targets: [{ css }] }).then(
      ({ found }) => {
        own.value = found?.[0]?.count;
      },
      () => undefined,
    );
  }, [id, css]);
  const cards = own.value;
  if (cards === undefined) return null;
  if (cards === 0)
    return (
      <Note tone="warn">
        <span>{t`On this page the list has no such card, so it stays as it is.`}</span>
      </Note>
    );
  if (cards === count && least === count) return null;
  return (
    <p class="small make-warn">
      {cards === count
        ? t`The page has as many cards. Where fewer are found, what stands below moves up.`
        : t`The page has ${cards} cards, and ${count} take their place: what stands below moves. As many as before keep their height.`}
    </p>
  );
}
