// What was found in a catalog: which column says what of an item, with three values of it, and another by a menu.

import { MAPPED } from '../../../shared/learn/items/catalog-fields.ts';
import { t } from '../../../shared/words/t.ts';
import type { FoundCatalog as Found } from '../../learner/messages.ts';
import { Note } from '../kit/note.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { Otherwise } from './columns.tsx';
import { HeaderNote } from './header-note.tsx';
import { learning } from './here.ts';
import { sayFault } from './say-fault.ts';
import { WesternNote } from './western-note.tsx';

type Field = (typeof MAPPED)[number];

const FIELD_NAMES: Record<Field, string> = {
  id: t`Id of the item`,
  name: t`Name of the item`,
  url: t`Address of its page`,
  image: t`Picture of the item`,
  price: t`Price`,
  sale: t`Price in a sale`,
  currency: t`Currency`,
  group: t`Group`,
  stock: t`In stock`,
};

export function FoundCatalog({ name, found, at }: { name: string; found: Found; at: number }) {
  const isTable = found.columns.length > 0;
  return (
    <section class="card" aria-label={name}>
      <h2>{name}</h2>
      <p class="small soft">{t`A catalog: what your items are called, where they are, and what they cost. Items that it does not list are left out.`}</p>
      {found.isWestern && <WesternNote name={name} />}
      {found.header !== undefined && <HeaderNote name={name} line={found.header} />}
      {found.fault && (
        <Note tone="warn">
          <span>{sayFault(found.fault)}</span>
        </Note>
      )}
      {isTable && (
        <div class="make-form">
          {MAPPED.map((field) => (
            <ColumnMenu
              key={field}
              id={`learn-${at}-${field}`}
              label={FIELD_NAMES[field]}
              columns={found.columns}
              place={found.at[field]}
              isNeeded={field === 'id'}
              set={(column) => void learning.sayField(at, field, column)}
            />
          ))}
        </div>
      )}
      {isTable && <Otherwise at={at} as="export" />}
    </section>
  );
}
