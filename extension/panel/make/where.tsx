// Which events count: a property and a test, as many as it takes.

import { Trash2 } from 'lucide-preact';
import { Suggested } from './suggested.tsx';
import { seenProps } from './suggestions.ts';
import { TestField } from './test-field.tsx';

type Fields = Record<string, unknown>;

type Set = (change: (node: Fields) => void) => void;

export function Where({ node, set }: { node: Fields; set: Set }) {
  const where = (node.where ?? {}) as Fields;
  const props = seenProps(typeof node.event === 'string' ? node.event : undefined);
  const put = (change: (next: Fields) => void) =>
    set((next) => {
      const copy = { ...((next.where ?? {}) as Fields) };
      change(copy);
      if (Object.keys(copy).length) next.where = copy;
      else delete next.where;
    });
  return (
    <>
      {Object.entries(where).map(([prop, is]) => (
        <span key={prop} class="make-part">
          where{' '}
          <Suggested
            label="Property"
            value={prop}
            list={props}
            set={(name) =>
              put((next) => {
                delete next[prop];
                if (name) next[name] = is;
              })
            }
          />
          <TestField
            is={is}
            kind="value"
            set={(value) =>
              put((next) => {
                next[prop] = value;
              })
            }
          />
          <button
            class="icon-button"
            type="button"
            aria-label={`Take out where ${prop}`}
            onClick={() =>
              put((next) => {
                delete next[prop];
              })
            }
          >
            <Trash2 size={13} aria-hidden="true" />
          </button>
        </span>
      ))}
      <button
        class="button plain"
        type="button"
        onClick={() =>
          put((next) => {
            next[props.find((one) => !(one in next)) ?? 'item_category'] = '';
          })
        }
      >
        + where …
      </button>
    </>
  );
}
