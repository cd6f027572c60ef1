// A place beside an element: which there are, and the way to choose another element for it.

import type { Position } from '../../../shared/schema/change.ts';
import type { Target } from '../../../shared/schema/target.ts';
import { t } from '../../../shared/words/t.ts';
import { sayElement } from '../../wire/say-change.ts';
import { repicking, startPicking } from './on-page.ts';
import { POSITIONS } from './tools/position-field.tsx';

const BESIDE = {
  before: t`Before`,
  after: t`After`,
  first: t`Inside, first:`,
  last: t`Inside, last:`,
} as const;

/** None without an element. */
export const offerBeside = (target: Target | undefined): [Position, string][] =>
  target ? POSITIONS.map(([one]) => [one, t`${BESIDE[one]} the ${sayElement(target)}`]) : [];

/** @param index of the change that goes there */
export const PickBeside = ({ index }: { index: number }) => (
  <button
    class="button plain"
    type="button"
    onClick={() => {
      repicking.value = index;
      void startPicking();
    }}
  >{t`Beside another element: pick it on the page`}</button>
);
