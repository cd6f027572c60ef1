// The two figures of a range. Both are needed: one that is left empty stays in the rule as it was until another is written.

import { useId, useRef } from 'preact/hooks';
import { sayAll } from '../../../shared/words/lists.ts';
import { t } from '../../../shared/words/t.ts';
import { SpanField } from '../kit/span-field.tsx';
import {
  boundsOf,
  type ChangeTest,
  type Comparison,
  faultOf,
  type Kind,
  type Meaning,
  readTest,
  sayFigure,
  wordsOf,
  writeBound,
} from './compare.ts';
import { FigureEntry } from './figure-entry.tsx';
import { useLeftEmpty, wrongBy } from './left-empty.tsx';
import type { OverTheEnd } from './over-the-end.ts';

const LABELS: Record<Kind, (word: string) => string> = {
  number: (word) => t`Value: ${word}`,
  whole: (word) => t`Value: ${word}`,
  value: (word) => t`Value: ${word}`,
  chance: (word) => t`Chance in %: ${word}`,
  span: (word) => t`How long: ${word}`,
};

const FAULTS = {
  turned: t`Nothing lies between the two: the first is greater than the second.`,
  empty: t`Nothing lies between the two: the second has to be greater than the first.`,
  unlike: t`One of the two is a number and the other is not: nothing lies between them.`,
};

/** Whether it has to be filled in. */
function useLacking(text: string) {
  const { isEmpty, left } = useLeftEmpty(text);
  return { isEmpty: isEmpty || text === '', left };
}

interface BoundProps {
  word: string;
  text: string;
  kind: Kind;
  /** of what was seen */
  list: string | undefined;
  /** the id of what says what is wrong with it */
  wrong: string | undefined;
  keep(typed: string): void;
  left(typed: string): void;
}

function Bound({ word, text, kind, list, wrong, keep, left }: BoundProps) {
  const own = {
    onBlur: ({ currentTarget }: { currentTarget: HTMLInputElement }) => left(currentTarget.value),
    ...wrongBy(wrong),
  };
  const label = LABELS[kind](word);
  return (
    <span class="make-bound">
      <span aria-hidden="true">{word}</span>
      {kind === 'span' ? (
        <SpanField label={label} value={text} set={keep} isShort={false} {...own} />
      ) : (
        <FigureEntry kind={kind} aria-label={label} list={list} value={text} keep={keep} {...own} />
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
  around,
  change,
}: {
  is: object;
  comparison: Comparison;
  meaning: Meaning;
  list: string | undefined;
  /** of what begins again after its last */
  around: OverTheEnd | undefined;
  change: ChangeTest;
}) {
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  const { kind } = meaning;
  const [low = '', high = ''] = texts;
  const empties = [useLacking(low), useLacking(high)] as const;
  const words = wordsOf(operator) ?? ['', ''];
  const kept = texts.filter((text, at) => text !== '' && empties[at]?.isEmpty);
  const isLacking = empties.some(({ isEmpty }) => isEmpty);
  const fault = isLacking ? undefined : faultOf(is, operator, kind);
  const say = (text: string): string => sayFigure(text, kind);
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
          wrong={fault || empties[at].isEmpty ? `${id}-why` : undefined}
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
            ? (fault === 'turned' && around?.why) || FAULTS[fault]
            : kept.length > 0
              ? t`Fill in both. Until then the rule keeps ${sayAll(kept.map(say))}.`
              : t`Fill in both.`}
        </span>
      )}
      {fault === 'turned' && around && (
        <button
          class="button plain"
          type="button"
          onClick={around.split}
        >{t`Make two conditions of it`}</button>
      )}
      {fault === 'turned' && (
        <button class="button plain" type="button" onClick={turn}>{t`Turn them round`}</button>
      )}
    </span>
  );
}
