// A value as JSON, for experts: checked while they type, each error marked where it stands and said below; nothing
// wrong gets into the draft.

import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { parseJson } from '../../../shared/schema/parse-json.ts';
import type { Problem } from '../../../shared/schema/problem.ts';
import { t } from '../../../shared/words/t.ts';
import { isSame } from '../draft/is-same.ts';
import { CodeField } from '../kit/code-field.tsx';
import { findPlace, placeJson, type Span } from './place-json.ts';

const MOST = 3;

interface Wrong extends Span {
  line: number;
  text: string;
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;
const write = (value: unknown): string => JSON.stringify(value, null, 2);

function readText(
  text: string,
  check: (value: unknown) => Problem[],
): { value: unknown } | { wrong: Wrong[] } {
  if (!text.trim())
    return { wrong: [{ from: 0, to: 0, line: 1, text: t`There is nothing here. Write { "kind": … }.` }] };
  const parsed = parseJson(text);
  if ('problem' in parsed) {
    const before =
      text
        .split('\n')
        .slice(0, parsed.line - 1)
        .join('\n').length + (parsed.line > 1 ? 1 : 0);
    const from = Math.min(before + parsed.column - 1, Math.max(0, text.length - 1));
    const said = `${parsed.problem}. ${parsed.remedy}`.replace(/\bfile\b/g, 'text');
    return { wrong: [{ from, to: from + 1, line: parsed.line, text: said }] };
  }
  const problems = [...parsed.duplicates, ...check(parsed.value)];
  if (problems.length === 0) return parsed;
  const places = placeJson(text);
  return {
    wrong: problems.map(({ path, problem, remedy }) => {
      const place = findPlace(places, path) ?? { from: 0, to: 1 };
      return { ...place, line: lineOf(text, place.from), text: `${problem}. ${remedy}` };
    }),
  };
}

export function JsonField({
  label,
  value,
  rows = 8,
  check,
  set,
}: {
  label: string;
  value: unknown;
  rows?: number;
  check(value: unknown): Problem[];
  set(value: unknown): void;
}) {
  const id = useId();
  const text = useSignal(write(value));
  const wrong = useSignal<Wrong[]>([]);
  const seen = useRef(value);
  const typed = useRef<unknown>(value);
  if (seen.current !== value) {
    seen.current = value;
    // changed elsewhere (a form, undo), not by what was just typed here
    if (!isSame(typed.current, value)) {
      text.value = write(value);
      typed.current = value;
      wrong.value = [];
    }
  }
  const read = (next: string) => {
    const result = readText(next, check);
    wrong.value = 'wrong' in result ? result.wrong : [];
    if ('wrong' in result) return;
    typed.current = result.value;
    set(result.value);
  };
  const isWrong = wrong.value.length > 0;
  return (
    <>
      <CodeField
        label={label}
        language="json"
        rows={rows}
        value={text.value}
        typed={read}
        isWrong={isWrong}
        marks={wrong.value}
        {...(isWrong && { describedBy: `${id}-why` })}
      />
      {isWrong && (
        <ul id={`${id}-why`} class="tiny make-warn" role="alert">
          {wrong.value.slice(0, MOST).map(({ line, text: said }) => (
            <li key={said}>{t`Line ${line}: ${said}`}</li>
          ))}
        </ul>
      )}
    </>
  );
}
