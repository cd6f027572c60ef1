// Which events count: a property and a test, as many as it takes.

import { Trash2 } from 'lucide-preact';
import type { Where as Tests } from '../../../shared/schema/predicate.ts';
import { t } from '../../../shared/words/t.ts';
import { seenProps, seenValues, usualProp } from '../draft/suggestions.ts';
import { isUnfinished } from '../draft/unfinished.ts';
import { sayPathName } from '../kit/say-test.ts';
import { Suggested } from '../kit/suggested.tsx';
import type { ChangeTest } from './compare.ts';
import type { Fields } from './fields.ts';
import { TestField } from './test-field.tsx';

/** What has a `where`: a condition, or a step of one. */
type Asking = Pick<Fields, 'event' | 'where'>;

function WhereRow({
  prop,
  is,
  event,
  put,
}: {
  prop: string;
  is: Tests[string];
  event: string | undefined;
  put(change: (next: Tests) => void): void;
}) {
  // in its place: the rows stay in their order
  const rename = (name: string) =>
    put((next) => {
      const all = Object.entries(next);
      for (const key of Object.keys(next)) delete next[key];
      for (const [key, value] of all)
        if (key !== prop) next[key] = value;
        else if (name) next[name] = value;
    });
  const change: ChangeTest = (act) =>
    put((next) => {
      next[prop] = act(next[prop]);
    });
  const remove = () =>
    put((next) => {
      delete next[prop];
    });
  return (
    <span class="make-where">
      {t`only where`}
      <Suggested label={t`Property`} value={prop} list={seenProps(event)} say={sayPathName} set={rename} />
      <TestField is={is} kind="value" options={seenValues(event, prop)} change={change} />
      <button class="icon-button" type="button" aria-label={t`Take out where ${prop}`} onClick={remove}>
        <Trash2 size={13} aria-hidden="true" />
      </button>
      {isUnfinished(is) && (
        <span class="tiny make-warn" role="status">{t`Still to be filled in: ${t`Value`}.`}</span>
      )}
    </span>
  );
}

export function Where({ node, set }: { node: Asking; set(change: (node: Asking) => void): void }) {
  const { event, where = {} } = node;
  const put = (change: (next: Tests) => void) =>
    set((next) => {
      const copy: Tests = { ...next.where };
      change(copy);
      if (Object.keys(copy).length) next.where = copy;
      else delete next.where;
    });
  return (
    <>
      {Object.entries(where).map(([prop, is]) => (
        <WhereRow key={prop} prop={prop} is={is} event={event} put={put} />
      ))}
      <button
        class="button plain"
        type="button"
        onClick={() =>
          put((next) => {
            const prop = usualProp(event, next);
            if (prop !== undefined) next[prop] = seenValues(event, prop)[0] ?? '';
          })
        }
      >{t`+ where …`}</button>
    </>
  );
}
