// Where a block is: over the page, or beside an element, which is picked on the page.

import { PLACES } from '../../../../shared/schema/block.ts';
import type { Target } from '../../../../shared/schema/target.ts';
import { t } from '../../../../shared/words/t.ts';
import type { Survey } from '../../../wire/survey-shapes.ts';
import type { Block } from '../../draft/make-block.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { offerBeside, PickBeside } from '../beside.tsx';
import type { SaveChange } from '../use-typed-change.ts';
import { choosePlace, type PlaceChoice, withPlace } from './block-parts.ts';

const SPOTS = {
  top: t`Top of the window`,
  bottom: t`Bottom of the window`,
  corner: t`Corner of the window`,
  centre: t`Middle of the window`,
} as const;

export function PlaceField({
  block,
  index,
  offered,
  taken = [],
  name,
  save,
}: {
  block: Block;
  index: number;
  /** an element to go beside, where it is beside none yet */
  offered: Target | undefined;
  /** edges at which something of the page's own stays */
  taken: Survey['taken'];
  name: string;
  save: SaveChange<Block>;
}) {
  const { place, shape } = block;
  const target = typeof place === 'object' ? place.target : offered;
  const places = PLACES[shape];
  const canBeside = places.includes('placed');
  const spots = places.flatMap((one): [PlaceChoice, string][] =>
    one === 'placed' ? [] : [[one, SPOTS[one]]],
  );
  const beside: [PlaceChoice, string][] = canBeside ? offerBeside(target) : [];
  if (spots.length + beside.length < 2) return null;
  return (
    <>
      <SelectField
        label={t`Where`}
        value={typeof place === 'string' ? place : place.position}
        options={[...beside, ...spots]}
        set={(choice) => {
          const next = choosePlace(choice, target);
          if (next) save(withPlace(block, next), t`Place of the ${name}`);
        }}
      />
      {canBeside && <PickBeside index={index} />}
      {taken.some((edge) => edge === place) && (
        <p class="tiny make-warn">{t`Something of the page’s own stays there, such as its menu, and the block lies over it. Choose another place, or look at it on the page.`}</p>
      )}
    </>
  );
}
