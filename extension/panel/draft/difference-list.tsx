// Differences in words, each with what it is made of.

import { ChevronRight } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { t } from '../../../shared/words/t.ts';
import type { Difference } from './say-difference.ts';

const MOST = 12;
const MARKS = { added: '+', removed: '−', changed: '~' } as const;

/** The first of them, and the others behind a line that opens. */
function Long<T>({ all, draw }: { all: readonly T[]; draw(some: readonly T[]): ComponentChildren }) {
  const rest = all.slice(MOST);
  return (
    <>
      {draw(all.slice(0, MOST))}
      {rest.length > 0 && (
        <li class="soft">
          <details>
            <summary>
              <ChevronRight class="turn" size={15} aria-hidden="true" /> {t`and ${rest.length} more`}
            </summary>
            <ul class="make-diff">{draw(rest)}</ul>
          </details>
        </li>
      )}
    </>
  );
}

export function DifferenceList({ all }: { all: readonly Difference[] }) {
  if (all.length === 0) return <p class="small soft">{t`Nothing differs from what is live.`}</p>;
  const draw = (some: readonly Difference[]) =>
    some.map(({ kind, text, of = [] }) => (
      <li key={text} data-kind={kind}>
        <span aria-hidden="true">{MARKS[kind]}</span>
        <div>
          {text}
          {of.length > 0 && (
            <ul class="soft">
              <Long all={of} draw={(parts) => parts.map((one, index) => <li key={index}>{one.text}</li>)} />
            </ul>
          )}
        </div>
      </li>
    ));
  return (
    <ul class="make-diff">
      <Long all={all} draw={draw} />
    </ul>
  );
}
