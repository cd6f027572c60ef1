// Advice on what would go out, thought over aside.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Config } from '../../../shared/schema/config.ts';
import type { Problem } from '../../../shared/schema/problem.ts';
import { adviseAside } from '../../reader/read-aside.ts';

export type Advice =
  | { kind: 'thinking' }
  | { kind: 'given'; problems: Problem[] }
  /** it took too long */
  | { kind: 'none' };

/** @param fit undefined: there is nothing to think over */
export function useAdvice(fit: Config | undefined): Advice {
  const advice = useSignal<Advice>({ kind: 'thinking' });
  useEffect(() => {
    if (!fit) {
      advice.value = { kind: 'given', problems: [] };
      return undefined;
    }
    let isOver = false;
    const give = (next: Advice) => {
      if (!isOver) advice.value = next;
    };
    // what was said of the one before stands until then
    adviseAside(fit).then(
      (problems) => give({ kind: 'given', problems }),
      () => give({ kind: 'none' }),
    );
    return () => {
      isOver = true;
    };
  }, [fit]);
  return advice.value;
}
