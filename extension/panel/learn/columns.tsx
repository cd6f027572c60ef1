// What was found in a file before anything is learned from it: which column was taken for what, with three values of it, and
// another by a menu. What cannot be found out is asked for.

import { NEEDED, OF_ITEMS, ROLES, type Role } from '../../../shared/learn/column-names.ts';
import type { Looked } from '../../../shared/learn/look-at-export.ts';
import { DATE_FORMS, type DateForm } from '../../../shared/learn/read-date.ts';
import { t } from '../../../shared/words/t.ts';
import type { FoundExport as Found, Given } from '../../learner/messages.ts';
import { Note } from '../kit/note.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { HeaderNote } from './header-note.tsx';
import { learning } from './here.ts';
import { LeftOutNote, StatusNote } from './left-out-note.tsx';
import { ROLE_NAMES, sayFault } from './say-fault.ts';
import { WesternNote } from './western-note.tsx';

const KINDS: Record<Looked['kind'], string> = {
  orders: t`A table of orders.`,
  shopify: t`Shopify’s orders.`,
  events: t`Events of this tag.`,
  ga4: t`Events of GA4.`,
  visits: t`A table of visits.`,
  lines: t`A table of what is in orders.`,
  log: t`An access log.`,
};

const FORM_NAMES: Record<DateForm, string> = {
  'DD/MM/YYYY': t`the day, as in 31/12/2026`,
  'MM/DD/YYYY': t`the month, as in 12/31/2026`,
};

const isNeeded = (role: Role): boolean => NEEDED.some((one) => one === role);

function FormField({ at, given, column }: { at: number; given: Given; column: string }) {
  const chosen = DATE_FORMS.find((form) => given.map.date?.endsWith(`:${form}`));
  const id = `learn-${at}-form`;
  return (
    <div class="field">
      <label for={id}>{t`What stands first in its dates`}</label>
      <select
        id={id}
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const form = DATE_FORMS.find((one) => one === value);
          void (form ? learning.sayForm(at, column, form) : learning.say(at, 'date', column));
        }}
      >
        <option value="">{t`what all of its dates tell`}</option>
        {DATE_FORMS.map((form) => (
          <option key={form} value={form}>
            {FORM_NAMES[form]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What a table is taken for, where it is something else. */
export function Otherwise({ at, as }: { at: number; as: 'export' | 'catalog' }) {
  return (
    <button class="button plain" type="button" onClick={() => void learning.sayKind(at, as)}>
      {as === 'catalog' ? t`It is a catalog` : t`It is an export of orders or visits`}
    </button>
  );
}

export function FoundExport({ given, found, at }: { given: Given; found: Found; at: number }) {
  const table = 'columns' in found ? found : undefined;
  const trouble = learning.trouble.value;
  const asksForm =
    trouble?.fault.kind === 'form' && (trouble.file === undefined || trouble.file === given.file.name);
  const nameAt = (role: Role) => table?.columns[table.at[role] ?? -1]?.name;
  const date = nameAt('date');
  const isAsked = table?.isUnsettled || asksForm || /:(DD|MM)\//.test(given.map.date ?? '');
  return (
    <section class="card" aria-label={given.file.name}>
      <h2>{given.file.name}</h2>
      <p class="small soft">{KINDS[found.kind]}</p>
      {found.isWestern && <WesternNote name={given.file.name} />}
      {table?.header !== undefined && <HeaderNote name={given.file.name} line={table.header} />}
      {table?.fault && (
        <Note tone="warn">
          <span>{sayFault(table.fault)}</span>
        </Note>
      )}
      {table && table.columns.length > 0 && (
        <div class="make-form">
          {ROLES.filter((role) => !OF_ITEMS.includes(role)).map((role) => (
            <ColumnMenu
              key={role}
              id={`learn-${at}-${role}`}
              label={ROLE_NAMES[role]}
              columns={table.columns}
              place={table.at[role]}
              isNeeded={isNeeded(role)}
              set={(column) => void learning.say(at, role, column)}
            />
          ))}
          {table.kind === 'orders' && table.at.order === undefined && (
            <p class="tiny soft">{t`No column holds the number of an order, so each row counts as one. Where an order has several rows, its total would count several times: choose its number above.`}</p>
          )}
          {table.isSerial && (
            <p class="tiny soft">{t`Its dates are numbers, read as spreadsheets count days.`}</p>
          )}
          {table.first && <LeftOutNote column={nameAt('cancelled')} {...table.first} />}
          {table.status !== undefined && <StatusNote status={table.status} />}
          {isAsked && date !== undefined && <FormField at={at} given={given} column={date} />}
        </div>
      )}
      {table?.fault?.kind === 'missing' && <Otherwise at={at} as="catalog" />}
    </section>
  );
}
