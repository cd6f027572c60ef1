// Where something goes, seen from the picked element.

import type { Signal } from '@preact/signals';
import type { Position } from '../../../../shared/schema/change.ts';
import { SelectField } from '../../kit/select-field.tsx';

export const POSITIONS: [Position, string][] = [
  ['before', 'before it'],
  ['after', 'after it'],
  ['first', 'inside, first'],
  ['last', 'inside, last'],
];

export const PositionField = ({
  position,
  label = 'Where',
}: {
  position: Signal<Position>;
  label?: string;
}) => (
  <SelectField
    label={label}
    value={position.value}
    options={POSITIONS}
    set={(value) => {
      position.value = value;
    }}
  />
);
