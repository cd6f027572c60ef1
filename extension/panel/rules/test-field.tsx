// The test of a condition: "at least 3", "is tents", "longer than 30d", "from 4 to 6". What is more than that is shown as
// JSON and edited there.

import { useId, useRef } from 'preact/hooks';
import { t } from '../../../shared/words/t.ts';
import type { Value } from '../draft/suggestions.ts';
import { SpanField } from '../kit/span-field.tsx';
import {
  type ChangeTest,
  type Comparison,
  changeOperator,
  type Kind,
  type Meaning,
  offer,
  readTest,
  sayFigure,
  wordsOf,
  writeFigure,
  writeTest,
} from './compare.ts';
import { FigureEntry } from './figure-entry.tsx';
import { Needed } from './left-empty.tsx';
import type { OverTheEnd } from './over-the-end.ts';
import { RangeField } from './range-field.tsx';

interface TestProps {
  is: unknown;
  kind: Kind;
  options?: Value[];
  /** always text: "2024" is no number */
  isText?: boolean;
  around?: OverTheEnd | undefined;
  change: ChangeTest;
}

/** The one figure beside an operator. */
function Figure({
  comparison: { operator, texts },
  meaning,
  list,
  change,
}: {
  comparison: Comparison;
  meaning: Meaning;
  list: string | undefined;
  change: ChangeTest;
}) {
  const { kind } = meaning;
  const [text = ''] = texts;
  const keep = (typed: string) => change((now) => writeFigure(now, operator, typed, meaning));
  if (operator === 'known' || operator === 'missing') return null;
  return (
    <Needed
      text={text}
      said={sayFigure(text, kind)}
      keep={keep}
      field={({ keep: set, ...own }) =>
        kind === 'span' ? (
          <SpanField label={t`How long, such as 30 days`} set={set} isShort={false} {...own} />
        ) : (
          <FigureEntry
            kind={kind}
            aria-label={kind === 'chance' ? t`Chance in %` : t`Value`}
            list={list}
            keep={set}
            {...own}
          />
        )
      }
    />
  );
}

export function TestField({ is, kind, options = [], isText = false, around, change }: TestProps) {
  const id = useId();
  /** the range that was there last: who only passes by another operator finds it again */
  const before = useRef<Comparison>();
  const comparison = readTest(is, kind);
  if (!comparison) return <code class="tiny">{JSON.stringify(is)}</code>;
  const meaning: Meaning = { kind, isText, seen: options };
  const { operator } = comparison;
  const isRange = wordsOf(operator) !== undefined;
  if (isRange) before.current = comparison;
  const list = options.length ? id : undefined;
  const standing = [operator, before.current?.operator ?? operator];
  return (
    <span class="make-test">
      <select
        aria-label={t`Compared how`}
        value={operator}
        onChange={({ currentTarget: { value } }) =>
          change((now) => {
            const from = readTest(now, kind) ?? comparison;
            return writeTest(changeOperator(from, value, meaning, before.current), meaning);
          })
        }
      >
        {offer(kind, standing).map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      {isRange && typeof is === 'object' && is !== null ? (
        <RangeField
          is={is}
          comparison={comparison}
          meaning={meaning}
          list={list}
          around={around}
          change={change}
        />
      ) : (
        <Figure comparison={comparison} meaning={meaning} list={list} change={change} />
      )}
      {kind === 'chance' && !isRange && <span>%</span>}
      {options.length > 0 && (
        <datalist id={id}>
          {options.map((one) => (
            <option key={String(one)} value={String(one)} />
          ))}
        </datalist>
      )}
    </span>
  );
}
