// Which column of a file says something, by a menu of all its columns, with three values of the one that is chosen.

import { t } from '../../../shared/words/t.ts';

interface Column {
  name: string;
  values: readonly string[];
}

interface ColumnMenuProps {
  id: string;
  label: string;
  columns: readonly Column[];
  /** the place of the chosen one */
  place: number | undefined;
  isNeeded: boolean;
  /** @param column what it is called; '' where there is none */
  set(column: string): void;
}

export function ColumnMenu({ id, label, columns, place, isNeeded, set }: ColumnMenuProps) {
  const { values = [] } = columns[place ?? -1] ?? {};
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        aria-describedby={`${id}-values`}
        value={place === undefined ? '' : String(place)}
        onChange={({ currentTarget: { value } }) =>
          set(value === '' ? '' : (columns[Number(value)]?.name ?? ''))
        }
      >
        <option value="">{isNeeded ? t`choose one` : t`no column`}</option>
        {columns.map(({ name }, i) => (
          <option key={i} value={String(i)}>
            {name}
          </option>
        ))}
      </select>
      <span id={`${id}-values`} class="learn-values tiny soft">
        {values.join(' · ')}
      </span>
    </div>
  );
}
