// What the stage said last of what is previewed.

import { signal } from '@preact/signals';
import type { Status } from '../../wire/stage-shapes.ts';

const isBefore = (one: Status, other: Status): boolean =>
  one.documentAt === other.documentAt && one.order < other.order;

export function createLastStatus() {
  const status = signal<Status | undefined>(undefined);
  return {
    status,
    /** Answers and news come by ways of their own: what was so before what is known by now is no news. */
    takeStatus(next: Status | undefined): void {
      const { value: last } = status;
      if (!last || !next || !isBefore(next, last)) status.value = next;
    },
  };
}
