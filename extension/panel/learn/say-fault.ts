// What is wrong with a file that is to be learned from, and what to do, in words.

import type { Role } from '../../../shared/learn/column-names.ts';
import type { Reason } from '../../../shared/learn/refusal.ts';
import { UNREADABLE } from '../../../shared/learn/tally-rows.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import type { LearnFault } from '../../learner/messages.ts';

export const ROLE_NAMES: Record<Role, string> = {
  buyer: t`Buyer`,
  date: t`Date of the order`,
  total: t`Total`,
  order: t`Order number`,
  refunded: t`Refunded amount`,
  cancelled: t`Cancelled`,
  item: t`Item`,
  visit: t`Visit`,
  name: t`Name of the item`,
  currency: t`Currency`,
};

const REASONS = [
  t`too few columns`,
  t`no JSON`,
  t`no line of a log`,
  t`no buyer`,
  t`no visit`,
  t`no item`,
  t`no readable total`,
  t`no readable date`,
  t`a day that is still to come`,
  t`the order number of another buyer`,
  t`not told whether it was cancelled`,
];
const UNREAD: readonly string[] = UNREADABLE;

/** "no readable date: 12 (orders.csv:4, orders.csv:9)" */
export const sayReason = (why: string, { rows, lines }: Reason): string =>
  t`${REASONS[UNREAD.indexOf(why)] ?? why}: ${sayNumber(rows)} (${lines.join(', ')})`;

function sayContent(role: Role, column: string): string {
  return role === 'date'
    ? t`What stands in “${column}” is not read as dates. Choose another column.`
    : role === 'cancelled'
      ? t`What stands in “${column}” does not tell which orders were cancelled. Choose another column, or none.`
      : t`What stands in “${column}” is not read as sums. Choose another column.`;
}

const LACKS = {
  ids: t`Which column holds the ids of the items is not found by itself. Choose it below.`,
  facts: t`Beside ids no column is found by itself. Choose below which is the name, the address, the price …`,
  entries: t`There is no item in it. A feed has an <item> or an <entry> for each, a table a row.`,
};

function sayUnreadable({
  rows,
  unread,
  reasons,
  status,
}: Extract<LearnFault, { kind: 'unreadable' }>): string {
  const why = Object.entries(reasons)
    .map(([one, reason]) => sayReason(one, reason))
    .join('; ');
  const [count, all] = [sayNumber(unread), sayNumber(rows)];
  return status === undefined
    ? t`${count} of ${all} rows could not be read, and more than one in ten is too many. ${why}.`
    : t`${count} of ${all} rows could not be read, and more than one in ten is too many. ${why}. Words of “${status}” are not known: choose another column for what was cancelled, or none, or write paid or cancelled for them in the file.`;
}

export function sayFault(fault: LearnFault): string {
  switch (fault.kind) {
    case 'empty':
      return t`There is nothing in it.`;
    case 'no names':
      return t`Its first line holds no names of columns. Write one above the others, such as buyer,date,total.`;
    case 'title':
      return t`Its first line looks like a title: the lines below have more columns. Delete what stands above the line that names the columns (that may be line ${fault.line}), and choose the file again.`;
    case 'no orders':
      return t`There is no order in it: only a header, or rows of other kinds.`;
    case 'missing':
      return t`Not found by itself: ${fault.roles.map((role) => ROLE_NAMES[role]).join(', ')}. Choose the column below.`;
    case 'two things':
      return t`“${fault.column}” cannot be two things at once (${fault.roles.map((role) => ROLE_NAMES[role]).join(', ')}). Choose another column for one of them.`;
    case 'alike':
      return t`Two columns are called “${fault.column}”. Give one of them another name in the file.`;
    case 'content':
      return sayContent(fault.role, fault.column);
    case 'form':
      return fault.isMixed
        ? t`In some of its dates the day stands first, in others the month. Export it with dates of one form.`
        : t`Nothing in it tells whether the day or the month stands first in its dates. Say it below.`;
    case 'fields':
      return t`Its lines are no events: they have no ${fault.lacks.join(', ')}. The first line has: ${fault.found.join(', ')}.`;
    case 'unreadable':
      return sayUnreadable(fault);
    case 'currencies':
      return t`Orders are of several currencies (${fault.currencies
        .slice(0, 4)
        .map(({ code, orders }) => t`${code || '?'}: ${sayNumber(orders)}`)
        .join(
          ', ',
        )}), and sums of different ones cannot be added. Export orders of one, or choose sums that are all in one, and no column for the currency.`;
    case 'open quote':
      return t`A quote that begins in line ${sayNumber(fault.line)} is never closed.`;
    case 'long row':
      return t`Line ${sayNumber(fault.line)} is longer than any row of a table is: is it another file than you meant?`;
    case 'markup':
      return t`It is a web page, or XML. Export the orders as CSV.`;
    case 'JSON':
      return t`It is one JSON document. Write each event on a line of its own.`;
    case 'no agents':
      return t`It is an access log that says no agents, by which visits are told apart. Have it written in the combined format.`;
    case 'packed':
      return fault.by === 'zip'
        ? t`It is a spreadsheet, or packed as zip. Save the table as CSV, or unpack it.`
        : t`It is packed by ${fault.by}. Unpack it first.`;
    case 'UTF-16':
    case 'no UTF-8':
      return t`Its letters are not written in UTF-8. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”).`;
    case 'no text':
      return t`It is no text but a picture, or a program’s own format. Export the orders as CSV.`;
    case 'no catalog':
      return LACKS[fault.lacks];
    case 'without ids':
      return t`Of ${sayNumber(fault.entries)} entries so many have no id: ${sayNumber(fault.without)}. More than one in ten is too many.`;
    case 'not whole':
      return t`It breaks off in line ${sayNumber(fault.line)}. Have the feed written anew.`;
    case 'two catalogs':
      return t`There is a catalog already. Choose one alone.`;
    case 'damaged':
      return t`It is damaged, or was changed while it was read. Choose it again.`;
    case 'config':
      return t`It is a config, and no export of orders. Open it at “Here”, or begin a draft with it.`;
    case 'beside':
      return t`It is a file of items. Choose it together with the learned.json that names it.`;
    case 'forgotten':
      return t`What was read was let go of when you cancelled. Begin anew, and choose your files again.`;
    case 'other':
      return fault.message;
  }
}
