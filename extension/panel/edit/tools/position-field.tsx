// Where something goes, seen from the picked element.

import type { Signal } from '@preact/signals';
import type { Position } from '../../../../shared/schema/change.ts';

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
  <label class="field">
    <span>{label}</span>
    <select
      value={position.value}
      onChange={({ currentTarget }) => {
        position.value = currentTarget.value as Position;
      }}
    >
      {POSITIONS.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  </label>
);
