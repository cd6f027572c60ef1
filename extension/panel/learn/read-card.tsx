// What was read: how much, of which days, and which rows were not.

import type { FileRead } from '../../../shared/learn/export-file.ts';
import type { Read } from '../../../shared/learn/learn.ts';
import { sumOf } from '../../../shared/learn/left-out.ts';
import { RETENTION } from '../../../shared/learn/parts.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { Note } from '../kit/note.tsx';
import { saySpan } from '../kit/say-test.ts';
import type { Absent } from './absent.ts';
import { HeaderNote } from './header-note.tsx';
import { StatusNote, sayWords } from './left-out-note.tsx';
import { sayReason } from './say-fault.ts';
import { sayDay } from './say-learned.ts';
import { sayNoted } from './say-noted.ts';
import { WesternNote } from './western-note.tsx';

/** How its letters were read, where its columns are named, and what its status column says, or would. */
const FileNote = ({ name, isWestern, header, status, leftOut, columns }: FileRead) => (
  <>
    {isWestern && <WesternNote name={name} />}
    {header !== undefined && <HeaderNote name={name} line={header} />}
    {status !== undefined && <StatusNote status={status} />}
    {leftOut && (
      <p class="tiny soft">
        {t`${name}: orders that “${columns?.cancelled ?? ''}” leaves out: ${sayNumber(sumOf(leftOut))}${sayWords(leftOut)}`}
      </p>
    )}
  </>
);

interface ReadProps {
  read: Read;
  absent: readonly Absent[];
  /** how long browsers were to remember */
  retention: string | undefined;
}

export function ReadCard({ read, absent, retention }: ReadProps) {
  const refused = Object.entries(read.reasons);
  const rows = read.files.reduce((sum, file) => sum + file.rows, 0);
  return (
    <section class="card" aria-label={t`What was read`}>
      <h2>{t`What was read`}</h2>
      <dl class="facts">
        <dt>{t`Rows`}</dt>
        <dd>{sayNumber(rows)}</dd>
        {read.orders > 0 && (
          <>
            <dt>{t`Buyers`}</dt>
            <dd>{sayNumber(read.buyers)}</dd>
            <dt>{t`Orders`}</dt>
            <dd>{sayNumber(read.orders)}</dd>
            <dt>{t`Order days`}</dt>
            <dd>{sayNumber(read.orderDays)}</dd>
          </>
        )}
        {read.visits > 0 && (
          <>
            <dt>{t`Visits`}</dt>
            <dd>{sayNumber(read.visits)}</dd>
          </>
        )}
        {read.items > 0 && (
          <>
            <dt>{t`Items`}</dt>
            <dd>{sayNumber(read.items)}</dd>
          </>
        )}
        <dt>{t`First and last day`}</dt>
        <dd>{t`${sayDay(read.from)} to ${sayDay(read.until)}`}</dd>
      </dl>
      {refused.length > 0 && (
        <Note tone="warn">
          <span>
            {t`Rows that could not be read: ${refused
              .map(([why, rows]) => sayReason(why, { rows, lines: read.lines[why] ?? [] }))
              .join('; ')}.`}
          </span>
        </Note>
      )}
      {absent.map(({ says }) => (
        <p key={says} class="small soft">
          {says}
        </p>
      ))}
      {read.files.map((file) => (
        <FileNote key={file.name} {...file} />
      ))}
      {sayNoted(read.noted).map((said) => (
        <p key={said} class="tiny soft">
          {said}
        </p>
      ))}
      <p class="tiny soft">{t`Learned from what browsers remember of it: ${saySpan(retention ?? RETENTION)}.`}</p>
    </section>
  );
}
