// The page that is being opened, as an outcome of a condition's tests makes it.

import type { Props } from '../../schema/props.ts';
import type { OpenedPage } from './leaf.ts';
import type { OwnEventKind } from './own-events.ts';
import { outcomesOf } from './page-test.ts';
import type { Question } from './questions.ts';

/** The page that answers these questions so, the first counting least. */
export function openPage(questions: Question[], outcome: number, path: string): OpenedPage {
  let rest = outcome;
  const carried = new Map<OwnEventKind, Props>();
  for (const { test, own, carries } of questions) {
    const props = carries[rest % outcomesOf(test)];
    rest = Math.floor(rest / outcomesOf(test));
    if (props) carried.set(own, { ...(carried.get(own) ?? own.props), ...props });
  }
  const all = [...carried].map(([{ name, isSure, asks }, props]) => ({
    name,
    isSure,
    props: asks.includes('path') ? { path, ...props } : props,
  }));
  const sure = (name: string): Props | undefined => all.find((one) => one.isSure && one.name === name)?.props;
  return {
    arrival: sure('visit_start') ?? {},
    events: [
      { name: 'page_view', props: sure('page_view') ?? { path } },
      ...all.filter(({ isSure }) => !isSure),
    ],
  };
}
