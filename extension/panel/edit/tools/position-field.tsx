// Where something goes, seen from the picked element.

import type { Position } from '../../../../shared/schema/change.ts';
import { t } from '../../../../shared/words/t.ts';
import { SelectField } from '../../kit/select-field.tsx';

export const POSITIONS: [Position, string][] = [
  ['before', t`before it`],
  ['after', t`after it`],
  ['first', t`inside, first`],
  ['last', t`inside, last`],
];

/** As it is kept; after it, where that is none. */
export const readPosition = (kept: string): Position =>
  POSITIONS.find(([position]) => position === kept)?.[0] ?? 'after';

export const PositionField = ({
  position,
  set,
  label = t`Where`,
}: {
  position: Position;
  set(position: Position): void;
  label?: string;
}) => <SelectField label={label} value={position} options={POSITIONS} set={set} />;
