// What a change in the list holds beside words and a name, of the kinds that have more to say: blocks, questions, lists.

import type { Change } from '../../../shared/schema/change.ts';
import type { Place } from '../draft/places.ts';
import { BlockForm } from './block/block-form.tsx';
import { ListForm } from './list/list-form.tsx';
import { AskForm } from './question/ask-form.tsx';

type At = Extract<Place, { kind: 'variant' }>;

export function KindForm({ at, change, index }: { at: At; change: Change; index: number }) {
  switch (change.kind) {
    case 'block':
      return <BlockForm at={at} change={change} index={index} />;
    case 'ask':
      return <AskForm at={at} change={change} index={index} />;
    case 'recommend':
      return <ListForm at={at} change={change} index={index} />;
    default:
      return null;
  }
}
