// Differences in words, each with what it is made of.

import { t } from '../../../shared/words/t.ts';
import type { Difference } from './say-difference.ts';

const MOST = 12;
const MARKS = { added: '+', removed: '−', changed: '~' } as const;

export function DifferenceList({ all }: { all: readonly Difference[] }) {
  if (all.length === 0) return <p class="small soft">{t`Nothing differs from what is live.`}</p>;
  return (
    <ul class="make-diff">
      {all.slice(0, MOST).map(({ kind, text, of = [] }) => (
        <li key={text} data-kind={kind}>
          <span aria-hidden="true">{MARKS[kind]}</span>
          <div>
            {text}
            {of.length > 0 && (
              <ul class="soft">
                {of.slice(0, MOST).map((one, index) => (
                  <li key={index}>{one.text}</li>
                ))}
                {of.length > MOST && <li>{t`and ${of.length - MOST} more`}</li>}
              </ul>
            )}
          </div>
        </li>
      ))}
      {all.length > MOST && <li class="soft">{t`and ${all.length - MOST} more`}</li>}
    </ul>
  );
}
