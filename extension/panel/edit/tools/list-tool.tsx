// List: items that suit the visitor in place of the cards that the page shows, begun with what was found of these.

import { t } from '../../../../shared/words/t.ts';
import { config } from '../../draft/desk.ts';
import { itemsHere } from '../../draft/items-kept.ts';
import { firstSources } from '../list/first-sources.ts';
import { NoItems } from '../list/no-items.tsx';
import { climb } from '../on-page.ts';
import type { ToolProps } from './tool-props.ts';

/** A list shows no more. */
const MOST = 24;

const AroundIt = ({ list }: { list: number }) => (
  <div class="make-form">
    <p class="small">{t`This is one card of a list. The list as a whole can show items that suit the visitor.`}</p>
    <button class="button" type="button" onClick={() => void climb(list)}>{t`Pick the list`}</button>
  </div>
);

export function ListTool({ picked: { cards, list }, target, made, add }: ToolProps) {
  if (!cards) return list === undefined ? null : <AroundIt list={list} />;
  if (!config.value?.items) return <NoItems />;
  if (made('recommend').length > 0)
    return (
      <p class="small soft">{t`This list shows recommended items. What it shows stands below, under “Changes”.`}</p>
    );
  const { item, price, count } = cards;
  return (
    <div class="make-form">
      <p class="small">{t`Its ${count} cards give way to as many items that suit the visitor. Each browser chooses them from what its visitor looked at here; where it finds too few, the page keeps its own.`}</p>
      <button
        class="button"
        type="button"
        onClick={() =>
          add(
            {
              kind: 'recommend',
              target,
              card: { item, ...(price !== undefined && { price }) },
              from: firstSources(itemsHere.value?.text),
              count: Math.min(count, MOST),
            },
            t`Recommended items`,
          )
        }
      >{t`Show items that suit`}</button>
    </div>
  );
}
