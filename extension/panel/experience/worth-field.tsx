// What a goal is worth: counted where it is said how much one visitor can count for at most.

import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { findDecimal, readTotal } from '../../../shared/learn/read-total.ts';
import { LEAST_CAP, MOST_CAP } from '../../../shared/schema/cap.ts';
import type { Goal } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { edit } from '../draft/desk.ts';
import { Entry } from '../kit/entry.tsx';

/** @returns nothing for an empty field; undefined for what is no such amount */
function readMost(typed: string): { most?: number } | undefined {
  if (!typed.trim()) return {};
  // a sign that may part thousands or cents parts thousands: nobody says mills
  const decimal = findDecimal(typed) ?? (typed.includes('.') ? ',' : '.');
  const most = readTotal(typed, decimal);
  return most >= LEAST_CAP && most <= MOST_CAP ? { most } : undefined;
}

/** @param prop in which the event says it */
const keepMost = (id: string, most: number | undefined, prop: string): Promise<void> =>
  edit(t`Worth of a goal`, (next) => {
    const goal = next.goals?.find((one) => one.id === id);
    if (!goal || goal.cap === most) return;
    if (most === undefined) {
      delete goal.cap;
      delete goal.value;
    } else {
      goal.cap = most;
      goal.value ??= prop;
    }
  });

export function WorthField({ goal: { id, cap, currency, value } }: { goal: Goal }) {
  const says = useId();
  // emptied and filled again it is the same one; without any it is what a purchase calls it
  const prop = useRef('value');
  if (value !== undefined) prop.current = value;
  const [isUnfit, setUnfit] = useState(false);
  // changed elsewhere, by undo: the field shows that
  useLayoutEffect(() => setUnfit(false), [cap]);
  return (
    <>
      <label class="field">
        <span>{t`What one visitor counts for, at most`}</span>
        <Entry
          inputmode="decimal"
          placeholder={t`only how many are counted`}
          value={cap === undefined ? '' : String(cap)}
          keep={(typed) => {
            const read = readMost(typed);
            setUnfit(!read);
            if (read) void keepMost(id, read.most, prop.current);
          }}
          aria-describedby={says}
          aria-invalid={isUnfit}
        />
      </label>
      {isUnfit && (
        <p
          class="tiny make-warn"
          role="alert"
        >{t`A number above 0 is needed, or nothing. Until then the goal counts what it did.`}</p>
      )}
      <p class="tiny soft" id={says}>
        {t`With a number here, what somebody pays is counted too, up to so much for each visitor, all their orders together: otherwise one very large order decides alone. Take what hardly anybody exceeds.`}{' '}
        {currency === undefined
          ? t`In the currency in which your shop tells it.`
          : t`In ${currency}; what is told in another currency is counted without it.`}
      </p>
    </>
  );
}
