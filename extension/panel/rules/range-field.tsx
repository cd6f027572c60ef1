// The two figures of a range. Both are needed: one that is left empty stays in the rule as it was until another is written.

import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { sayAll } from '../../../shared/words/lists.ts';
import { t } from '../../../shared/words/t.ts';
import { Entry } from '../kit/entry.tsx';
import { writeSpan } from '../kit/read-span.ts';
import { SpanField } from '../kit/span-field.tsx';
import {
  boundsOf,
  type ChangeTest,
  type Comparison,
  faultOf,
  type Kind,
  type Meaning,
  readTest,
  wordsOf,
  writeBound,
} from './compare.ts';

const LABELS: Record<Kind, (word: string) => string> = {
  number: (word) => t`Value: ${word}`,
  value: (word) => t`Value: ${word}`,
  chance: (word) => t`Chance in %: ${word}`,
  span: (word) => t`How long: ${word}`,
};

const FAULTS = {
  turned: t`Nothing lies between the two: the first is greater than the second.`,
  empty: t`Nothing lies between the two: the second has to be greater than the first.`,
  unlike: t`One of the two is a number and the other is not: nothing lies between them.`,
};

/** Whether a field was left empty. */
function useEmpty(text: string) {
  const [isEmpty, setEmpty] = useState(false);
  // changed elsewhere, by undo: the field shows that
  useLayoutEffect(() => setEmpty(false), [text]);
  return { isEmpty: isEmpty || text === '', left: (typed: string) => setEmpty(!typed.trim()) };
}

interface BoundProps {
  word: string;
  text: string;
  kind: Kind;
  /** of what was seen */
  list: string | undefined;
  /** what says what is wrong with it */
  wrongBy: string | undefined;
  keep(typed: string): void;
  left(typed: string): void;
}

function Bound({ word, text, kind, list, wrongBy, keep, left }: BoundProps) {
  const own = {
    onBlur: ({ currentTarget }: { currentTarget: HTMLInputElement }) => left(currentTarget.value),
    ...(wrongBy !== undefined && { 'aria-invalid': true, 'aria-describedby': wrongBy }),
  };
  const label = LABELS[kind](word);
  return (
    <span class="make-bound">
      <span aria-hidden="true">{word}</span>
      {kind === 'span' ? (
        <SpanField label={label} value={text} set={keep} isShort={false} {...own} />
      ) : (
        <Entry
          type={kind === 'value' ? 'text' : 'number'}
          step="any"
          aria-label={label}
          list={list}
          value={text}
          keep={keep}
          {...own}
        />
      )}
      {kind === 'chance' && <span aria-hidden="true">%</span>}
    </span>
  );
}

export function RangeField({
  is,
  comparison: { operator, texts },
  meaning,
  list,
  change,
}: {
  is: object;
  comparison: Comparison;
  meaning: Meaning;
  list: string | undefined;
  change: ChangeTest;
}) {
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  const { kind } = meaning;
  const [low = '', high = ''] = texts;
  const empties = [useEmpty(low), useEmpty(high)] as const;
  const words = wordsOf(operator) ?? ['', ''];
  const kept = texts.filter((text, at) => text !== '' && empties[at]?.isEmpty);
  const isLacking = empties.some(({ isEmpty }) => isEmpty);
  const fault = isLacking ? undefined : faultOf(is, operator, kind);
  const say = (text: string): string =>
    kind === 'span' ? writeSpan(text) : kind === 'chance' ? `${text} %` : text;
  /** As it is stored by now, where the other figure was written just before; another operator chosen since gives way. */
  const stillOf = (now: unknown): object =>
    typeof now === 'object' && now !== null && readTest(now, kind)?.operator === operator ? now : is;
  const turn = () => {
    change((now) => {
      const range = stillOf(now);
      const [first, second] = boundsOf(operator);
      const values: Record<string, unknown> = { ...range };
      return { ...range, [first]: values[second], [second]: values[first] };
    });
    // the button goes with the fault
    box.current?.querySelector('input')?.focus();
  };
  return (
    <span class="make-range" ref={box}>
      {([0, 1] as const).map((at) => (
        <Bound
          key={at}
          word={words[at]}
          text={texts[at] ?? ''}
          kind={kind}
          list={list}
          wrongBy={fault || empties[at].isEmpty ? `${id}-why` : undefined}
          keep={(typed) => {
            if (!typed.trim()) return;
            change((now) => writeBound(stillOf(now), operator, at, typed, meaning));
          }}
          left={empties[at].left}
        />
      ))}
      {(isLacking || fault) && (
        <span id={`${id}-why`} class="tiny make-warn" role="alert">
          {fault
            ? FAULTS[fault]
            : kept.length > 0
              ? t`Fill in both. Until then the rule keeps ${sayAll(kept.map(say))}.`
              : t`Fill in both.`}
        </span>
      )}
      {fault === 'turned' && (
        <button class="button plain" type="button" onClick={turn}>{t`Turn them round`}</button>
      )}
    </span>
  );
}
