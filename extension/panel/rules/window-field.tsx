// In which time something happened: in the last so long, between two times, in this visit, or ever.

import { t } from '../../../shared/words/t.ts';
import { SpanField } from '../kit/span-field.tsx';
import type { Fields, SetFields } from './fields.ts';

const WINDOWS = [
  ['', t`as far as is remembered`],
  ['visit', t`in this visit`],
  ['1d', t`in the last day`],
  ['7d', t`in the last 7 days`],
  ['14d', t`in the last 14 days`],
  ['30d', t`in the last 30 days`],
  ['90d', t`in the last 90 days`],
  ['365d', t`in the last 365 days`],
] as const;
/** What the author begins with who wants another length, or a time that is over. */
const OWN = '3d';
const OVER: [string, string] = ['30d', '7d'];

function read({ within, between, during }: Fields): string {
  if (Array.isArray(between)) return 'between';
  if (during === 'visit') return 'visit';
  if (within === undefined) return '';
  return WINDOWS.some(([one]) => one === within) ? within : 'own';
}

export function WindowField({ node, set }: { node: Fields; set: SetFields }) {
  const value = read(node);
  const choose = (next: string) =>
    set((into) => {
      delete into.within;
      delete into.during;
      delete into.between;
      if (next === 'visit') into.during = 'visit';
      else if (next === 'between') into.between = OVER;
      else if (next) into.within = next === 'own' ? OWN : next;
    });
  const [older = '', newer = ''] = node.between ?? [];
  const putBetween = (act: (now: [string, string]) => [string, string]) =>
    set((into) => {
      const { between = OVER } = into;
      into.between = act(between);
    });
  return (
    <>
      <select
        aria-label={t`In which time`}
        value={value}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {WINDOWS.map(([one, label]) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
        <option value="own">{t`in the last …`}</option>
        <option value="between">{t`between … and … ago`}</option>
      </select>
      {value === 'own' && (
        <span class="make-part">
          {t`the last`}{' '}
          <SpanField
            label={t`How long, such as 30 days`}
            value={node.within ?? ''}
            set={(next) =>
              set((into) => {
                into.within = next;
              })
            }
          />
        </span>
      )}
      {value === 'between' && (
        <span class="make-part">
          {t`from`}{' '}
          <SpanField
            label={t`Longest ago`}
            value={older}
            set={(next) => putBetween(([, end]) => [next, end])}
          />{' '}
          {t`to`}{' '}
          <SpanField
            label={t`Latest ago`}
            value={newer}
            set={(next) => putBetween(([begin]) => [begin, next])}
          />{' '}
          {t`ago`}
        </span>
      )}
    </>
  );
}
