// Where a block is: over the page, or beside an element, which is picked on the page.

import { PLACES } from '../../../../shared/schema/block.ts';
import type { Target } from '../../../../shared/schema/target.ts';
import { sayElement } from '../../../wire/say-change.ts';
import type { Block } from '../../draft/make-block.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { repicking, startPicking } from '../on-page.ts';
import { POSITIONS } from '../tools/position-field.tsx';
import type { SaveChange } from '../use-typed-change.ts';
import { choosePlace, type PlaceChoice, withPlace } from './block-parts.ts';

const SPOTS = {
  top: 'Top of the window',
  bottom: 'Bottom of the window',
  corner: 'Corner of the window',
  centre: 'Middle of the window',
} as const;
const BESIDE = { before: 'Before', after: 'After', first: 'Inside, first:', last: 'Inside, last:' } as const;

export function PlaceField({
  block,
  index,
  offered,
  name,
  save,
}: {
  block: Block;
  index: number;
  /** an element to go beside, where it is beside none yet */
  offered: Target | undefined;
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
  const beside =
    canBeside && target
      ? POSITIONS.map(([one]): [PlaceChoice, string] => [one, `${BESIDE[one]} the ${sayElement(target)}`])
      : [];
  if (spots.length + beside.length < 2) return null;
  return (
    <>
      <SelectField
        label="Where"
        value={typeof place === 'string' ? place : place.position}
        options={[...beside, ...spots]}
        set={(choice) => {
          const next = choosePlace(choice, target);
          if (next) save(withPlace(block, next), `Place of the ${name}`);
        }}
      />
      {canBeside && (
        <button
          class="button plain"
          type="button"
          onClick={() => {
            repicking.value = index;
            void startPicking();
          }}
        >
          Beside another element: pick it on the page
        </button>
      )}
    </>
  );
}
